"""Style sheets have no dead rule: each class, animation and property of theirs is used somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

STYLES = "docs/assets/css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTORS = re.compile(r"([^{};@]+)\{")
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_WORD = re.compile(r"[A-Za-z][\w-]*")
_CLASSES_OF_A_PAGE = re.compile(r'\sclass="([^"]*)"')
_COLOUR = re.compile(r"[pl]-(?:[a-z]+-)*[a-z]+")
"""A colour that fills or draws: a picture may use any of the palette, and tests/test_pictures.py holds them to that."""

_WRITERS = ("docs/assets/js/**/*.js", "macros/templates/**/*.html", "macros/**/*.py", "theme/**/*.html")
"""What writes classes. A name of several parts, such as one for each layout, is whole only in a page."""


def classes(css: str) -> set[str]:
    """Every class that the selectors of a style sheet name."""
    selectors = _SELECTORS.findall(_COMMENT.sub("", css))
    return {name for selector in selectors for name in _CLASS.findall(selector)}


def unused_names(css: str, everything: str) -> Iterator[str]:
    """Animations and custom properties that a style sheet defines and nothing in ``everything`` asks for."""
    css = _COMMENT.sub("", css)
    for name in re.findall(r"@keyframes ([\w-]+)", css):
        if not re.search(rf"animation(?:-name)?:[^;]*\b{name}\b", everything):
            yield name
    for name in sorted(set(re.findall(r"(--[\w-]+):", css))):
        if f"var({name}" not in everything:
            yield name


def written_in_pages(pages: Iterable[Path]) -> set[str]:
    """Every class that an element of a page has."""
    lists = (found for page in pages for found in _CLASSES_OF_A_PAGE.findall(page.read_text(encoding="utf-8")))
    return {name for names in lists for name in names.split()}


@pytest.fixture(scope="module")
def sheets(root: Path) -> dict[str, str]:
    """Each style sheet by its name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((root / STYLES).glob("*.css"))}


def test_each_class_of_a_style_sheet_is_used(root: Path, site: Path, sheets: dict[str, str]) -> None:
    used = written_in_pages(site.rglob("*.html"))
    for pattern in _WRITERS:
        for path in root.glob(pattern):
            used |= set(_WORD.findall(path.read_text(encoding="utf-8")))
    dead = {
        f"{sheet}: .{name}"
        for sheet, css in sheets.items()
        for name in classes(css) - used
        if not (sheet == "pictures.css" and _COLOUR.fullmatch(name))
    }
    assert dead == set()


def test_each_animation_and_property_of_a_style_sheet_is_used(root: Path, sheets: dict[str, str]) -> None:
    everything = "".join(sheets.values())
    unused = {f"{sheet}: {name}" for sheet, css in sheets.items() for name in unused_names(css, everything)}
    assert unused == set()


def test_a_dead_rule_is_found() -> None:
    css = ".a > .b-c:not(.d)::after { color: var(--x) } /* .no */ @media print { .e { margin: .5rem } }"
    assert classes(css) == {"a", "b-c", "d", "e"}
    assert list(unused_names("@keyframes come { to { opacity: 1 } } a { --x: 1px; --y: var(--x) }", "var(--x)")) == [
        "come",
        "--y",
    ]
