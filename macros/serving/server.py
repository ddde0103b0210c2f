"""Serves the preview.

Not the engine's own server: that one ignores Range requests, so a recording could not be wound
forward, and it reloads with an inline script, which the pages' policy refuses.
"""

from __future__ import annotations

import asyncio
import html
import ipaddress
import re
from collections.abc import Callable
from contextlib import aclosing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import tornado.web
from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.netutil import bind_sockets
from watchfiles import awatch

from macros.building.place import CACHE, repaired
from macros.serving.builder import Builder
from macros.serving.preview import Preview

WATCHED = ("docs", "webinars", "data", "macros", "theme", "mkdocs.yml")
SCRIPT = b'<script src="/__preview/reload.js" defer></script>'

_STEP = 50
"""Milliseconds that files have to be still before a build: editors write a file in several steps."""
_LONGEST_WAIT = 300
"""Milliseconds after which it is built even so."""
_IDLE = 500
"""Milliseconds without a change after which the rest is made."""

_LONGEST_NAME = 255
"""Bytes of a file's name at most: no disk has longer ones, and asking for one is an error."""
_RANGE = re.compile(r"bytes=(?:([0-9]{1,18})-([0-9]{1,18})?|-[0-9]{1,18})")
"""One range of bytes (RFC 9110, 14.1.2)."""


def is_own_host(name: str, served: str = "localhost") -> bool:
    """Whether a request was meant for this computer: by localhost, the name served on, or any address of numbers.

    A page of another site can have its own name lead here (DNS rebinding); it cannot use a name that is not its own.
    """
    if name.lower() in ("localhost", served.lower()):
        return True
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _is_range(header: str) -> bool:
    """Whether a Range asks for one part of a file, whose end is not before its start."""
    found = _RANGE.fullmatch(header.strip())
    if found is None:
        return False
    first, last = found.groups()
    return last is None or int(first) <= int(last)


class _OwnHost(tornado.web.RequestHandler):
    """Whatever the preview answers, it answers to those who mean this computer."""

    preview: Preview

    def prepare(self) -> None:
        """Refuses what is meant for another host."""
        if not is_own_host(self.request.host_name, self.preview.host):
            raise tornado.web.HTTPError(421)


class Files(_OwnHost, tornado.web.StaticFileHandler):
    """Files of the site, with Range; pages carry the script that reloads them."""

    def prepare(self) -> None:
        """Refuses other hosts and addresses that no file can have; a Range of another form is as if it were not there.

        RFC 9110, 14.2: a server may ignore a Range that is not valid. Tornado would take -1 of ``--1`` for a number.
        """
        super().prepare()
        if any("\0" in part or len(part.encode()) > _LONGEST_NAME for part in self.path_args[0].split("/")):
            raise tornado.web.HTTPError(404)
        if "Range" in self.request.headers and not _is_range(self.request.headers["Range"]):
            del self.request.headers["Range"]

    def initialize(self, preview: Preview) -> None:  # type: ignore[override]
        """Called by Tornado with what ``application`` gives."""
        self.preview = preview
        super().initialize(str(preview.site), "index.html")

    def set_extra_headers(self, path: str) -> None:
        """Nothing is kept by the browser: the next build may change it."""
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self) -> None:
        """None: see above."""
        return

    def should_return_304(self) -> bool:
        """Never: see above."""
        return False

    async def get(self, path: str, include_body: bool = True) -> None:
        """A page with the reloading script, or any other file as it is."""
        page = self.preview.page_at(path)
        if self.preview.message:
            if page is not None or path.endswith("/") or not path:
                self.set_status(500)
                self._write_html(_problem_page(self.preview.message), include_body)
                return
        elif page is not None:
            self._write_html(page.read_bytes(), include_body)
            return
        await super().get(path, include_body)

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ANN401
        """The site's own page for what is not there."""
        missing = self.preview.site / "404.html"
        if status_code == 404 and missing.is_file():
            self._write_html(missing.read_bytes(), True)
        else:
            super().write_error(status_code, **kwargs)

    def _write_html(self, page: bytes, include_body: bool) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        page = page.replace(b"</head>", SCRIPT + b"</head>", 1)
        if include_body:
            self.write(page)
        else:
            self.set_header("Content-Length", len(page))
        self.finish()


class Script(_OwnHost, tornado.web.StaticFileHandler):
    """The script that reloads pages."""

    def initialize(self, preview: Preview) -> None:  # type: ignore[override]
        """Called by Tornado with what ``application`` gives."""
        self.preview = preview
        super().initialize(str(Path(__file__).parent))


class Events(_OwnHost):
    """Holds the connection of an open page, to tell it when to reload."""

    def initialize(self, preview: Preview) -> None:
        """Called by Tornado with what ``application`` gives."""
        self.preview = preview

    async def get(self) -> None:
        """Waits until the page that asks would show something else, and says so."""
        page = self.get_query_argument("page", None)
        listener = self.preview.listener(None if page is None else unquote(page).removeprefix("/"))
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("Cache-Control", "no-store")
        try:
            await self.flush()
            await listener.told.wait()
            self.write("event: built\ndata: -\n\n")
            await self.flush()
        except StreamClosedError:
            return
        finally:
            self.preview.listeners.discard(listener)


def application(preview: Preview) -> tornado.web.Application:
    """The preview as a Tornado application."""
    return tornado.web.Application(
        [
            (r"/__preview/events", Events, {"preview": preview}),
            (r"/__preview/(reload\.js)", Script, {"preview": preview}),
            (r"/(.*)", Files, {"preview": preview}),
        ],
        log_function=lambda handler: None,
    )


def serve(root: Path, host: str, port: int, engine: str, say: Callable[[str], None]) -> None:
    """Builds the site, serves it, and builds it anew whenever its files change, until interrupted."""
    try:
        asyncio.run(_serve(root.resolve(), host, port, engine, say))
    except KeyboardInterrupt:
        say("Stopped.")


async def _serve(root: Path, host: str, port: int, engine: str, say: Callable[[str], None]) -> None:
    # Before anything is built: who has the port has the folder of its site, too.
    try:
        sockets = bind_sockets(port, host)
    except OSError as error:
        raise SystemExit(f"Cannot serve on port {port} ({error.strerror}); try: make serve PORT={port + 1}") from None
    preview = Preview(root / CACHE / f"preview-{re.sub(r'[^A-Za-z0-9.]', '-', host)}-{port}", host=host)
    repaired(preview.site, say)
    say("Building the site. The first time takes longest: narrations and pictures are made once and kept.")
    with Builder(root, preview, engine, say) as builder:
        await builder.answer()
        await builder.make_the_rest()
        HTTPServer(application(preview)).add_sockets(sockets)
        say(f"Serving http://{host}:{port}/ (stop with Ctrl+C)")
        has_changed = False
        while True:
            has_changed = await _follow(root, builder, has_changed)


async def _follow(root: Path, builder: Builder, has_changed: bool) -> bool:
    """Builds at each change until a watched folder is another one, and gives that something has changed.

    A folder that was removed takes its watch along. When it comes back, as with `git checkout`, nobody would look at
    it: so all are watched anew, and what happened in between is built then.
    """
    watched = _watched(root)
    found = awatch(*watched, step=_STEP, debounce=_LONGEST_WAIT, rust_timeout=_IDLE, yield_on_timeout=True)
    async with aclosing(found) as changes:
        async for changed in changes:
            if any(root / "macros" in Path(path).parents for _, path in changed):
                builder.start_anew()
            if _watched(root) != watched:
                return True
            if has_changed:
                has_changed = False
                await builder.answer()
            elif changed:
                await builder.answer([Path(path) for _, path in changed])
            else:
                builder.complete()
    return False


def _watched(root: Path) -> dict[Path, int]:
    """What is watched of the project and is there now, each with a number that another folder of its name has not."""
    found = {}
    for path in (root / name for name in WATCHED):
        with suppress(OSError):
            found[path] = path.stat().st_ino
    return found


def _problem_page(message: str) -> bytes:
    """What is wrong, as a page: file, line and what to do, as on the terminal."""
    items = "".join(f"<li><code>{html.escape(line)}</code></li>" for line in message.splitlines())
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><title>Problems in the content - preview</title></head>'
        "<body><main><h1>The site could not be built</h1>"
        "<p>Mend what is named here and save. This page then loads anew by itself.</p>"
        f"<ul>{items}</ul></main></body></html>"
    ).encode()
