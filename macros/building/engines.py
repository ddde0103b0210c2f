"""The engines that make the pages, each as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from macros.building.engine_pages import LEFT_OUT
from macros.content.handed import HANDED

ENGINES = ("mkdocs", "properdocs", "zensical")

PAGES_ONLY = "DOING_WITH_PAGES_ONLY"
"""In the environment of an engine: who started it publishes what the site has besides its pages."""


LONGEST = 900.0
"""Seconds that an engine may take: many times what the largest site needs. One that hangs would hold a build for
ever."""

_KILLED = -9
"""What a process gives back that the system has ended, as Linux does where memory is short (SIGKILL)."""
_NO_MEMORY = ("MemoryError", "Cannot allocate memory", "memory allocation of")
"""What programs in Python and in Rust say when they get no more memory."""


class BuildError(Exception):
    """The site could not be built; the message says why, and what to do."""


def run_engine(root: Path, site: Path, engine: str, handed: Path | None, left_out: Path | None = None) -> None:
    """Has the engine write its pages into ``site``. Raises BuildError.

    ``handed`` is the file with the content that was found right; without it the engine reads and checks it itself.
    ``left_out`` is the file with the pages that it need not make (engine_pages.py).
    """
    config = root / "mkdocs.yml"
    # UTF-8 on Windows too: what the engine says is read as such below.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", PAGES_ONLY: "1"}
    if handed:
        environment[HANDED] = str(handed)
    if left_out:
        environment[LEFT_OUT] = str(left_out)
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
            timeout=LONGEST,
        )
    except subprocess.TimeoutExpired:
        message = (
            f"{engine} has not built the site within {LONGEST / 60:.0f} minutes and was stopped; close other programs"
            " and try again, and look at the page that was changed last"
        )
        raise BuildError(message) from None
    finally:
        if engine == "zensical":
            config.unlink()
    said = f"{result.stdout}{result.stderr}"
    if result.returncode == _KILLED or (result.returncode and any(words in said for words in _NO_MEMORY)):
        raise BuildError(f"{engine} got too little memory to build the site; close other programs and try again")
    if result.returncode != 0:
        raise BuildError(f"{engine} could not build the site:\n{said}".rstrip())
    if engine == "zensical" and not (site / "index.html").is_file():
        raise BuildError(f"zensical wrote no site:\n{said}".rstrip())
