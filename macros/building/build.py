"""Builds the whole site: checks, has an engine make the pages, publishes the rest, and swaps old for new."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from macros.building.engines import run_engine
from macros.building.frame_words import write_frame_words
from macros.building.kept_pages import KeptPages
from macros.building.place import build_folder, only_one, put_in_place, repaired
from macros.building.unchanged import keep_built, said_of_same_site, state_of_build
from macros.checked import renewed_content, with_audio
from macros.content.content import Content
from macros.content.handed import hand_over
from macros.processors import beside
from macros.publishing.publish import first_published, prepare_papers, publish, without_public_address
from macros.publishing.session_plans import prepare_session_plans
from macros.publishing.webinar_files import prepare_webinar_files
from macros.store import Store

UNCHANGED = "Nothing has changed since the last build: the site stays as it is."


def build(root: Path, site: Path, engine: str, progress: Callable[[str], None], with_search: bool = True) -> None:
    """Checks the content and builds the whole site into ``site``.

    An earlier ``site`` stays as it was unless everything went well, or if nothing has changed since it was built.
    Raises ContentError or BuildError.
    """
    with only_one(root, site):
        repaired(site, progress)
        root = root.resolve()
        store = Store(root)
        state = state_of_build(root, engine, with_search)
        said = said_of_same_site(site, state, store)
        if said is not None:
            for line in (*said, UNCHANGED):
                progress(line)
            return
        content = with_audio(renewed_content(root), progress)
        write_frame_words(content.words, content.page_words, root)
        with build_folder(root) as folder:
            fresh, handed, left_out = folder / "site", folder / "content", folder / "left-out"
            # Beside the engine: what its pages will be filled with, and what will stand beside them.
            with beside(partial(_prepare, content, store)) as prepared:
                kept = KeptPages(content, engine, store)
                with ThreadPoolExecutor(max_workers=1) as another:
                    pages = None
                    if not kept.is_whole:
                        hand_over(content, handed)
                        pages = another.submit(run_engine, root, fresh, engine, handed, kept.hand_over(left_out))
                    prepared()
                    if pages:
                        pages.result()
            kept.complete(fresh, left_out)
            publish(content, fresh, store, site, with_search)
            missing = without_public_address(content.settings) or first_published(content)
            if missing:
                progress(missing)
            put_in_place(fresh, site)
            keep_built(site, state, [missing] if missing else [], store)


def _prepare(content: Content, store: Store) -> None:
    for webinar in content.catalogue.webinars:
        prepare_webinar_files(webinar, content.settings, content.words, store)
    prepare_session_plans(content, store)
    prepare_papers(content, store)
