"""Builds the site with one of the engines, beside the old one, and puts it in its place when it is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.checks.run import CHECKED, checked_catalogue, content_state
from macros.publishing.publish import publish

ENGINES = ("mkdocs", "properdocs", "zensical")
_CALLS_PUBLISH = {"mkdocs", "properdocs"}

PAPERS_AND_INDEX_LATER = "papers_and_index_later"
"""Under this name in the engine's ``extra``: whether it leaves to others what takes longest."""


class BuildError(Exception):
    """The engine could not build the site; the message is what it said."""


def build(root: Path, site: Path, engine: str, progress: Callable[[str], None]) -> None:
    """Checks the content and builds the whole site into ``site``.

    An earlier ``site`` stays as it was unless everything went well. Raises ContentError or BuildError.
    """
    state = content_state(root)
    catalogue = checked_catalogue(root, progress)
    with build_folder(root) as folder:
        fresh = folder / "site"
        run_engine(root, fresh, engine, state)
        if engine not in _CALLS_PUBLISH:
            publish(root, fresh, catalogue)
        put_in_place(fresh, site)


@contextmanager
def build_folder(root: Path) -> Iterator[Path]:
    """A folder of its own for a build, so that two at once do not meet; inside the project, for Zensical."""
    # Not .cache, which Zensical takes for its own and empties before it builds.
    cache = root / ".build-cache"
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="build-", dir=cache) as folder:
        yield Path(folder)


def put_in_place(fresh: Path, site: Path) -> None:
    """Puts a freshly built site where the earlier one was."""
    shutil.rmtree(site, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(fresh, site)


def run_engine(root: Path, site: Path, engine: str, checked: str) -> None:
    """Runs the engine in a process of its own. Raises BuildError.

    ``checked`` is the state of the content that was found right: the engine need not check it again.
    """
    config = root / "mkdocs.yml"
    # UTF-8 on Windows too: what the engine says is read as such below.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", CHECKED: checked}
    if engine == "zensical":
        # Zensical has no option for the folder that it writes to; a file that inherits ours does.
        config = root / f".zensical-{site.parent.name}.yml"
        config.write_text(f"INHERIT: mkdocs.yml\nsite_dir: {site.relative_to(root).as_posix()}\n", encoding="utf-8")
        command = ["build", "--clean", "--strict", "--config-file", str(config)]
    else:
        command = ["build", "--strict", "--config-file", str(config), "--site-dir", str(site)]
    try:
        result = subprocess.run(
            [sys.executable, "-m", engine, *command],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    finally:
        if engine == "zensical":
            config.unlink()
    if result.returncode != 0:
        raise BuildError(f"{engine} could not build the site:\n{result.stdout}{result.stderr}".rstrip())
    if engine == "zensical" and not (site / "index.html").is_file():
        raise BuildError(f"zensical wrote no site:\n{result.stdout}{result.stderr}".rstrip())
