"""The preview as a contributor starts it: a process, its address, and word of each build."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from threading import Thread

LONGEST = 60.0
"""Seconds to wait for a build on a busy machine."""


class Preview:
    """`python -m macros serve` in a project, for as long as the ``with`` lasts. ``said`` is what it printed."""

    def __init__(self, project: Path, engine: str = "mkdocs") -> None:
        self.said: list[str] = []
        self._engine = engine
        self._project = project
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}/"

    def __enter__(self) -> Preview:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "macros", "serve", "--engine", self._engine, "--port", str(self._port)],
            cwd=self._project,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
            # Where the tests run in the background, a shell has Ctrl+C ignored by all that they start.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        assert self._process.stderr
        for line in self._process.stderr:
            self.said.append(line.rstrip("\n"))
            if line.startswith("Serving"):
                break
        else:
            raise AssertionError(f"The preview did not start: {self.said}")
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *reason: object) -> None:
        self._process.send_signal(signal.SIGINT)
        self.exit_code = self._process.wait(LONGEST)
        self._reader.join(LONGEST)
        # While something is left that may write, closing would wait for it.
        if self._process.stderr and not self._reader.is_alive():
            self._process.stderr.close()

    def kill(self) -> bool:
        """Ends the server without a chance to tidy up; whether all its processes end with it."""
        self._process.kill()
        # Each of them holds the end of the pipe that is read here.
        self._reader.join(LONGEST)
        return not self._reader.is_alive()

    def _read(self) -> None:
        assert self._process.stderr
        for line in self._process.stderr:
            self.said.append(line.rstrip("\n"))

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        """The status and the body of an address below the top of the site."""
        request = urllib.request.Request(self.url + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=LONGEST) as response:
                return response.status, response.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    def text(self, path: str) -> str:
        """What a page shows, with its markup."""
        return self.get(path)[1].decode()

    @contextmanager
    def built(self, page: str | None = None) -> Iterator[list[float]]:
        """Waits at the end until the open ``page`` is told to load anew, or else until a change can be seen at all.

        The list then has the seconds that it took.
        """
        took: list[float] = []
        asked = "" if page is None else f"?page=/{page}"
        # Open before the change, as a page in a browser is.
        response: HTTPResponse
        with urllib.request.urlopen(f"{self.url}__preview/events{asked}", timeout=LONGEST) as response:
            start = time.monotonic()
            yield took
            assert response.readline() == b"event: built\n"
            took.append(time.monotonic() - start)
