"""The preview answers those who mean this computer, and nobody whose page had another name lead here."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

from macros.serving.preview import Preview
from macros.serving.server import application, is_own_host


@pytest.mark.parametrize(
    ("name", "is_own"),
    [
        *[("localhost", True), ("LOCALHOST", True), ("127.0.0.1", True), ("[::1]", True), ("192.168.1.7", True)],
        *[("evil.example", False), ("127.0.0.1.evil.example", False), ("localhost.evil.example", False), ("", False)],
    ],
)
def test_only_own_names_are_own(name: str, is_own: bool) -> None:
    assert is_own_host(name) is is_own


WORDS = "Words of a file"
SIZE = len(WORDS)


def asked(folder: Path, path: str, headers: dict[str, str]) -> tuple[int, str]:
    """The status and the body that the preview of a small site answers; what is held open counts as 200."""
    (folder / "index.html").write_text("<html><head></head></html>", encoding="utf-8")
    (folder / "a.txt").write_text(WORDS, encoding="utf-8")

    async def answer() -> tuple[int, str]:
        socket, port = bind_unused_port()
        server = HTTPServer(application(Preview(folder)))
        server.add_sockets([socket])
        try:
            request = HTTPRequest(f"http://127.0.0.1:{port}/{path}", headers=headers, request_timeout=2)
            response = await AsyncHTTPClient().fetch(request, raise_error=False)
            # 599 is the client's own word for having waited long enough.
            return (200 if response.code == 599 else response.code), response.body.decode()
        finally:
            server.stop()

    # In a thread: where a browser test ran before in this process, a loop of its own is still there.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(lambda: asyncio.run(answer())).result()


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        *[("", "localhost", 200), ("", "evil.example", 421), ("a.txt", "evil.example", 421)],
        *[("__preview/reload.js", "localhost", 200), ("__preview/reload.js", "evil.example", 421)],
        ("__preview/events", "evil.example", 421),
    ],
)
def test_the_preview_answers_own_names_only(tmp_path: Path, path: str, host: str, status: int) -> None:
    assert asked(tmp_path, path, {"Host": host})[0] == status


@pytest.mark.parametrize(
    "path", ["a%00.txt", "%00", "a%00/", "%00/index.html", "x" * 300, f"{'x' * 300}/", "..%2f..%2fetc%2fpasswd"]
)
def test_an_address_that_no_file_can_have_is_not_there(tmp_path: Path, path: str) -> None:
    assert asked(tmp_path, path, {})[0] in (403, 404)


@pytest.mark.parametrize(
    ("wanted", "status", "body"),
    [
        *[("bytes=0-4", 206, WORDS[:5]), ("bytes=6-", 206, WORDS[6:]), ("bytes=-4", 206, WORDS[-4:])],
        *[(f"bytes={SIZE}-", 416, ""), ("bytes=-0", 416, "")],
        # None of these is valid: the whole file is right (RFC 9110, 14.2).
        *[(range_, 200, WORDS) for range_ in ("bytes=--1", "bytes=5-3", "bytes=a-b", "lines=0-1", "bytes=", "-")],
        *[(range_, 200, WORDS) for range_ in ("bytes=+1-2", "bytes=1_0-", f"bytes={'9' * 5000}-", "bytes=0-1,3-4")],
    ],
)
def test_a_part_is_sent_for_a_valid_range_only(tmp_path: Path, wanted: str, status: int, body: str) -> None:
    found = asked(tmp_path, "a.txt", {"Range": wanted})
    assert found[0] == status
    assert status == 416 or found[1] == body
