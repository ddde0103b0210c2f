"""What the preview shows, and the open pages that are told to load anew when they would show something else."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(eq=False)
class Listener:
    """An open page, and what it shows; or somebody who waits for the answer to any change, without a page.

    ``page`` is its address below the top of the site, such as ``do/access/``.
    """

    page: str | None
    shows: str
    told: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Preview:
    """What the preview shows: the built site, or what was wrong at the last attempt."""

    site: Path
    message: str = ""
    host: str = "localhost"
    listeners: set[Listener] = field(default_factory=set)

    def page_at(self, address: str) -> Path | None:
        """The HTML file at an address that ends with a slash or .html, if it is inside the site."""
        file = (self.site / address).resolve()
        if address.endswith("/") or not address:
            file /= "index.html"
        inside = self.site.resolve() in file.parents
        return file if inside and file.suffix == ".html" and file.is_file() else None

    def listener(self, page: str | None) -> Listener:
        """Somebody who is told from now on when to load anew."""
        listener = Listener(page, self._shown(page))
        self.listeners.add(listener)
        return listener

    def answered(self, with_all: bool) -> None:
        """A change can be seen: has the pages load anew that show something else now, or ``with_all`` of them."""
        for listener in self.listeners:
            if with_all or listener.page is None or self._is_other(listener):
                listener.told.set()

    def completed(self) -> None:
        """What follows from a change can be seen as well: has the pages load anew that show something else now."""
        for listener in self.listeners:
            if listener.page is not None and self._is_other(listener):
                listener.told.set()

    def _is_other(self, listener: Listener) -> bool:
        return self._shown(listener.page) != listener.shows

    def _shown(self, page: str | None) -> str:
        """A name for what is to be seen at an address: another one whenever that is something else."""
        if self.message or page is None:
            return self.message
        file = self.page_at(page)
        return hashlib.sha256(file.read_bytes()).hexdigest() if file else ""
