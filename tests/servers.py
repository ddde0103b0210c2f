"""Web servers for the tests: one that answers Range requests as ordinary hosts do, one that does not."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType

import tornado.httpserver
import tornado.web


class _Quiet(SimpleHTTPRequestHandler):
    """Python's own server: it ignores Range and answers with the whole file."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class _Files(tornado.web.StaticFileHandler):
    """Like an ordinary host: Range, index.html in folders, the site's own page for what is missing."""

    def set_default_headers(self) -> None:
        """Tells linkchecker that it need not hold back: it asks ten times a second at most without this."""
        self.set_header("LinkChecker", "welcome")

    def write_error(self, status_code: int, **kwargs: object) -> None:
        """The site's 404 page."""
        missing = Path(self.root) / "404.html"
        if status_code == 404 and missing.is_file():
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(missing.read_bytes())
        else:
            super().write_error(status_code, **kwargs)


class _Slowly(_Files):
    """As a slow connection: a page comes in many pieces, and is shown in part before it is whole."""

    PIECES = 40
    PAUSE = 0.03
    """Seconds: longer than a frame of the screen takes."""

    @classmethod
    def get_content(cls, abspath: str, start: int | None = None, end: int | None = None) -> Iterator[bytes]:
        """The pieces of a page, and any other file as it is."""
        content = b"".join(super().get_content(abspath, start, end))
        size = -(-len(content) // cls.PIECES) if abspath.endswith(".html") else len(content)
        for place in range(0, len(content), size or 1):
            yield content[place : place + size]

    def flush(self, include_footers: bool = False) -> asyncio.Future[None]:
        """Sends what has been written; after a piece of a page, and not after its end, comes a pause."""
        sent = super().flush(include_footers)
        is_page = self._headers.get("Content-Type", "").startswith("text/html")
        return asyncio.ensure_future(self._paused(sent)) if is_page and not include_footers else sent

    async def _paused(self, sent: asyncio.Future[None]) -> None:
        await sent
        await asyncio.sleep(self.PAUSE)


class Server:
    """Serves a folder on a free port for as long as the ``with`` lasts.

    ``compressed`` as most hosts send text; ``slowly`` with pages in pieces.
    """

    def __init__(self, folder: Path, ranges: bool = True, compressed: bool = False, slowly: bool = False) -> None:
        self.folder = folder
        self.url = ""
        self._ranges = ranges
        self._compressed = compressed
        self._files = _Slowly if slowly else _Files
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._plain: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Server:
        if self._ranges:
            self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        else:
            self._plain = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(self.folder)))
            self.url = f"http://127.0.0.1:{self._plain.server_port}/"
            self._thread = threading.Thread(target=self._plain.serve_forever, daemon=True)
            self._ready.set()
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._plain:
            self._plain.shutdown()
            self._plain.server_close()
        if self._loop:
            self._loop.call_soon_threadsafe(self._stop.set)
        if self._thread:
            self._thread.join(10)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        handler = (r"/(.*)", self._files, {"path": str(self.folder), "default_filename": "index.html"})
        application = tornado.web.Application(
            [handler], log_function=lambda request: None, compress_response=self._compressed
        )
        server = tornado.httpserver.HTTPServer(application)
        sockets = tornado.netutil.bind_sockets(0, "127.0.0.1")
        server.add_sockets(sockets)
        self.url = f"http://127.0.0.1:{sockets[0].getsockname()[1]}/"
        self._ready.set()
        await self._stop.wait()
        server.stop()
        await server.close_all_connections()
