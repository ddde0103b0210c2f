"""Checks the files themselves: ordinary ones, of known kinds, with names that addresses can have, and what they say.

Pictures are nothing but pictures, and not too large.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import ParseError, fromstring

from macros.problems import Problem
from macros.reading.files import content_files, odd_file
from macros.reading.signatures import kind_by_content, kind_by_name, suffix_of
from macros.reading.text_file import read_text, relative_name
from macros.scaffolding.names import slug_of

RULE = "file"
NAME = "file-name"
KIND = "file-kind"
PICTURE = "picture-file"
FOLDERS = ("docs", "webinars", "data")
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})
PAGE = ".md"
CODE = frozenset({".css", ".js"})
"""Only in docs/assets/: a page has no code of its own."""
LARGEST_PICTURE = 300_000
"""Bytes: two seconds on a slow telephone (1.6 Mbit/s, as Lighthouse takes it for "slow 4G")."""

_FILE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*")
_PHOTOS = frozenset({".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp", ".gif"})
"""Pictures that many browsers cannot show, or that are better as others."""

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
            continue
        if file.startswith("docs/"):
            yield from check_name(path, root)
        if path.suffix.lower() == ".svg":
            yield from check_svg(path, root)
        yield from check_content(path, root)


def check_name(path: Path, root: Path) -> Iterator[Problem]:
    """A file's name is a part of its address: people type it, and capitals differ on some computers only."""
    for part in path.relative_to(root / "docs").parts:
        if not is_plain_name(part):
            message = (
                f"'{part}' is part of an address, which has small letters, numbers and single hyphens;"
                f" name it '{plain_name(part)}'"
            )
            yield Problem(relative_name(path, root), 0, message, NAME)


def is_plain_name(name: str) -> bool:
    """Whether a file or folder of docs/ may have this name."""
    return _FILE_NAME.fullmatch(name) is not None


def plain_name(name: str) -> str:
    """The name that a file of docs/ should have: its ending stays, in small letters."""
    stem, dot, suffix = name.rpartition(".")
    return f"{slug_of(stem) or 'page'}.{suffix.lower()}" if dot and stem else slug_of(name) or "page"


def check_content(path: Path, root: Path) -> Iterator[Problem]:
    """A picture or recording is what its name says, and a picture does not make readers wait."""
    file, promised = relative_name(path, root), kind_by_name(path)
    try:
        found = kind_by_content(path) if promised else ""
        size = path.stat().st_size
    except OSError as error:
        yield Problem(file, 0, f"could not be read ({error.strerror})", RULE)
        return
    if found != promised:
        right = suffix_of(found)
        cure = f"name it with {right}" if right else f"save it again as {path.suffix.lower()}"
        yield Problem(file, 0, f"its name says {promised}, and its content says {found}; {cure}", KIND)
    elif path.suffix.lower() in PICTURES and size > LARGEST_PICTURE:
        message = (
            f"is {size // 1000:,} kB; the most for a picture is {LARGEST_PICTURE // 1000} kB. Make it smaller (1,600"
            " pixels wide is plenty), or save it as .webp"
        )
        yield Problem(file, 0, message, PICTURE)


def _unknown_kind(path: Path, root: Path) -> str:
    """What is wrong with a file of docs/ that is no page, picture, style or script; empty if it is one."""
    inside = path.relative_to(root / "docs").parts
    if path.suffix == PAGE or path.suffix in PICTURES or (path.suffix in CODE and inside[0] == "assets"):
        return ""
    if path.suffix in CODE:
        return "is code, which stands in docs/assets/ only; move it there, or remove it"
    if path.suffix.lower() in _PHOTOS:
        return "is a kind of picture that many browsers cannot show; save it as .jpg, and remove this one"
    if path.suffix.lower() in PICTURES:
        return f"has an ending in capitals; name it '{plain_name(path.name)}'"
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
