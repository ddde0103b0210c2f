"""Builds for the preview, in a process that stays: starting one for every change would take half of the time.

The functions run in that process, and give what is wrong as text, empty if all is well. It has to be
another process after a change to anything in macros/.
"""

from __future__ import annotations

import io
import logging
import multiprocessing
import os
import signal
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from threading import Thread

import mkdocs.commands.build
from mkdocs.config import load_config

from macros.building.build import build
from macros.building.engines import PAGES_ONLY, BuildError
from macros.building.frame_words import write_frame_words
from macros.building.place import build_folder, put_in_place
from macros.checked import checked_content, renewed_content, with_audio
from macros.problems import ContentError
from macros.publishing.publish import copy, publish_files, publish_papers
from macros.publishing.search_index import write_search_index
from macros.store import Store

CALLED = "mkdocs"
"""The one engine that can be called: the others have to be started, so the whole site is built each time."""

_INDEX = "pagefind"
_MADE_LATER = (f"{_INDEX}/**/*", "**/*.docx")


def start() -> None:
    """Ctrl+C ends this process without a word: the one that serves says it. Engines make pages only here."""
    os.environ[PAGES_ONLY] = "1"
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_the_server, daemon=True).start()


def _end_with_the_server() -> None:
    """However the server ends, this process does not stay behind."""
    if server := multiprocessing.parent_process():
        server.join()
        os._exit(0)


def tell(message: str) -> None:
    """A line on the terminal at once, such as that a talk is being narrated: what is printed comes after the build."""
    print(message, file=sys.__stderr__, flush=True)


def build_pages(root: Path, site: Path, engine: str) -> str:
    """Checks the content and builds its pages into ``site``; papers and index stay as they were before."""
    said = io.StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            if engine == CALLED:
                _build_pages(root, site)
            else:
                build(root, site, engine, tell)
    except (ContentError, BuildError) as error:
        return f"{said.getvalue()}{error}".strip()
    except Exception:
        # From changed code: whoever changed it wants to see where it failed.
        return f"{said.getvalue()}{traceback.format_exc()}"
    return ""


def make_papers_and_index(root: Path, site: Path, engine: str) -> str:
    """Makes the papers and the search index of the pages that ``build_pages`` built."""
    if engine != CALLED:
        return ""
    try:
        content = checked_content(root)
        publish_papers(content, site, Store(content.root))
        write_search_index(content, site)
    except ContentError:
        # Changed again in the meantime: the next build says what is wrong.
        return ""
    except Exception:
        return traceback.format_exc()
    return ""


def _build_pages(root: Path, site: Path) -> None:
    content = with_audio(renewed_content(root), tell)
    write_frame_words(content.words, root)
    with build_folder(root) as folder:
        fresh = folder / "site"
        _call_mkdocs(root, fresh)
        publish_files(content, fresh, Store(root), earlier=site)
        for pattern in _MADE_LATER:
            for made in site.glob(pattern):
                target = fresh / made.relative_to(site)
                is_wanted = target.parent.is_dir() or _INDEX in target.parts
                # The Word files of session plans come with their pages.
                if made.is_file() and is_wanted and not target.exists():
                    copy(made, target, earlier=made)
        put_in_place(fresh, site)


def _call_mkdocs(root: Path, site: Path) -> None:
    """Has MkDocs write its pages into ``site``. Raises BuildError."""
    warnings = io.StringIO()
    handler = logging.StreamHandler(warnings)
    handler.setLevel(logging.WARNING)
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
        mkdocs.commands.build.build(config)
    except SystemExit as error:
        raise BuildError(f"mkdocs could not build the site:\n{warnings.getvalue()}{error}") from None
    finally:
        log.removeHandler(handler)
