"""The preview answers those who mean this computer, and nobody whose page had another name lead here."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

from macros.serving.server import Preview, application, is_own_host


@pytest.mark.parametrize(
    ("name", "is_own"),
    [
        *[("localhost", True), ("LOCALHOST", True), ("127.0.0.1", True), ("[::1]", True), ("192.168.1.7", True)],
        *[("evil.example", False), ("127.0.0.1.evil.example", False), ("localhost.evil.example", False), ("", False)],
    ],
)
def test_only_own_names_are_own(name: str, is_own: bool) -> None:
    assert is_own_host(name) is is_own


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [("", "localhost", 200), ("", "evil.example", 421), ("a.txt", "evil.example", 421), ("a%00.txt", "localhost", 404)],
)
def test_other_hosts_and_addresses_without_a_file_are_refused(
    tmp_path: Path, path: str, host: str, status: int
) -> None:
    (tmp_path / "index.html").write_text("<html><head></head></html>", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Words", encoding="utf-8")

    async def asked() -> int:
        socket, port = bind_unused_port()
        server = HTTPServer(application(Preview(tmp_path)))
        server.add_sockets([socket])
        try:
            url = f"http://127.0.0.1:{port}/{path}"
            response = await AsyncHTTPClient().fetch(url, headers={"Host": host}, raise_error=False)
            return response.code
        finally:
            server.stop()

    # In a thread: where a browser test ran before in this process, a loop of its own is still there.
    with ThreadPoolExecutor(max_workers=1) as thread:
        assert thread.submit(lambda: asyncio.run(asked())).result() == status
