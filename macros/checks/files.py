"""Checks the files themselves: ordinary ones, of known kinds, and pictures that are nothing but pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import ParseError, fromstring

from macros.problems import Problem
from macros.reading.files import content_files, odd_file
from macros.reading.text_file import read_text, relative_name

RULE = "file"
FOLDERS = ("docs", "webinars", "data")
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})
PAGE = ".md"
CODE = frozenset({".css", ".js"})
"""Only in docs/assets/: a page has no code of its own."""

_RUNS = frozenset({"script", "foreignobject", "handler", "iframe", "object", "embed", "set", "animate"})
_PLACE = re.compile(r"\s*(#|data:image/(?:png|jpeg|webp);)", re.IGNORECASE)


def check_odd_files(root: Path) -> Iterator[Problem]:
    """Every link, FIFO and device among the content."""
    for path in (path for name in FOLDERS for path in (root / name, *content_files(root / name))):
        if problem := odd_file(path):
            yield Problem(relative_name(path, root), 0, problem, RULE)


def check_files(root: Path) -> Iterator[Problem]:
    """Every file that would be published and should not be."""
    for path in (path for name in FOLDERS for path in content_files(root / name)):
        file = relative_name(path, root)
        if file.startswith("docs/") and (problem := _unknown_kind(path, root)):
            yield Problem(file, 0, problem, RULE)
        elif path.suffix.lower() == ".svg":
            yield from check_svg(path, root)


def _unknown_kind(path: Path, root: Path) -> str:
    """What is wrong with a file of docs/ that is no page, picture, style or script; empty if it is one."""
    inside = path.relative_to(root / "docs").parts
    if path.suffix == PAGE or path.suffix in PICTURES or (path.suffix in CODE and inside[0] == "assets"):
        return ""
    if path.suffix in CODE:
        return "is code, which stands in docs/assets/ only; move it there, or remove it"
    known = ", ".join(sorted({PAGE, *PICTURES}))
    return f"would be published, and is of no kind that pages use ({known}); remove it"


def check_svg(path: Path, root: Path) -> Iterator[Problem]:
    """A drawing that readers may open by itself runs nothing and loads nothing."""
    text, problems = read_text(path, root)
    yield from problems
    if text is None:
        return
    file = relative_name(path, root)
    # Entities can make a small file large without end.
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        yield Problem(file, 0, "has a DOCTYPE or entities, which drawings here do without; remove them", RULE)
        return
    try:
        drawing = fromstring(text)
    except ParseError as error:
        yield Problem(file, error.position[0], "is no drawing that browsers can read; save it again", RULE)
        return
    for element in drawing.iter():
        name = str(element.tag).rpartition("}")[2].lower()
        runs = [key for key in element.attrib if key.rpartition("}")[2].lower().startswith("on")]
        leads = [
            value
            for key, value in element.attrib.items()
            if key.rpartition("}")[2].lower() in {"href", "src"} and not _PLACE.match(value)
        ]
        if name in _RUNS or runs:
            yield Problem(file, 0, f"has code ('{runs[0] if runs else name}'); a drawing has none: remove it", RULE)
        elif leads:
            yield Problem(file, 0, f"leads to '{leads[0]}'; a drawing leads nowhere: remove it", RULE)
