"""The pages of a built site, for tests that look at each of them."""

from __future__ import annotations

from pathlib import Path

from lxml import etree, html

from tests.content import WORDS

NOT_PAGES = {"404.html"}

_STATES = ("role", "type", "hidden", "open", "disabled", "aria-current")
"""Attributes that styles and assistive technology tell elements apart by, classes aside."""


def page_paths(site: Path) -> list[str]:
    """The address of every page from the top of the site, such as ``do/access/``; those that lead on are left out."""
    leads_on = f"<h1>{WORDS.moved.heading}</h1>"
    found = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if leads_on in path.read_text(encoding="utf-8")[:1000]:
            continue
        found.append(name.removesuffix("index.html"))
    return found


def covering_paths(site: Path) -> list[str]:
    """The addresses of a few pages that hold, together, every kind of element that the site has.

    A style rule, a script or a template treats elements of a kind alike, so tests of what these make (colours,
    sizes, focus) lose nothing when they leave out the other pages. What depends on the words of a page is looked
    at on every page.
    """
    waiting = {path: _kinds_of_elements(site / path) for path in page_paths(site)}
    uncovered = set[str]().union(*waiting.values())
    chosen: list[str] = []
    while uncovered:
        path = max(waiting, key=lambda path: len(waiting[path] & uncovered))
        chosen.append(path)
        uncovered -= waiting.pop(path)
    return chosen


def _kinds_of_elements(page: Path) -> set[str]:
    """Every element of a page's body, as its name, classes and states, with those of its parent and grandparent."""
    tree = html.parse(page / "index.html" if page.is_dir() else page)
    lines: dict[etree._Element, tuple[str, ...]] = {}
    for element in tree.iterfind(".//body//*"):
        if isinstance(element.tag, str):
            parent = element.getparent()
            above = lines.get(parent, ()) if parent is not None else ()
            lines[element] = (*above[-2:], _kind_of_element(element))
    return {" > ".join(line) for line in lines.values()}


def _kind_of_element(element: etree._Element) -> str:
    classes = sorted(element.get("class", "").split())
    states = [f"{name}={element.get(name)}" for name in _STATES if name in element.attrib]
    return ".".join([str(element.tag), *classes]) + "".join(f"[{state}]" for state in states)
