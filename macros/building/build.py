"""Builds the whole site: checks, has an engine make the pages, publishes the rest, and swaps old for new."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from macros.building.engines import run_engine
from macros.building.frame_words import write_frame_words
from macros.building.place import build_folder, only_one, put_in_place, repaired
from macros.checked import renewed_content, with_audio
from macros.content.handed import hand_over
from macros.publishing.publish import first_published, publish, without_public_address
from macros.publishing.webinar_files import prepare_webinar_files
from macros.store import Store


def build(root: Path, site: Path, engine: str, progress: Callable[[str], None], with_search: bool = True) -> None:
    """Checks the content and builds the whole site into ``site``.

    An earlier ``site`` stays as it was unless everything went well. Raises ContentError or BuildError.
    """
    with only_one(root, site):
        repaired(site, progress)
        content = with_audio(renewed_content(root), progress)
        store = Store(content.root)
        write_frame_words(content.words, content.page_words, root)
        with build_folder(root) as folder, ThreadPoolExecutor(max_workers=1) as beside:
            fresh, handed = folder / "site", folder / "content"
            hand_over(content, handed)
            pages = beside.submit(run_engine, root, fresh, engine, handed)
            # Meanwhile, on another processor: what the pages will be filled with.
            for webinar in content.catalogue.webinars:
                prepare_webinar_files(webinar, content.settings, content.words, store)
            pages.result()
            publish(content, fresh, store, site, with_search)
            if missing := without_public_address(content.settings) or first_published(content):
                progress(missing)
            put_in_place(fresh, site)
