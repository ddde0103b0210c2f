"""Firefox and WebKit as systems package them, driven through the standard protocols of browsers.

Firefox speaks WebDriver BiDi by itself (https://w3c.github.io/webdriver-bidi/), WebKitGTK classic WebDriver
(https://w3c.github.io/webdriver/) through WebKitWebDriver. No library drives both: Selenium needs a geckodriver,
which Debian does not have, and Playwright its own builds of both browsers. What the tests need is five commands.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from tornado.websocket import WebSocketClientConnection, websocket_connect

PATIENCE = 60.0
"""Seconds for a browser to start, or to answer."""

Json = Mapping[str, object]
T = TypeVar("T")


class NotInstalledError(Exception):
    """There is no such browser on this machine; says what is missing."""


class Engine(ABC):
    """A browser with one window."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Opens an address, and waits until it has loaded."""

    @abstractmethod
    def evaluate(self, expression: str) -> object:
        """The value of a JavaScript expression in the page, which may be a promise; the page's policy stays."""

    @abstractmethod
    def act(self, source: Json) -> None:
        """Has a mouse or a keyboard act, as in the standard's "Actions": a browser takes it for a person's doing."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Gives the page this size in pixels, or a little less."""

    @abstractmethod
    def close(self) -> None:
        """Ends the browser and takes away what it wrote."""


def _program(*names: str) -> str:
    """The first of these programs that is on this machine; NotInstalledError without one."""
    for path in filter(None, map(shutil.which, names)):
        return path
    raise NotInstalledError(f"no {' or '.join(names)} on this machine")


def _until(condition: Callable[[], T | None], process: subprocess.Popen[bytes], what: str) -> T:
    """What the condition gives, once it does."""
    end = time.monotonic() + PATIENCE
    while (found := condition()) is None:
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"{what} did not start (exit code {process.poll()})")
        time.sleep(0.05)
    return found


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process and all that it started."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, kind)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                continue
    if process.stdout:
        process.stdout.close()


class Firefox(Engine):
    """Without a window, without a sound device, and with an empty profile."""

    def __init__(self) -> None:
        program = _program("firefox-esr", "firefox")
        # Ubuntu has a firefox that only says where to get one.
        if subprocess.run([program, "--version"], capture_output=True, timeout=PATIENCE, check=False).returncode:
            raise NotInstalledError(f"{program} is no Firefox that works")
        # Firefox as a snap may write here, and nowhere in /tmp.
        snap = Path.home() / "snap" / "firefox" / "common"
        self._profile = Path(tempfile.mkdtemp(prefix="profile-", dir=snap if snap.is_dir() else None))
        silent = {"PULSE_SERVER": "/nowhere", "PIPEWIRE_REMOTE": "nowhere", "ALSA_CONFIG_PATH": os.devnull}
        self._process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--profile", str(self._profile), "--remote-debugging-port", "0"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **silent},
            start_new_session=True,
        )
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._connection: WebSocketClientConnection | None = None
        self._numbers = itertools.count(1)
        try:
            server = _until(self._server, self._process, "Firefox")
            self._connection = self._wait(_connect(f"{server}/session"))
            self._command("session.new", {"capabilities": {}})
            (window,) = _list(self._command("browsingContext.getTree", {})["contexts"])
            self._window = window["context"]
        except BaseException:
            self.close()
            raise

    def open(self, address: str) -> None:
        self._command("browsingContext.navigate", {"context": self._window, "url": address, "wait": "complete"})

    def evaluate(self, expression: str) -> object:
        parameters = {
            "expression": f"Promise.resolve({expression}).then((value) => JSON.stringify(value) ?? 'null')",
            "target": {"context": self._window},
            "awaitPromise": True,
        }
        answer = self._command("script.evaluate", parameters)
        if answer["type"] != "success":
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return json.loads(str(_dict(answer["result"])["value"]))

    def act(self, source: Json) -> None:
        self._command("input.performActions", {"context": self._window, "actions": [source]})

    def resize(self, width: int, height: int) -> None:
        viewport = {"width": width, "height": height}
        self._command("browsingContext.setViewport", {"context": self._window, "viewport": viewport})

    def close(self) -> None:
        if self._connection:
            self._loop.call_soon_threadsafe(self._connection.close)
        _end(self._process)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _server(self) -> str | None:
        """The address at which this Firefox listens, which it writes into its profile."""
        try:
            found = json.loads((self._profile / "WebDriverBiDiServer.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return f"ws://{found['ws_host']}:{found['ws_port']}"

    def _wait(self, coroutine: Coroutine[object, object, T]) -> T:
        # In a thread of its own: Playwright has a loop that runs in the tests' thread.
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(PATIENCE)

    def _command(self, method: str, parameters: Json) -> dict[str, object]:
        number = next(self._numbers)

        async def ask() -> dict[str, object]:
            assert self._connection is not None
            await self._connection.write_message(json.dumps({"id": number, "method": method, "params": parameters}))
            while (message := await self._connection.read_message()) is not None:
                answer: dict[str, object] = json.loads(message)
                if answer.get("id") == number:
                    return answer
            raise RuntimeError("Firefox has ended")

        answer = self._wait(ask())
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        return _dict(answer["result"])


async def _connect(address: str) -> WebSocketClientConnection:
    return await websocket_connect(address, max_message_size=2**26)


class WebKit(Engine):
    """WebKitGTK's own small browser, on a screen that nobody sees."""

    def __init__(self) -> None:
        driver = _program("WebKitWebDriver")
        server = _program("Xvfb")
        self._home = tempfile.mkdtemp(prefix="webkit-")
        self._processes: list[subprocess.Popen[bytes]] = []
        self._session = ""
        try:
            screen = self._start(
                [server, "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], os.environ
            )
            assert screen.stdout is not None
            display = screen.stdout.readline().decode().strip()
            folders = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), self._home)
            port = _free_port()
            self._address = f"http://127.0.0.1:{port}"
            process = self._start(
                [driver, f"--port={port}"],
                # Drawn by the processor, as there is no graphics card.
                {**os.environ, **folders, "DISPLAY": f":{display}", "LIBGL_ALWAYS_SOFTWARE": "1", "NO_AT_BRIDGE": "1"},
            )
            _until(self._status, process, "WebKitWebDriver")
            started = _dict(self._request("POST", "/session", {"capabilities": {}}))
            self._session = f"/session/{started['sessionId']}"
        except BaseException:
            self.close()
            raise

    def open(self, address: str) -> None:
        self._request("POST", f"{self._session}/url", {"url": address})

    def evaluate(self, expression: str) -> object:
        return self._request("POST", f"{self._session}/execute/sync", {"script": f"return {expression}", "args": []})

    def act(self, source: Json) -> None:
        self._request("POST", f"{self._session}/actions", {"actions": [source]})

    def resize(self, width: int, height: int) -> None:
        # The window's own edges come on top.
        self._request("POST", f"{self._session}/window/rect", {"width": width, "height": height})

    def close(self) -> None:
        if self._session:
            self._request("DELETE", self._session)
        for process in reversed(self._processes):
            _end(process)
        shutil.rmtree(self._home, ignore_errors=True)

    def _start(self, command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
        )
        self._processes.append(process)
        return process

    def _status(self) -> object | None:
        try:
            return self._request("GET", "/status")
        except OSError:
            return None

    def _request(self, method: str, path: str, body: Json | None = None) -> object:
        request = urllib.request.Request(
            self._address + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as response:
                return _dict(json.load(response))["value"]
        except urllib.error.HTTPError as error:
            with error:
                raise RuntimeError(f"{path}: {error.read().decode()}") from None


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _dict(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"Not an object: {value}")
    return value


def _list(value: object) -> list[dict[str, object]]:
    if not isinstance(value, list):
        raise TypeError(f"Not a list: {value}")
    return value


ENGINES: Mapping[str, Callable[[], Engine]] = {"Firefox": Firefox, "WebKit": WebKit}
