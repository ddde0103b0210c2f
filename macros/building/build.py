"""Builds the whole site: checks, has an engine make the pages, publishes the rest, and swaps old for new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros.building.engines import run_engine
from macros.building.place import build_folder, only_one, put_in_place, repaired
from macros.checks.run import checked_catalogue, content_state
from macros.publishing.publish import publish


def build(root: Path, site: Path, engine: str, progress: Callable[[str], None]) -> None:
    """Checks the content and builds the whole site into ``site``.

    An earlier ``site`` stays as it was unless everything went well. Raises ContentError or BuildError.
    """
    with only_one(root, site):
        repaired(site, progress)
        state = content_state(root)
        catalogue = checked_catalogue(root, progress)
        with build_folder(root) as folder:
            fresh = folder / "site"
            run_engine(root, fresh, engine, state)
            publish(root, fresh, catalogue, earlier=site)
            put_in_place(fresh, site)
