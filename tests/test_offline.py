"""The copy of the site for a folder: whole, closed in itself, without what cannot work there, the same each time."""

from __future__ import annotations

import base64
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from bs4 import BeautifulSoup

from macros.cli import main
from macros.offline.bundle import BundleError, bundled
from macros.offline.page import offline_page
from macros.offline.write import write_offline
from macros.settings import Settings
from tests.content import WORDS
from tests.hostile import TITLES

ROOT = Path(__file__).parent.parent
NO_ADDRESS = Settings("Doing With", "http://127.0.0.1:8000/", "", "", "", "")


@pytest.fixture(scope="module")
def copy(fixture_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a copy of the small site, by their names."""
    path = write_offline(ROOT, NO_ADDRESS, WORDS, fixture_site, tmp_path_factory.mktemp("offline"))
    assert path.name == "doing-with-offline.zip"
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pages(copy: dict[str, bytes]) -> dict[str, BeautifulSoup]:
    return {name: BeautifulSoup(content, "html.parser") for name, content in copy.items() if name.endswith(".html")}


def test_every_link_leads_to_a_file_of_the_copy(copy: dict[str, bytes], fixture_site: Path) -> None:
    found = 0
    for name, page in pages(copy).items():
        for tag in page.select("[href], [src], [poster]"):
            address = str(tag.get("href") or tag.get("src") or tag.get("poster"))
            if re.match(r"[a-z]+:|#", address):
                continue
            target = unquote(urljoin(name, re.split("[?#]", address)[0]))
            # The frame names pages that the small site does not have.
            is_there = (fixture_site / target.removeprefix("doing-with/")).exists()
            assert target in copy or not is_there, f"{name}: {address}"
            found += 1
    assert found > 100


def test_each_webinar_is_there_with_its_recording_slides_and_words(copy: dict[str, bytes]) -> None:
    folder = "doing-with/webinars/a-short-script/"
    names = ("index.html", "a-short-script.mp3", "slides/index.html", "session/index.html", "transcript.html")
    assert {f"{folder}{name}" for name in names} <= set(copy)


def test_captions_stand_in_the_page(copy: dict[str, bytes], fixture_site: Path) -> None:
    page = pages(copy)["doing-with/webinars/talking-it-over/index.html"]
    for track in page.select("track[kind=captions]"):
        kind, _, content = str(track["src"]).partition(",")
        assert kind == "data:text/vtt;base64"
        file = fixture_site / "webinars/talking-it-over" / f"captions.{track['srclang']}.vtt"
        assert base64.b64decode(content) == file.read_bytes()
    assert len(page.select("track[kind=captions]")) == 2


def test_no_page_has_a_module_or_fetches_and_none_is_without_its_script(copy: dict[str, bytes]) -> None:
    for name, page in pages(copy).items():
        assert page.select("script[type=module]") == []
        for script in page.select("script[src]"):
            code = copy[urljoin(name, str(script["src"]))].decode()
            assert not re.search(r"^\s*(?:import|export)\b", code, re.MULTILINE), script["src"]


def test_what_cannot_work_is_not_shown(copy: dict[str, bytes]) -> None:
    for page in pages(copy).values():
        assert page.select('[role=search], form[action*="search"], [href*="search/"], [href*="embed/"]') == []
        assert page.select("[data-load], [data-unload], [data-always], [data-mark-words], [data-copy-link]") == []
        assert page.select(".player [data-copy]") == []
    outside = pages(copy)["doing-with/webinars/elsewhere-on-youtube/index.html"]
    assert outside.find("a", string=re.compile("Watch"))
    assert not [name for name in copy if name.endswith((".json", ".xml"))]


def test_no_address_of_this_computer_is_in_a_page(copy: dict[str, bytes]) -> None:
    texts = (".html", ".svg", ".txt")
    assert [name for name, content in copy.items() if name.endswith(texts) and b"127.0.0.1" in content] == []


def test_a_public_address_stays(public_site: Path) -> None:
    name = "webinars/a-short-script/index.html"
    made = offline_page(
        (public_site / name).read_text(encoding="utf-8"),
        name,
        is_public=True,
        list_name="A to Z",
        has=lambda path: (public_site / path).is_file(),
        read=lambda path: (public_site / path).read_text(encoding="utf-8"),
    )
    assert '<link rel="canonical" href="https://club.github.io/learn/webinars/a-short-script/">' in made.text


def test_two_times_give_the_same_bytes(fixture_site: Path, tmp_path: Path) -> None:
    one, other = (write_offline(ROOT, NO_ADDRESS, WORDS, fixture_site, tmp_path / name) for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
def test_words_of_people_stay_as_they_are(title: str) -> None:
    paragraph = BeautifulSoup("<p></p>", "html.parser")
    assert paragraph.p
    paragraph.p.string = title
    made = offline_page(str(paragraph), "a/index.html", False, "A to Z", lambda _: True, lambda _: "")
    assert made.text == str(paragraph)


@pytest.mark.parametrize(
    ("link", "changed"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a href="./">', '<a href="index.html">'),
        ('<a href="../../do/access/#law">', '<a href="../access/index.html#law">'),
        ('<a href="../cover.svg">', '<a href="../cover.svg">'),
        ('<a href="#here">', '<a href="#here">'),
        ('<a href="https://other.org/">', '<a href="https://other.org/">'),
        ('<a href="mailto:a@b.org">', '<a href="mailto:a@b.org">'),
        ('<a href="../gone/">', '<a href="../gone/">'),
        ('<a href="../search/">search</a>', '<a href="../a-z/index.html">A to Z</a>'),
    ],
)
def test_links_name_the_file(link: str, changed: str) -> None:
    files = {"do/access/index.html", "do/index.html", "do/here/index.html", "do/cover.svg", "do/a-z/index.html"}

    def has(path: str) -> bool:
        return path in files or path == "a-z/index.html"

    at = "here/index.html" if "search" in link else "do/here/index.html"
    assert offline_page(link, at, False, "A to Z", has, lambda _: "").text == changed


def test_a_broken_script_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.js").write_text("import { none } from './gone.js';", encoding="utf-8")
    with pytest.raises(BundleError, match=r"gone\.js"):
        bundled(ROOT, [tmp_path / "bad.js"], tmp_path, tmp_path / "made")


def test_without_esbuild_or_a_site_it_says_what_to_do(
    tmp_path: Path, fixture_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(BundleError, match="`make offline` installs it"):
        bundled(tmp_path, [], tmp_path, tmp_path)
    arguments = ["--root", str(fixture_project), "offline", "--site", str(tmp_path), "--into", str(tmp_path)]
    assert main(arguments) == 1
    assert "build the site first: python -m macros build" in capsys.readouterr().err
