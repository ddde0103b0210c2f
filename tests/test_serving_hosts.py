"""What the preview answers: to those who mean this computer alone, as HTTP asks, and whatever goes wrong."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

from macros.serving.preview import Preview
from macros.serving.server import application, is_own_host, serve
from macros.serving.worker import EndedError, Worker
from tests.threads import in_a_thread


@pytest.mark.parametrize(
    ("name", "is_own"),
    [
        *[("localhost", True), ("LOCALHOST", True), ("127.0.0.1", True), ("[::1]", True), ("192.168.1.7", True)],
        *[("evil.example", False), ("127.0.0.1.evil.example", False), ("localhost.evil.example", False), ("", False)],
    ],
)
def test_only_own_names_are_own(name: str, is_own: bool) -> None:
    assert is_own_host(name) is is_own


def test_the_name_that_it_is_served_on_is_its_own_too() -> None:
    assert is_own_host("Office-PC", served="office-pc")
    assert not is_own_host("office-pc")


WORDS = "Words of a file"
SIZE = len(WORDS)


def asked(folder: Path, path: str, headers: dict[str, str]) -> tuple[int, str]:
    """The status and the body that the preview of a small site answers."""
    response = answer_of(folder, path, headers)
    return response.code, response.body.decode()


def answer_of(folder: Path, path: str, headers: dict[str, str], method: str = "GET", message: str = "") -> HTTPResponse:
    """What the preview of a small site answers; ``message`` is what is wrong with its content."""
    (folder / "index.html").write_text("<html><head></head></html>", encoding="utf-8")
    (folder / "a.txt").write_text(WORDS, encoding="utf-8")

    async def answer() -> HTTPResponse:
        socket, port = bind_unused_port()
        server = HTTPServer(application(Preview(folder, message)))
        server.add_sockets([socket])
        try:
            request = HTTPRequest(f"http://127.0.0.1:{port}/{path}", method, headers)
            return await AsyncHTTPClient().fetch(request, raise_error=False)
        finally:
            server.stop()

    return in_a_thread(lambda: asyncio.run(answer()))


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


@pytest.mark.parametrize("path", ["..%2fprivate.html", "..%2fprivate%2f", "%2e%2e/private.html"])
def test_a_page_beside_the_site_is_not_shown(tmp_path: Path, path: str) -> None:
    site, private = tmp_path / "site", tmp_path / "private"
    for folder in (site, private):
        folder.mkdir()
    for page in (tmp_path / "private.html", private / "index.html"):
        page.write_text("<html><head></head>private</html>", encoding="utf-8")
    status, body = asked(site, path, {})
    assert status in (403, 404)
    assert "private</html>" not in body


@pytest.mark.parametrize("path", ["", "a.txt"])
def test_a_browser_keeps_nothing_as_the_next_build_may_change_it(tmp_path: Path, path: str) -> None:
    found = answer_of(tmp_path, path, {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT", "If-None-Match": "*"})
    assert found.code == 200
    assert found.body
    assert found.headers["Cache-Control"] == "no-store"


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


@pytest.mark.parametrize("path", ["", "a.txt"])
def test_who_asks_for_the_head_alone_is_told_how_long_the_rest_is(tmp_path: Path, path: str) -> None:
    """RFC 9110, 9.3.2."""
    whole, head = (answer_of(tmp_path, path, {}, method) for method in ("GET", "HEAD"))
    assert (whole.code, head.code) == (200, 200)
    assert head.body == b""
    assert head.headers["Content-Length"] == str(len(whole.body))
    assert head.headers["Content-Type"] == whole.headers["Content-Type"]


def test_while_the_content_is_wrong_every_page_says_so_and_other_files_still_show(tmp_path: Path) -> None:
    problem = "docs/index.md:3: <b> is wrong"

    def status(path: str) -> tuple[int, str]:
        found = answer_of(tmp_path, path, {}, message=problem)
        return found.code, found.body.decode()

    assert status("a.txt") == (200, WORDS)
    for path in ("", "not/there/"):
        code, page = status(path)
        assert code == 500
        assert "docs/index.md:3: &lt;b&gt; is wrong" in page


def test_a_port_that_somebody_has_is_told_with_the_next_one(tmp_path: Path) -> None:
    socket, port = bind_unused_port()
    try:
        with pytest.raises(SystemExit, match=rf"^Cannot serve on port {port} .*try: make serve PORT={port + 1}$"):
            in_a_thread(lambda: serve(tmp_path, "127.0.0.1", port, "mkdocs", print))
    finally:
        socket.close()
    # Whoever has the port has its site, too.
    assert not (tmp_path / ".build-cache").exists()


def end_at_once() -> None:
    """Stands in for a build whose process the system ends, as it does where memory is short."""
    os._exit(1)


def test_when_the_process_that_builds_ends_it_is_known_and_another_does_what_comes_next() -> None:
    async def work() -> int:
        with Worker() as worker:
            with pytest.raises(EndedError):
                await worker.run(end_at_once)
            return await worker.run(len, "abc")

    assert in_a_thread(lambda: asyncio.run(work())) == 3
