"""Settings of the checks: from ``pollcheck.toml`` or ``[tool.pollcheck]`` in ``pyproject.toml``, then the options."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractor.errors import UsageError

OWN_FILE = "pollcheck.toml"
PROJECT_FILE = "pyproject.toml"


def load(config: Path | None, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> dict[str, Any]:
    """What `checks.Settings` takes: `config`, or the nearest settings file from here upward, with the options over it.

    Raises `UsageError` for a file that is not there or does not hold such settings.
    """
    settings = _read(config) if config else _nearest(Path.cwd())
    for name, codes in (("select", select), ("ignore", ignore)):
        chosen = [code.strip().upper() for item in codes for code in item.split(",") if code.strip()]
        if chosen:
            settings[name] = chosen
    return _validated(settings)


def _nearest(folder: Path) -> dict[str, Any]:
    for place in (folder, *folder.parents):
        if (place / OWN_FILE).is_file():
            return _read(place / OWN_FILE)
        if (place / PROJECT_FILE).is_file() and (found := _read(place / PROJECT_FILE)):
            return found
    return {}


def _read(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"settings file {path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"settings file {path} is no TOML: {error}.") from error
    if path.name == PROJECT_FILE or "tool" in content:
        content = content.get("tool", {}).get("pollcheck", {})
    return dict(content)


def _validated(settings: dict[str, Any]) -> dict[str, Any]:
    """`settings`, once they are known to be what the checks take."""
    from pydantic import ValidationError

    from extractor.checks.settings import Settings

    try:
        Settings.model_validate(settings).chosen()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise UsageError(
            f"setting {name!r}: {first['msg']}; known are select, ignore and checks.CODE.OPTION."
        ) from error
    return settings
