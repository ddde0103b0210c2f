"""Keeps what MkDocs and ProperDocs write, so that a build has them make only the pages that can be others now.

An engine makes every page anew, and with a thousand webinars that is most of a build. A page of which everything is as
it was (page_keys.py) is taken from the store instead. Where that is so of all that an engine writes, none runs.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path

from macros.building.engine_pages import Anchors, Told, read_anchors, told_beside, write_told
from macros.building.page_keys import PageKeys, page_keys
from macros.content.content import Content
from macros.processors import in_halves
from macros.store import Store

_PAGE = "page "
"""Under this and its path in docs/ the store keeps a page as an engine made it, with its anchors."""
_REST = "rest of an engine's site"
_FILE = "index.html"
_ALWAYS_MADE = "index.md"
"""A page that is made whenever an engine runs: MkDocs dates its sitemap by the pages that it makes."""


class KeptPages:
    """What is kept of a site as ``engine`` would make it of ``content``."""

    def __init__(self, content: Content, engine: str, store: Store) -> None:
        self._store = store
        self._keys = page_keys(content, engine)
        self._urls = {page.path: page.url for page in content.pages}
        self._html: dict[str, str] = {}
        self._anchors: dict[str, Anchors] = {}
        self._rest: Mapping[str, str] | None = None
        if self._keys is None:
            return
        for path, key in self._keys.pages.items():
            if kept := store.get(f"{_PAGE}{path}", key):
                page = json.loads(kept)
                self._html[path], self._anchors[path] = page["html"], Anchors(**page["anchors"])
        if len(self._html) == len(self._urls) and (rest := store.get(_REST, self._keys.rest)):
            self._rest = json.loads(rest)

    @property
    def is_whole(self) -> bool:
        """Whether it is all that an engine would write: none has to run."""
        return self._rest is not None

    def hand_over(self, file: Path) -> Path | None:
        """Writes for the engine which pages it can leave out, and what is known of the others.

        Gives the file; None where no page can be kept, and the engine is told nothing.
        """
        if self._keys is None:
            return None
        self._html.pop(_ALWAYS_MADE, None)
        left_out = {path: self._anchors[path] for path in self._html}
        others = {path: outputs for path, outputs in self._keys.outputs.items() if path not in left_out}
        write_told(file, Told(left_out, others))
        return file

    def complete(self, site: Path, file: Path) -> None:
        """Writes into ``site`` what no engine has made, and keeps what it has made (``file`` was handed over to it)."""
        if self._keys and not self.is_whole:
            self._keep(self._keys, site, read_anchors(told_beside(file)))
        for name, encoded in (self._rest or {}).items():
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(base64.b64decode(encoded))
        for path, html in self._html.items():
            folder = site / self._urls[path]
            folder.mkdir(parents=True, exist_ok=True)
            (folder / _FILE).write_text(html, encoding="utf-8", newline="\n")

    def _keep(self, keys: PageKeys, site: Path, made: Mapping[str, Anchors]) -> None:
        """Keeps what an engine has made. Before anything is added to it."""
        in_halves(partial(self._keep_pages, keys, site), list(made.items()))
        self._store.forget_all_but((f"{_PAGE}{path}" for path in self._urls), _PAGE)
        if not self._store.has(_REST, keys.rest):
            pages = {site / url / _FILE for url in self._urls.values()}
            files = [file for file in site.rglob("*") if file.is_file() and file not in pages]
            rest = {file.relative_to(site).as_posix(): base64.b64encode(file.read_bytes()).decode() for file in files}
            self._store.put(_REST, keys.rest, json.dumps(rest))

    def _keep_pages(self, keys: PageKeys, site: Path, made: Iterable[tuple[str, Anchors]]) -> None:
        for path, anchors in made:
            html = (site / self._urls[path] / _FILE).read_text(encoding="utf-8")
            page = json.dumps({"html": html, "anchors": asdict(anchors)})
            if key := keys.pages.get(path):
                self._store.put(f"{_PAGE}{path}", key, page)
