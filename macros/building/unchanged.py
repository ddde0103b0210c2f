"""Leaves a built site as it is where nothing has changed since: neither what it is made of, nor the site itself."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from macros.building.frame_words import FILE as FRAME_WORDS
from macros.checks.unchanged import state_of_check
from macros.content.state import files_state
from macros.publishing.site_hash import FILE as HASH_FILE
from macros.publishing.site_hash import site_hash
from macros.reading.files import content_files
from macros.store import Store, key_of

DATE = "SOURCE_DATE_EPOCH"
"""In the environment: the time that stands in the site in place of now (reproducible-builds.org)."""


def state_of_build(root: Path, engine: str, with_search: bool) -> str:
    """Another one whenever a build would make another site; empty where nobody can tell."""
    content = state_of_check(root)
    if not content:
        return ""
    # Builds write the frame's words themselves, from what is content.
    theme = [path for path in content_files(root / "theme") if path != root / FRAME_WORDS]
    return key_of(content, files_state(theme), engine, with_search, os.environ.get(DATE))


def said_of_same_site(site: Path, state: str, store: Store) -> list[str] | None:
    """What was said when ``site`` was built, if it still is what a build of this ``state`` would make."""
    kept = store.get(_owner(site), state) if state and (site / HASH_FILE).is_file() else None
    if kept is None:
        return None
    known = json.loads(kept)
    return [str(line) for line in known["said"]] if known["hash"] == site_hash(site) else None


def keep_built(site: Path, state: str, said: Sequence[str], store: Store) -> None:
    """Keeps that ``site``, with its hash in it, was built of this ``state``, and what there was to say of it."""
    if state:
        sum_of_all = (site / HASH_FILE).read_text(encoding="utf-8").strip()
        store.put(_owner(site), state, json.dumps({"hash": sum_of_all, "said": list(said)}))


def _owner(site: Path) -> str:
    return f"built site {site.resolve()}"
