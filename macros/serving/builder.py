"""Builds for a preview: what has changed first, so that it is soon seen, and the rest when nothing changes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from macros.building.place import repaired
from macros.serving import warm
from macros.serving.preview import Preview
from macros.serving.worker import EndedError, Worker

_ENDED = "The process that builds the site has ended; the terminal may say why. Save again to start another."


class Builder:
    """Builds a preview's site in two processes: one answers changes, the other makes the rest and can be stopped.

    The rest of a site is every page that a change may have made another one, its papers and its search index. It takes
    the longer the more webinars there are, and nobody should wait for it who has just saved a page.
    """

    def __init__(self, root: Path, preview: Preview, engine: str, say: Callable[[str], None]) -> None:
        self._root = root
        self._preview = preview
        self._engine = engine
        self._say = say
        self._answering, self._completing = Worker(), Worker()
        self._unbuilt: set[Path] = set()
        """What has changed since all pages were built."""
        self._has_rest = False
        self._rest: asyncio.Task[None] | None = None

    def __enter__(self) -> Builder:
        self._answering.__enter__()
        self._completing.__enter__()
        return self

    def __exit__(self, *reason: object) -> None:
        self._answering.__exit__()
        self._completing.__exit__()

    async def answer(self, changed: Collection[Path] = ()) -> None:
        """Shows what has changed, or what is wrong with it. All pages are built where that is not soon done."""
        await self._stop()
        self._unbuilt.update(changed)
        start = time.monotonic()
        message = await self._run(self._answering, warm.show_changed, frozenset(self._unbuilt)) if changed else None
        is_whole = message is None
        if message is None:
            message = await self._run(self._answering, warm.build_pages) or ""
        if is_whole and not message:
            self._unbuilt.clear()
        self._say(message or f"{'Built' if is_whole else 'Shown'} in {time.monotonic() - start:.1f} seconds.")
        self._preview.message = message
        self._has_rest = not message
        self._preview.answered(with_all=is_whole)

    def complete(self) -> None:
        """Goes on with the rest of the site, beside all else."""
        if self._has_rest and (self._rest is None or self._rest.done()):
            self._rest = asyncio.create_task(self.make_the_rest())

    async def make_the_rest(self) -> None:
        """Builds the pages that were not needed to show what has changed, and makes papers and search index."""
        message = ""
        if self._unbuilt:
            start = time.monotonic()
            message = await self._run(self._completing, warm.build_pages) or ""
            self._say(message or f"Built the rest in {time.monotonic() - start:.1f} seconds.")
            self._preview.message = message
            self._preview.completed()
        if not message:
            self._unbuilt.clear()
            message = await self._run(self._completing, warm.make_papers_and_index) or ""
            if message:
                self._say(message)
        self._has_rest = False

    def start_anew(self) -> None:
        """Other processes, which read changed code."""
        self._answering.start_anew()
        self._completing.start_anew()

    async def _stop(self) -> None:
        """Stops making the rest: it would be that of an earlier state."""
        if self._rest and not self._rest.done():
            self._rest.cancel()
            self._completing.start_anew()
            with suppress(asyncio.CancelledError):
                await self._rest
            # It may have been about to put its site in place.
            repaired(self._preview.site, lambda _: None)
        self._rest = None

    async def _run(self, worker: Worker, function: Callable[..., str | None], *more: object) -> str | None:
        try:
            return await worker.run(function, self._root, self._preview.site, self._engine, *more)
        except EndedError:
            return _ENDED
