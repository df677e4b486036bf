"""XPaths of elements."""

from lxml import html

from extractor.reading.paths import Paths

SOURCE = "<html><body><p>a</p><div><p>b</p><p>c</p><o:p>d</o:p><h2>e</h2></div><div></div></body></html>"


def test_every_element_is_found_again_and_named_as_lxml_does() -> None:
    tree = html.document_fromstring(SOURCE)
    paths = Paths()
    for element in tree.iter():
        path = paths.of(element)
        assert tree.xpath(path) == [element]
        if ":" not in element.tag:
            assert path == element.getroottree().getpath(element)


def test_a_name_with_a_colon_is_told_by_its_place() -> None:
    tree = html.document_fromstring(SOURCE)
    assert Paths().of(next(element for element in tree.iter() if ":" in element.tag)) == "/html/body/div[1]/*[3]"
