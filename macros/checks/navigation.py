"""Checks the navigation in mkdocs.yml: every page once, and no page that is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import PathSpec

from macros.checks.files import is_plain_name
from macros.problems import Problem, nearest
from macros.reading.addresses import outside
from macros.settings import FILE, navigation_entries, read_lines

RULE = "navigation"


def check_navigation(root: Path, files: Collection[str]) -> Iterator[Problem]:
    """A problem for each entry that names no page, or one that is named above it, and each page that is in no entry.

    ``files`` are all of docs/, by their paths in it. A project without a navigation has one that the engine makes.
    """
    # What is wrong with the file itself is told with the settings.
    settings, _ = read_lines(root)
    if settings is None or not isinstance(settings.value, dict) or not isinstance(settings.value.get("nav"), list):
        return
    lines: dict[str, int] = {}
    for path, place in navigation_entries(settings.value["nav"]):
        line = settings.line(place)
        if outside(path) is not None or not path.endswith(".md"):
            continue
        if path in lines:
            message = f"'{path}' is in the navigation twice; keep the entry on line {lines[path]} or this one"
            yield Problem(FILE, line, message, RULE)
        elif path not in files:
            yield Problem(FILE, line, _missing(path, files), RULE)
        lines.setdefault(path, line)
    try:
        left_out = PathSpec().run_validation(_patterns(settings.value))
    except ValidationError as error:
        yield Problem(FILE, 0, f"a pattern in 'not_in_nav' or 'exclude_docs' cannot be read: {error}", RULE)
        return
    # What an entry means by another name has been told, and so has a name that a page cannot have.
    meant = {path.lower() for path in lines} | {_nearest(path, files) for path in lines if path not in files}
    for path in sorted(file for file in files if file.endswith(".md") and file.lower() not in meant):
        if not left_out.match_file(path) and all(map(is_plain_name, path.split("/"))):
            message = f"is not in the navigation, so readers will not find it; add '- {path}' below 'nav:' in {FILE}"
            yield Problem(f"docs/{path}", 0, message, RULE)


def _missing(path: str, files: Collection[str]) -> str:
    right = next((file for file in files if file.lower() == path.lower()), "")
    if right:
        return f"the navigation's '{path}' has other capitals than the file; write '{right}'"
    near = _nearest(path, files)
    cure = f"did you mean '{near}'?" if near else "remove the entry, or add the page"
    return f"there is no page docs/{path} for the navigation; {cure}"


def _nearest(path: str, files: Collection[str]) -> str:
    """The page whose path is nearest to this one; empty if none is near."""
    return nearest(path, (file for file in files if file.endswith(".md")))


def _patterns(settings: Mapping[str, object]) -> str:
    """What mkdocs.yml leaves out of the navigation, or of the site, on purpose."""
    found = (settings.get(name) for name in ("not_in_nav", "exclude_docs", "draft_docs"))
    return "\n".join(patterns for patterns in found if isinstance(patterns, str))
