"""Web hosts: what the build tells them, and what Debian's nginx and Apache make of it."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.publishing.headers import headers, policy
from macros.publishing.hosts import APACHE, HEADERS, NGINX, REDIRECTS, headers_file, host_files, redirects_file
from macros.reading.moved import MovedPage
from tests.fixture_project import PUBLIC_URL

BASE = urlsplit(PUBLIC_URL).path
MOVED = (
    MovedPage("do/old/", "do/new/", "New", to_webinar=False),
    MovedPage("webinars/old/", "webinars/new/", "New", to_webinar=True),
    MovedPage("webinars/gone/", "", "Home", to_webinar=False),
)
NGINX_SETTINGS = """\
daemon off;
{user}
pid {folder}/pid;
error_log {folder}/errors.txt;
events {{}}
http {{
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/www;
    include {folder}/www{base}hosts/nginx.conf;
  }}
}}
"""
APACHE_SETTINGS = """\
ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/errors.txt
DefaultRuntimeDir {folder}
{user}
{modules}
TypesConfig /etc/mime.types
DocumentRoot {folder}/www
<Directory {folder}/www>
  AllowOverride All
  Require all granted
</Directory>
"""
APACHE_MODULES = ("mpm_event", "authz_core", "mime", "dir", "alias", "headers", "deflate", "filter")
"""Those that Debian turns on by itself, as far as the site needs them, and `headers`, which docs/publish/ asks for."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Host:
    port: int

    def get(self, path: str, **sent: str) -> Answer:
        """The answer to a path of the site; nothing is followed."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(
                "GET", BASE + path, headers={name.replace("_", "-"): text for name, text in sent.items()}
            )
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def command_of(name: str, folder: Path, port: int) -> list[str]:
    """Writes the settings of a server, and gives what starts it in the foreground."""
    program = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.skip(f"NOT RUN: the site behind {name}, which is not installed here")
    is_root = os.geteuid() == 0
    settings = folder / "settings.conf"
    if name == "nginx":
        user = "user root;" if is_root else ""
        text = NGINX_SETTINGS.format(folder=folder, port=port, base=BASE, user=user)
        settings.write_text(text, encoding="utf-8")
        return [program, "-p", str(folder), "-c", str(settings), "-e", str(folder / "errors.txt")]
    modules = "\n".join(f"LoadModule {m}_module /usr/lib/apache2/modules/mod_{m}.so" for m in APACHE_MODULES)
    user = "User www-data\nGroup www-data" if is_root else ""
    text = APACHE_SETTINGS.format(folder=folder, port=port, user=user, modules=modules)
    settings.write_text(text, encoding="utf-8")
    return [program, "-f", str(settings), "-DFOREGROUND"]


@pytest.fixture(scope="module", params=["nginx", "apache2"])
def host(request: pytest.FixtureRequest, public_site: Path) -> Iterator[Host]:
    """The small site below /learn/, behind a real server."""
    # Not in pytest's folder, which other users cannot read: Apache serves as one of its own.
    with tempfile.TemporaryDirectory(prefix="doing-with-host-") as temporary:
        folder, port = Path(temporary), free_port()
        folder.chmod(0o755)
        command = command_of(request.param, folder, port)
        shutil.copytree(public_site, folder / "www" / BASE.strip("/"))
        with (folder / "said.txt").open("wb") as said:
            server = subprocess.Popen(command, stdout=said, stderr=said)
        try:
            for _ in range(100):
                if server.poll() is not None:
                    break
                try:
                    Host(port).get("")
                    break
                except OSError:
                    time.sleep(0.1)
            assert server.poll() is None, (folder / "said.txt").read_text() + (folder / "errors.txt").read_text()
            yield Host(port)
        finally:
            server.terminate()
            server.wait(20)


@pytest.mark.xdist_group("hosts")
def test_a_page_has_its_policy_and_is_in_no_frame(host: Host) -> None:
    answer = host.get("")
    assert answer.status == 200
    assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    for name, value in headers("").items():
        if name != "Content-Security-Policy":
            assert answer.headers[name.lower()] == value
    assert answer.headers["cache-control"] == "no-cache"
    assert "etag" in answer.headers


@pytest.mark.xdist_group("hosts")
def test_a_player_may_be_framed(host: Host) -> None:
    answer = host.get("webinars/talking-it-over/embed/")
    assert answer.status == 200
    assert answer.headers["content-security-policy"].endswith("base-uri 'none'; frame-ancestors *")
    assert "x-frame-options" not in answer.headers


@pytest.mark.xdist_group("hosts")
def test_what_is_missing_has_the_sites_own_page(host: Host) -> None:
    answer = host.get("do/nowhere/")
    assert answer.status == 404
    assert b"This page is not here" in answer.body
    assert answer.headers["x-frame-options"] == "DENY"


@pytest.mark.xdist_group("hosts")
def test_captions_and_recordings_have_their_types_and_come_in_parts(host: Host) -> None:
    captions = host.get("webinars/talking-it-over/captions.en.vtt")
    assert captions.headers["content-type"].lower() == "text/vtt; charset=utf-8"
    part = host.get("webinars/talking-it-over/talk.wav", Range="bytes=100-199")
    assert part.status == 206
    assert len(part.body) == 100
    assert part.headers["content-type"] in ("audio/wav", "audio/x-wav")


@pytest.mark.xdist_group("hosts")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("understand/is-it-real/", "understand/real-or-faux/"),
        ("understand/is-it-real/?from=paper", "understand/real-or-faux/?from=paper"),
        ("webinars/an-older-name/", "webinars/talking-it-over/"),
        ("webinars/an-older-name/embed/", "webinars/talking-it-over/embed/"),
        ("webinars/an-older-name/captions.en.vtt", "webinars/talking-it-over/captions.en.vtt"),
        ("webinars/a-talk-about-signs/transcript.html", "understand/real-or-faux/"),
        # Not an old address: a folder without the slash at its end.
        ("understand/the-ladder", "understand/the-ladder/"),
    ],
)
def test_old_addresses_lead_to_new_ones(host: Host, old: str, new: str) -> None:
    answer = host.get(old)
    assert answer.status == 301
    assert answer.headers["location"].removeprefix(f"http://127.0.0.1:{host.port}") == BASE + new


@pytest.mark.xdist_group("hosts")
def test_the_player_of_a_webinar_that_is_gone_says_so_in_its_frame(host: Host) -> None:
    answer = host.get("webinars/a-talk-about-signs/embed/")
    assert answer.status == 200
    assert b"This page has moved" in answer.body


@pytest.mark.xdist_group("hosts")
def test_texts_come_in_fewer_bytes(host: Host) -> None:
    for path in ("", "assets/css/site.css", "assets/js/site.js", "webinars/talking-it-over/captions.en.vtt"):
        answer = host.get(path, Accept_Encoding="gzip")
        assert answer.headers.get("content-encoding") == "gzip", path
        assert gzip.decompress(answer.body) == host.get(path).body


def test_the_policy_of_a_player_is_whole_by_itself() -> None:
    """Cloudflare Pages joins what several rules say of one header; at Netlify the last rule counts alone."""
    text = headers_file("/learn/", headers(policy()))
    assert text.startswith("/learn/*\n  Content-Security-Policy: default-src 'none'")
    assert text.endswith(f"/learn/webinars/:slug/embed/*\n  Content-Security-Policy: {policy()}; frame-ancestors *\n")
    # Cloudflare's sign for "leave out what an earlier rule said", which Netlify does not know.
    assert "!" not in text


def test_old_addresses_lead_on_at_netlify_and_cloudflare() -> None:
    assert redirects_file("/learn/", MOVED).splitlines()[1:] == [
        "/learn/do/old/ /learn/do/new/ 301",
        "/learn/webinars/gone/ /learn/ 301",
        "/learn/webinars/gone/transcript.html /learn/ 301",
        "/learn/webinars/old/* /learn/webinars/new/:splat 301",
    ]


def test_each_kind_of_host_has_its_file() -> None:
    files = host_files("https://club.org.uk/learn/", policy(), MOVED)
    assert set(files) == {HEADERS, REDIRECTS, APACHE, NGINX}
    for text in files.values():
        assert "/learn/webinars/" in text.replace("\\", "")
    assert "/webinars/" in host_files("https://club.org.uk", policy(), MOVED)[HEADERS]
