"""Says again what the last check said where nothing has changed since: as soon as the dates of all files are read.

Nothing here may import what is slow to import: that is most of a check in which nothing has changed.
"""

from __future__ import annotations

import datetime
import json
import os
import re
from collections.abc import Sequence
from pathlib import Path

from macros.annotations import on_github
from macros.content.state import content_state
from macros.store import Store, key_of

OWNER = "said of all content"
"""Under this name the store keeps what a check said that found nothing wrong."""

_VARIABLE = re.compile(r"!ENV\s*\[?\s*([A-Za-z_]\w*)")


def said_before(arguments: Sequence[str]) -> list[str] | None:
    """The lines that ``check`` said the last time, or None if something has changed since or is asked for besides."""
    match arguments:
        case ["check"]:
            root = Path()
        case ["--root", folder, "check"]:
            root = Path(folder)
        case _:
            return None
    key = "" if on_github() else state_of_check(root.resolve())
    if not key or not (kept := Store(root.resolve()).get(OWNER, key)):
        return None
    return [str(line) for line in json.loads(kept)]


def keep_said(state: str, lines: Sequence[str], store: Store) -> None:
    """Keeps what a check said that found nothing wrong, with the state that it began with."""
    if state:
        store.put(OWNER, state, json.dumps(lines))


def state_of_check(root: Path) -> str:
    """Another one whenever the content, a setting from the environment, the code or the day is another.

    The tests count too, because a page names them (data/wcag.yml). Empty where nobody can tell: no settings, or some
    that stand in a file of their own.
    """
    try:
        settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    if re.search(r"^INHERIT:", settings, re.MULTILINE):
        return ""
    given = [(name, os.environ.get(name)) for name in _VARIABLE.findall(settings)]
    tests = [(str(path), path.stat().st_mtime_ns) for path in sorted((root / "tests").rglob("*.py"))]
    return key_of(content_state(root), given, tests, datetime.date.today())
