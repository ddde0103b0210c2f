"""What the project's texts are without a part of its content: no page, list or setting names what is gone. Pure."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from macros.reading.addresses import outside
from macros.reading.markdown import verbatim_lines

PARTS = ("webinars", "stories", "guides")
"""What can be removed, as options and questions name it."""
STAY = frozenset({"the-ladder.md", "real-or-faux.md", "what-co-production-is.md"})
"""Guides that stay, with their pages in easier words: the tools, the search and the catalogue rest on them."""
SETTINGS = "mkdocs.yml"
_NO_PATHS = """\
# yaml-language-server: $schema=../schemas/paths.schema.json
# Learning paths: guides and webinars in an order that somebody can follow. There are none yet.
paths: []
"""
CATALOGUE = "webinars/index.md"
PATHS = "webinars/paths.yml"
PUBLISHED = "data/published.txt"
GUIDE_INSTEAD = "understand/the-ladder.md"
"""Where a tool leads that led to a guide which is gone."""

NONE_YET = "There are none yet."
"""What stands where learning paths stood."""

_FOLDERS = {"webinars": ("webinars",), "stories": ("stories",), "guides": ("understand", "do", "easier")}
_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\((?P<target>[^()\s]+)\)(?P<attributes>\{[^{}]*\})?")
_TAG = re.compile(r'<a href="(?P<target>[^"]+)">(?P<words>.*?)</a>')
_PAGE_FIELD = re.compile(r"(?:full|easier_page): *(?P<path>\S+)")
_CALL = re.compile(r"^\s*\{\{ *(?P<name>\w+)\((?P<arguments>[^()]*)\) *\}\}\s*$")
_NEXT_STEP = re.compile(r"(?<=\n## Next step\n)(?P<body>.*?)(?=\n## |\Z)", re.DOTALL)
_NAV_PAGE = re.compile(r"^\s+- (?:[^:#]+: )?(?P<path>[\w./-]+\.md)\s*$")
_NAV_GROUP = re.compile(r"^(?P<indent>\s+)- [^:#]+:\s*$")
_OF_WEBINARS = frozenset({"webinar_card", "webinar_cover"})
_OF_PATHS = frozenset({"learning_paths", "path_plans"})


def pages_to_remove(pages: Collection[str], parts: Collection[str]) -> frozenset[str]:
    """Those of ``pages`` (paths in docs/) that go with ``parts``. The first page of a folder stays."""
    folders = {folder for part in parts for folder in _FOLDERS[part]}
    return frozenset(
        page
        for page in pages
        if page.partition("/")[0] in folders
        and posixpath.basename(page) != "index.md"
        and (page.startswith(("webinars/", "stories/")) or posixpath.basename(page) not in STAY)
    )


def without_removed(
    texts: Mapping[str, str], removed: Collection[str], parts: Collection[str], written: Mapping[str, str]
) -> dict[str, str | None]:
    """What becomes of the project's files, by their paths in it: only those that change; None for one that goes.

    ``texts`` are mkdocs.yml, the pages and the data. ``removed`` are the pages that go, ``written`` those that are
    written anew, both by their paths in docs/.
    """
    changed: dict[str, str | None] = {f"docs/{page}": None for page in removed}
    changed |= {f"docs/{page}": text for page, text in written.items()}
    if parts:
        changed[PATHS] = _NO_PATHS
    # The catalogue has learning paths no more, and what is written anew has other parts.
    without_parts = {*written, CATALOGUE} if parts else set()
    for file, text in texts.items():
        if file in changed:
            continue
        if file == SETTINGS:
            new = nav_without(text, removed)
        elif file.endswith(".md"):
            new = page_without(text, file.removeprefix("docs/"), removed, parts, without_parts)
        else:
            new = data_without(text, removed)
        if new != text:
            changed[file] = new
    return changed


def page_without(
    text: str, page: str, removed: Collection[str], parts: Collection[str], without_parts: Collection[str] = ()
) -> str:
    """A page whose links to removed pages are plain words; a list of pages loses the lines of these.

    A link to a part of one of ``without_parts`` leads to the page.
    """
    is_list = posixpath.basename(page) == "index.md"
    verbatim = verbatim_lines(text)
    # A page ends with the one thing to do next.
    home = f"\nGo back to [the first page]({posixpath.relpath('index.md', posixpath.dirname(page) or '.')}).\n"
    found = _NEXT_STEP.search(text)
    if found and any(_is_gone(link["target"], page, removed) for link in _LINK.finditer(found["body"])):
        text = f"{text[: found.start()]}{home}{text[found.end() :]}"
    lines = []
    for number, line in enumerate(text.split("\n")):
        if number in verbatim:
            lines.append(line)
            continue
        links = list(_LINK.finditer(line))
        gone = [_is_gone(link["target"], page, removed) for link in links]
        is_row = line.lstrip().startswith(("- ", "* ", "|")) or re.match(r"\s*\d+\. ", line)
        if (is_list and is_row and gone and gone[0]) or _calls(line, _OF_WEBINARS if "webinars" in parts else ()):
            continue
        if parts and _calls(line, _OF_PATHS):
            lines.append(NONE_YET)
            continue
        if (field := _PAGE_FIELD.match(line)) and _is_gone(field["path"], page, removed):
            continue
        line = _LINK.sub(lambda link: _link_without(link, page, removed, without_parts), line)
        line = _TAG.sub(lambda tag: tag["words"] if _is_gone_address(tag["target"], page, removed) else tag[0], line)
        lines.append(line)
    return "\n".join(lines)


def data_without(text: str, removed: Collection[str]) -> str:
    """A file of data: lines about removed pages go, and a guide that has to be there is the one that stays."""
    lines = []
    for line in text.split("\n"):
        key, colon, value = line.strip().removeprefix("- ").partition(":")
        named = value.strip().partition("#")[0]
        if key in removed or (key == "page" and named in removed):
            continue
        lines.append(f"{line[: line.index(':')]}: {GUIDE_INSTEAD}" if colon and named in removed else line)
    return _with_empty_groups("\n".join(lines), text)


def nav_without(text: str, removed: Collection[str]) -> str:
    """The text of mkdocs.yml without the removed pages, and without groups that have no page any more."""
    head, found, nav = text.partition("\nnav:\n")
    lines = [line for line in nav.split("\n") if not ((page := _NAV_PAGE.match(line)) and page["path"] in removed)]
    kept: list[str] = []
    for line in reversed(lines):
        group = _NAV_GROUP.match(line)
        below = next((other for other in reversed(kept) if other.strip()), "")
        if group and len(below) - len(below.lstrip()) <= len(group["indent"]):
            continue
        kept.append(line)
    return "".join([head, found, "\n".join(reversed(kept))]) if found else text


def _with_empty_groups(text: str, before: str) -> str:
    """A group of which every line is gone is an empty one, and not nothing."""
    if text == before:
        return text
    return re.sub(r"^(\w+):(?=\n+(?:#|\w|\Z)|\Z)", r"\1: {}", text, flags=re.MULTILINE)


def _is_gone(target: str, page: str, removed: Collection[str]) -> bool:
    """Whether a link of a page leads to a removed one."""
    path = target.partition("#")[0]
    if not path or outside(target) is not None:
        return False
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) in removed


def _is_gone_address(target: str, page: str, removed: Collection[str]) -> bool:
    """The same for a tag, which has the address of a page."""
    path = target.partition("#")[0]
    if not path or outside(target) is not None:
        return False
    stem = PurePosixPath(page).with_suffix("")
    here = str(stem.parent if stem.name == "index" else stem)
    return f"{posixpath.normpath(posixpath.join(here, path))}.md" in removed


def _link_without(link: re.Match[str], page: str, removed: Collection[str], without_parts: Collection[str]) -> str:
    if _is_gone(link["target"], page, removed):
        return link["words"]
    path, anchor, _ = link["target"].partition("#")
    if anchor and path and _is_gone(path, page, without_parts):
        return f"[{link['words']}]({path}){link['attributes'] or ''}"
    return link[0]


def _calls(line: str, names: Collection[str]) -> bool:
    """Whether a line is the call of one of these macros."""
    call = _CALL.match(line)
    return call is not None and call["name"] in names
