"""What the built site holds besides its pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.captions.reading import parse_vtt
from macros.publishing.headers import headers, policy
from macros.publishing.hosts import headers_file
from macros.publishing.moved import moved_files, redirect_page
from macros.publishing.publish import copy
from macros.publishing.small_files import remove_unused
from macros.reading.moved import MovedPage
from tests.content import WORDS, catalogue_and_problems


@pytest.mark.parametrize(
    "name",
    [
        "webinars/talking-it-over/captions.en.vtt",
        "webinars/talking-it-over/captions.cy.vtt",
        "webinars/talking-it-over/chapters.vtt",
        "webinars/talking-it-over/talk.wav",
        "webinars/talking-it-over/transcript.txt",
        "webinars/talking-it-over/transcript.html",
        "webinars/talking-it-over/embed/index.html",
        "webinars/an-older-name/index.html",
        "webinars/a-short-script/a-short-script.mp3",
        "webinars/a-short-script/captions.en.vtt",
        "catalogue.json",
        "catalogue.schema.json",
        "_headers",
        "_redirects",
        ".htaccess",
        "hosts/nginx.conf",
    ],
)
def test_everything_that_a_webinar_has_is_published(fixture_site: Path, name: str) -> None:
    assert (fixture_site / name).stat().st_size > 0


def test_published_captions_can_be_read_and_are_the_transcript(fixture_site: Path, fixture_project: Path) -> None:
    catalogue, _ = catalogue_and_problems(fixture_project)
    assert catalogue is not None
    for webinar in catalogue.webinars:
        if not webinar.has_media:
            continue
        text = (fixture_site / "webinars" / webinar.slug / "captions.en.vtt").read_text(encoding="utf-8")
        cues, problems = parse_vtt(text, "captions.en.vtt")
        assert problems == []
        assert [spoken.cue for spoken in cues] == list(webinar.words.load()[0].cues)


def test_the_last_cue_ends_when_the_sound_ends(root: Path) -> None:
    catalogue, problems = catalogue_and_problems(root)
    assert catalogue is not None, problems
    for webinar in catalogue.webinars:
        if webinar.is_narrated:
            assert 0 <= webinar.duration - webinar.words.load()[0].cues[-1].end <= 2, webinar.slug


def test_the_plain_text_has_everything_that_is_said(fixture_site: Path, fixture_project: Path) -> None:
    catalogue, _ = catalogue_and_problems(fixture_project)
    assert catalogue is not None
    for webinar in catalogue.webinars:
        text = (fixture_site / "webinars" / webinar.slug / "transcript.txt").read_text(encoding="utf-8")
        flat = " ".join(text.split())
        for chapter in webinar.words.load()[0].chapters:
            assert chapter.title in flat
            for paragraph in chapter.paragraphs:
                assert paragraph.text in flat
    assert "[Pause to think: 5 seconds]" in flat or "[Pause to think: 5 seconds]" in (
        fixture_site / "webinars/a-short-script/transcript.txt"
    ).read_text(encoding="utf-8")


def test_the_catalogue_for_programs_leads_to_chapters_and_captions(fixture_site: Path) -> None:
    data = json.loads((fixture_site / "catalogue.json").read_text(encoding="utf-8"))
    webinar = next(item for item in data["webinars"] if item["slug"] == "talking-it-over")
    assert webinar["url"] == f"{data['site']}webinars/talking-it-over/"
    assert webinar["chapters"][1] == {
        "start": 20.0,
        "title": "Talking about the pool",
        "url": f"{webinar['url']}#t-20",
    }
    assert webinar["captions"]["cy"].endswith("captions.cy.vtt")


def test_an_old_address_leads_to_the_new_one() -> None:
    page = redirect_page("webinars/old/index.html", "webinars/new/", 'A "title" & more', "A <site>", WORDS)
    assert 'content="0; url=../new/"' in page
    assert 'src="../../assets/js/moved.js"' in page
    assert "<title>A &quot;title&quot; &amp; more has moved - A &lt;site&gt;</title>" in page
    assert 'content="0; url=../../"' in redirect_page("webinars/old/index.html", "", "Home", "A site", WORDS)


def test_all_that_a_webinar_had_leads_on() -> None:
    files = moved_files(MovedPage("webinars/old/", "webinars/new/", "New", to_webinar=True), "A site", WORDS)
    assert {path: page.split("url=")[1].split('"')[0] for path, page in files.items()} == {
        "webinars/old/index.html": "../new/",
        "webinars/old/transcript.html": "../new/transcript.html",
        "webinars/old/embed/index.html": "../../new/embed/",
    }


def test_a_page_is_not_shown_in_the_frame_of_a_player_that_is_gone() -> None:
    """Other sites frame players, and pages refuse that: readers would see an empty box."""
    files = moved_files(MovedPage("webinars/old/", "do/new/", "New", to_webinar=False), "A site", WORDS)
    assert 'url=../../do/new/"' in files["webinars/old/transcript.html"]
    embed = files["webinars/old/embed/index.html"]
    assert "refresh" not in embed
    assert "<script" not in embed
    assert '<a href="../../../do/new/" target="_top">New</a>' in embed


def test_parts_that_moved_are_found_where_they_were(fixture_site: Path) -> None:
    new = (fixture_site / "understand/real-or-faux/index.html").read_text(encoding="utf-8")
    assert '<h2 id="decision-already-made"><span id="signs"></span>' in new
    old = (fixture_site / "understand/the-ladder/index.html").read_text(encoding="utf-8")
    assert (
        '<p class="moved" id="signs">A part of this page has moved to: '
        '<a href="../real-or-faux/#decision-already-made">Real or faux?: The decision was made before</a>.</p>'
    ) in old


def test_only_players_may_be_framed() -> None:
    pages, players = headers_file("/", headers(policy())).split("/webinars/:slug/embed/*")
    assert "X-Frame-Options: DENY" in pages
    assert f"Content-Security-Policy: {policy()}; frame-ancestors *\n" in players


def test_the_policy_of_the_pages_is_the_one_that_is_published(fixture_site: Path) -> None:
    home = (fixture_site / "index.html").read_text(encoding="utf-8")
    published = (fixture_site / "_headers").read_text(encoding="utf-8")
    in_page = home.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
    assert f"Content-Security-Policy: {in_page}\n" in published


def test_a_recording_is_shared_with_the_earlier_site_and_never_with_its_source(tmp_path: Path) -> None:
    source, earlier, target = tmp_path / "a.mp3", tmp_path / "earlier" / "a.mp3", tmp_path / "site" / "a.mp3"
    source.write_bytes(b"sound")
    copy(source, earlier)
    copy(source, target, earlier)
    assert target.stat().st_ino == earlier.stat().st_ino != source.stat().st_ino
    source.write_bytes(b"other")
    copy(source, target, earlier)
    assert target.read_bytes() == b"other"
    assert earlier.read_bytes() == b"sound"


def test_no_file_is_published_that_only_the_theme_of_the_package_would_need(
    fixture_site: Path, fixture_project: Path
) -> None:
    """Its scripts and styles were three of four bytes of what a site had besides its pages."""
    own = [fixture_project / folder / "assets" for folder in ("docs", "theme")]
    published = [file.relative_to(fixture_site / "assets") for file in (fixture_site / "assets").rglob("*")]
    assert published
    assert [str(file) for file in published if not any((folder / file).exists() for folder in own)] == []


def test_an_adopters_file_in_a_folder_of_the_themes_stays(tmp_path: Path) -> None:
    for place in ("docs/assets/javascripts/own.js", "theme/assets/images/own.png"):
        file = tmp_path / place
        file.parent.mkdir(parents=True)
        file.write_text("own")
    site = tmp_path / "site"
    names = ("javascripts/own.js", "images/own.png", "javascripts/bundle.js", "javascripts/lunr/fr.js", "styles/a.css")
    for name in names:
        file = site / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("published")
    remove_unused(site, tmp_path)
    left = sorted(file.relative_to(site / "assets").as_posix() for file in (site / "assets").rglob("*"))
    assert left == ["images", "images/own.png", "javascripts", "javascripts/own.js"]
