"""Whether what was built looks like a finished page: nothing of the workshop is left in it.

Every other check asks whether a page is correct. This one asks what a stranger sees at a glance: marks of the tools
that made the page, source shown as text, a heading without words, the same words twice, a picture that makes the page
jump, a bare address.

`python -m tests.finished_page site` prints what it finds, a line each; exit code 1 if there is anything.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from bs4 import BeautifulSoup, Comment, Doctype

from macros.publishing.search_index import indexed_text, read_fragment

_MARKS = {
    "a stash mark of Python-Markdown": re.compile(r"wzxhzdk|klzzwxh|[\x02\x03]"),
    "a control character": re.compile(r"[\x00\x01\x04-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]"),
}
"""What must be nowhere, in code neither. U+FFFD stands where a byte could not be read."""

_SOURCE = {
    "a template's mark": re.compile(r"\{[#{%]|[#%}]\}"),
    "a list of attributes": re.compile(r"\{:? ?[.#][\w-]+[^}]*\}"),
    "bold text's Markdown": re.compile(r"\*\*|(?<!\w)__[^\W_]"),
    "a link's Markdown": re.compile(r"\]\(|\]\[\w|^\s*\[[^\]]+\]:\s"),
    "a block's Markdown": re.compile(r":::|^\s*(?:!!!|\?\?\?)\s|```|~~~"),
    "a table's Markdown": re.compile(r"\|\s*:?-+:?\s*\|"),
    "a heading's Markdown": re.compile(r"^\s*#{1,6}\s\S"),
    "a tag": re.compile(r"</?(?:a|abbr|b|br|code|div|em|i|kbd|li|ol|p|span|strong|ul)\b[^<>]*>|<!--"),
    "a character's code": re.compile(r"&(?:[a-z]+|#\d+|#x[\da-f]+);", re.IGNORECASE),
}
"""What must be nowhere but in code."""

_CODE = ("code", "pre", "kbd", "samp", "script", "style", "textarea", "template", "math")
_BLOCKS = (
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "blockquote", "figcaption", "legend", "summary",
    "section", "article", "div", "ul", "ol", "dl", "table", "td", "th", "nav", "form", "fieldset", "main", "aside",
    "header", "footer", "details", "figure", "body",
)  # fmt: skip
_TELLING = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "blockquote", "figcaption", "legend", "summary")
"""Blocks that say something by themselves: two neighbours with the same words are one too many."""
_READ_OUT = ("title", "alt", "aria-label", "content", "placeholder", "value", "label")
"""Attributes whose text reaches readers."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SHORT_SENTENCE = 3
"""Words: as few as that are repeated on purpose ("Asked again. Asked again.")."""
_UNREAD = {"search.json"}
"""Zensical's own search index, of Markdown's HTML: no page of this site reads it, and so no reader."""
_HTML_FIELDS = {"content_html", "html"}
_HTML_ELEMENTS = {"{http://purl.org/rss/1.0/modules/content/}encoded", "{http://www.w3.org/2005/Atom}content", "html"}
"""What is HTML in feeds and in oEmbed."""
_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def text_faults(text: str) -> Iterator[str]:
    """What is wrong with words as readers get them, such as a transcript's or a search result's."""
    for rules in (_MARKS, _SOURCE):
        for name, pattern in rules.items():
            for line in text.splitlines() or [text]:
                if found := pattern.search(line):
                    yield f"{name}: {_around(line, found)}"


def html_faults(text: str) -> Iterator[str]:
    """What is wrong with a page, a line each."""
    for name, pattern in _MARKS.items():
        if found := pattern.search(text):
            yield f"{name}: {_around(text, found)}"
    soup = BeautifulSoup(text, "html.parser")
    yield from _left_over(soup)
    yield from _empty_headings(soup)
    yield from _said_twice(soup)
    yield from _without_size(soup)
    yield from _bare_addresses(soup)


def site_faults(site: Path) -> list[str]:
    """What is wrong with everything that people read of a built site: a line each, with the file."""
    paths = [path for path in sorted(site.rglob("*")) if path.is_file() and path.name not in _UNREAD]
    code = _code_in(path for path in paths if path.suffix == ".html")
    return [f"{path.relative_to(site).as_posix()}: {fault}" for path in paths for fault in _file_faults(path, code)]


def _code_in(pages: Iterable[Path]) -> re.Pattern[str]:
    """All that stands in code on some page. The search index has the words of code among all others."""
    found = set()
    for path in pages:
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        found |= {" ".join(element.get_text().split()) for element in soup.find_all(("code", "pre", "kbd", "samp"))}
    in_order = sorted(found - {""}, key=lambda text: (-len(text), text))
    return re.compile("|".join(map(re.escape, in_order)) or "(?!)")


def _file_faults(path: Path, code: re.Pattern[str]) -> Iterator[str]:
    match path.suffix:
        case ".html":
            yield from html_faults(path.read_text(encoding="utf-8"))
        case ".txt" | ".vtt":
            yield from text_faults(path.read_text(encoding="utf-8"))
        case ".xml" | ".rss" | ".atom":
            for element in ElementTree.fromstring(path.read_bytes()).iter():
                is_html = element.tag in _HTML_ELEMENTS
                yield from (html_faults if is_html else text_faults)(element.text or "")
        case ".json":
            for name, text in _strings(json.loads(path.read_text(encoding="utf-8"))):
                yield from (html_faults if name in _HTML_FIELDS else text_faults)(text)
        case ".pf_fragment":
            yield from text_faults(code.sub(" ", indexed_text(read_fragment(path))))
        case ".docx":
            with zipfile.ZipFile(path) as parts:
                document = ElementTree.fromstring(parts.read("word/document.xml"))
            for paragraph in document.iter(_PARAGRAPH):
                yield from text_faults("".join(paragraph.itertext()))


def _strings(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in JSON, with the name of the field that it stands in."""
    match value:
        case str():
            yield name, value
        case list():
            for item in value:
                yield from _strings(item, name)
        case dict():
            for key, item in value.items():
                yield from _strings(item, key)


def _left_over(soup: BeautifulSoup) -> Iterator[str]:
    """Source in the text of a block, in an attribute that is read out, or `markdown=` that was not taken away."""
    for element in soup.find_all(True):
        if element.has_attr("markdown"):
            yield f"markdown= on <{element.name}>: {_short(str(element))}"
        for attribute in _READ_OUT:
            value = element.get(attribute)
            # The policy of a page is for browsers.
            if isinstance(value, str) and not element.has_attr("http-equiv"):
                yield from (f"{fault} (in {attribute}=)" for fault in text_faults(value))
    for text in _block_texts(soup):
        for name, pattern in _SOURCE.items():
            if found := pattern.search(text):
                yield f"{name} shown as text: {_around(text, found)}"


def _block_texts(soup: BeautifulSoup) -> Iterator[str]:
    """The words of each block without its code, in the page's order; marks may be spread over several elements."""
    blocks: dict[int, list[str]] = {}
    for node in soup.find_all(string=True):
        if isinstance(node, (Comment, Doctype)) or node.find_parent(_CODE):
            continue
        block = node.find_parent(_BLOCKS)
        blocks.setdefault(id(block), []).append(str(node))
    for parts in blocks.values():
        yield " ".join("".join(parts).split())


def _empty_headings(soup: BeautifulSoup) -> Iterator[str]:
    for heading in soup.find_all(re.compile(r"^h[1-6]$")):
        if not heading.get_text(strip=True) and not heading.find("img", alt=True):
            yield f"a heading without words: {_short(str(heading))}"


def _said_twice(soup: BeautifulSoup) -> Iterator[str]:
    """Neighbours with the same words, and a sentence that follows itself."""
    blocks = [block for block in soup.find_all(_TELLING) if not block.find(_BLOCKS)]
    texts = [" ".join(block.get_text().split()) for block in blocks]
    # A menu and what it leads to may say the same; of slides, only one is shown at a time.
    places = [id(block.find_parent("nav") or block.find_parent(class_="slide")) for block in blocks]
    said = [(text, place) for text, place in zip(texts, places, strict=True) if text]
    for one, other in pairwise(said):
        if one == other:
            yield f"the same text twice in a row: {_short(one[0])}"
    for text in texts:
        for one, other in pairwise(_SENTENCE_END.split(text)):
            if one == other and len(one.split()) > _SHORT_SENTENCE:
                yield f"the same sentence twice in a row: {_short(one)}"


def _without_size(soup: BeautifulSoup) -> Iterator[str]:
    """An image needs its size for its place to be kept while it loads; a drawing in the page needs its shape."""
    for image in soup.find_all("img"):
        if not (image.get("width") and image.get("height")):
            yield f"an image without width and height: {_short(str(image))}"
    for drawing in soup.find_all("svg"):
        if not drawing.get("viewbox") and not (drawing.get("width") and drawing.get("height")):
            yield f"a drawing without size: {_short(str(drawing))}"


def _bare_addresses(soup: BeautifulSoup) -> Iterator[str]:
    for link in soup.find_all("a", href=True):
        words = link.get_text(strip=True)
        if _ADDRESS.fullmatch(words) or (words and words == link["href"] and not words.startswith("#")):
            yield f"a link whose text is its address: {_short(str(link))}"


def _around(text: str, found: re.Match[str]) -> str:
    return _short(text[max(0, found.start() - 30) : found.end() + 30])


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= 100 else f"{flat[:100]}...")


def main(arguments: list[str]) -> int:
    """Prints the faults of the built site in the folder that is named."""
    found = site_faults(Path(arguments[0] if arguments else "site"))
    print("\n".join(found) if found else "Every page looks finished.")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
