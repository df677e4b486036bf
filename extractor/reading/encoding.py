"""Bytes to text: byte order mark, UTF-8, the declared character set, then detection by content."""

import codecs
import re
import unicodedata

from extractor.errors import UnreadableInput

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.I)
_HEAD_BYTES = 4096

#: The WHATWG encoding standard reads these labels as their Windows supersets (https://encoding.spec.whatwg.org).
_WEB_LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
}
#: Python codecs that no page is in.
_NO_PAGE = frozenset(("idna", "punycode", "unicode_escape", "unicode-escape", "raw_unicode_escape", "utf-7"))
_MAGIC = {
    b"%PDF-": "a PDF document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a zip archive",
    b"\x1f\x8b": "gzip data",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "an SQLite database",
    b"\xd0\xcf\x11\xe0": "an Office document",
    b"RIFF": "a media file",
    b"OggS": "a media file",
    b"ID3": "a media file",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROL_BYTES = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F])
_DETECTION_BYTES = 8192
_MAX_CONTROL_SHARE = 0.002
_MAX_BROKEN_SHARE = 0.01


def decode(data: bytes, *, charset: str | None = None) -> str:
    """`data` as clean NFC text; `charset` is what the transport declared.

    Valid UTF-8 is taken as such whatever is declared: other encodings are not UTF-8 by chance.  Control characters are
    removed.  Raises `UnreadableInput` for binary content and for bytes that no declared or likely encoding explains.
    """
    _refuse_binary(data)
    return clean(_decode(data, charset))


def refuse_unreadable(data: bytes, *, charset: str | None = None) -> None:
    """Raise `UnreadableInput` where `decode` would, or for nothing but white space; cheap for what is UTF-8."""
    if not data.strip():
        raise UnreadableInput("empty")
    _refuse_binary(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        decode(data, charset=charset)


def clean(text: str) -> str:
    """`text` in NFC, with neither control characters nor lone surrogates; line ends are ``\\n``."""
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8")
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text)


def declared(data: bytes) -> str | None:
    """The character set that the head of an HTML or XML document declares."""
    head = data[:_HEAD_BYTES]
    found = _META.search(head) or _XML.match(head)
    return found[1].decode("ascii") if found else None


def _decode(data: bytes, charset: str | None) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _lenient(data[len(bom) :], name)
    wide = _wide(data)
    if wide:
        return _lenient(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken_at = error.start
    for label in (charset, declared(data)):
        codec = _codec(label)
        if codec and codec != "utf-8":
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                continue
    text = data.decode("utf-8", "replace")
    if _is_damaged_utf8(data, text):
        return text
    return _detected(data, broken_at)


def _codec(label: str | None) -> str | None:
    if not label:
        return None
    label = label.strip().strip("\"'").lower()
    try:
        name = codecs.lookup(_WEB_LABELS.get(label, label)).name
        bytes(4).decode(name)  # codecs such as base64 and rot13 are no character sets
    except (LookupError, ValueError):
        return None
    return None if name in _NO_PAGE else name


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: the zero bytes of Latin text stand on one side."""
    head = data[:_HEAD_BYTES]
    if head.count(0) * 4 < len(head) or len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 10 * odd else None


def _lenient(data: bytes, codec: str) -> str:
    text = data.decode(codec, "replace")
    if text.count("\ufffd") > max(1, len(text) * _MAX_BROKEN_SHARE):
        raise UnreadableInput(f"not valid {codec.upper()} although it is marked as such")
    return text


def _is_damaged_utf8(data: bytes, text: str) -> bool:
    """Whether `data` is UTF-8 with a few broken places (cut off, or patched together), rather than something else."""
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    return broken <= max(1, len(data) * _MAX_BROKEN_SHARE) and whole >= 2 * broken


def _detected(data: bytes, broken_at: int) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (slow to import, rarely needed)

    start = max(0, broken_at - _DETECTION_BYTES // 2)
    best = from_bytes(data[start : start + _DETECTION_BYTES]).best()
    for codec in (_codec(best.encoding) if best else None, "cp1252"):
        if codec:
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                continue
    raise UnreadableInput("no known character encoding fits its bytes")


def _refuse_binary(data: bytes) -> None:
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise UnreadableInput(f"not a text but {what}")
    head = data[:65536]
    if any(data.startswith(bom) for bom, _ in _BOMS) or _wide(data):
        return
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    if controls > max(8, len(head) * _MAX_CONTROL_SHARE):
        raise UnreadableInput("binary content, not a text")
