"""Builds for the preview, in a process that stays: starting one for every change would take half of the time.

The functions run in that process, and give what is wrong as text, empty if all is well. It has to be
another process after a change to anything in macros/.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from importlib import import_module
from pathlib import Path
from threading import Thread

from macros.building.engines import PAGES_ONLY, BuildError
from macros.problems import ContentError

_STEPS = "macros.serving.steps"


def start() -> None:
    """Ctrl+C ends this process without a word: the one that serves says it. Engines make pages only here."""
    os.environ[PAGES_ONLY] = "1"
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_the_server, daemon=True).start()
    # Imported now, the first build need not wait for it. A fault in it is shown by that build.
    with suppress(Exception):
        import_module(_STEPS)


def _end_with_the_server() -> None:
    """However the server ends, this process does not stay behind."""
    if server := multiprocessing.parent_process():
        server.join()
        os._exit(0)


def tell(message: str) -> None:
    """A line on the terminal at once, such as that a talk is being narrated: what is printed comes after the build."""
    print(message, file=sys.__stderr__, flush=True)


def show_changed(root: Path, site: Path, engine: str, files: frozenset[Path]) -> str | None:
    """Checks these files by themselves, and puts their pages into ``site``. None where that does not show them."""

    def step() -> bool:
        from macros.serving.steps import write_changed_pages

        return write_changed_pages(root, site, engine, files)

    return _message_of(step)


def build_pages(root: Path, site: Path, engine: str) -> str | None:
    """Checks the content and builds its pages into ``site``; papers and index stay as they were before."""

    def step() -> bool:
        from macros.serving.steps import write_pages

        write_pages(root, site, engine, tell)
        return True

    return _message_of(step)


def _message_of(step: Callable[[], bool]) -> str | None:
    said = io.StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            return "" if step() else None
    except (ContentError, BuildError) as error:
        return f"{said.getvalue()}{error}".strip()
    except Exception:
        # From changed code: whoever changed it wants to see where it failed.
        return f"{said.getvalue()}{traceback.format_exc()}"


def make_papers_and_index(root: Path, site: Path, engine: str) -> str:
    """Makes the papers and the search index of the pages that ``build_pages`` built."""
    try:
        from macros.serving.steps import write_papers_and_index

        write_papers_and_index(root, site, engine)
    except ContentError:
        # Changed again in the meantime: the next build says what is wrong.
        return ""
    except Exception:
        return traceback.format_exc()
    return ""
