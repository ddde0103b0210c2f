"""The webinar renderers: golden HTML for each kind of recording, and the rules behind it."""

from __future__ import annotations

import datetime
import html
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from macros.checked import checked_content
from macros.model import (
    Band,
    Chapter,
    Cue,
    Extra,
    KeptWords,
    Made,
    MediaFile,
    Narration,
    OutsideRecording,
    Paragraph,
    Presenter,
    Recording,
    Rung,
    Source,
    Term,
    Transcript,
    Webinar,
)
from macros.narration.narrate import Engine
from macros.narration.transcript import NarratedWords
from macros.reading.fields import CC_BY
from macros.reading.webinar import AUDIO
from macros.reading.webinar import VIDEO as VIDEO_FILES
from macros.rendering.qr import qr_code
from macros.rendering.webinar import (
    TYPES,
    Media,
    media,
    missing_versions,
    other_videos,
    render_embed,
    render_webinar,
    shown_chapters,
    which_voice,
)
from macros.settings import Settings
from macros.slides.layouts import Slide, Statement
from tests.content import WORDS
from tests.golden import assert_golden

BAND = Band("doing-for", "Doing for", "A meaning.")
RUNG = Rung("informing", 3, "Informing", BAND, "A meaning.", "An example.", "A question?", "The next.", ())
NASTY = 'A <b>title</b> & "quotes" {{ braces }}'
SITE = "https://example.org/site/"
SETTINGS = Settings("Doing With", SITE, "", "", "", "")

NARRATION = Narration(Path("cache/voice.mp3"))
SOUND = MediaFile("audio", Path("talk.mp3"), "talk.mp3")
VIDEO_ELSEWHERE = MediaFile("video", None, "https://media.example.org/talk.mp4?v=1")
YOUTUBE = OutsideRecording("YouTube", "abcdefghijk", "www.youtube.com")


def paragraph(start: float, words: str, speaker: str = "", pause: float = 0) -> Paragraph:
    """A paragraph of one cue that lasts four seconds."""
    return Paragraph((Cue(start, start + 4, (words,)),), speaker, pause)


def transcript(language: str = "en", speaker: str = "") -> Transcript:
    """Two chapters; two paragraphs start within the same second."""
    first = Chapter(
        "First <chapter>",
        0.0,
        20.0,
        (paragraph(0.4, "Hello & welcome.", speaker, pause=5), paragraph(8.5, "More.", speaker)),
        (Slide(Statement(("One <line>", "Another line")), 0.0, 20.0, 0),),
    )
    second = Chapter(
        "Second",
        20.25,
        40.0,
        (paragraph(20.25, "Again.", speaker), paragraph(30.1, "A.", speaker), paragraph(30.9, "B.", "Somebody else")),
    )
    return Transcript(language, (first, second))


def webinar(recording: Recording, **changes: object) -> Webinar:
    """A webinar with text that would break a page that trusted it."""
    plain = Webinar(
        slug="a-webinar",
        title=NASTY,
        summary="A summary.",
        published=datetime.date(2026, 11, 1),
        presenters=(Presenter("Presenter <One>", "a role", "an organisation"),),
        topics=(Term("basics", "Basics"),),
        rungs=(RUNG,),
        audiences=(Term("trainers", "Trainers"),),
        aim="An aim.",
        outcomes=("do one thing", "do another"),
        sources=(Source("a", "A source", "Somebody", "n.d.", "https://example.org/?a=1&b=2"),),
        licence=CC_BY,
        made=Made(RUNG, "made up for the tests", datetime.date(2026, 11, 2), ()),
        recording=recording,
        duration=1050.0,
        words=KeptWords((transcript(),)),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


NARRATED = webinar(NARRATION, presenters=(Presenter("computer voice"),), easier_words="Short words.")
RECORDED = webinar(
    SOUND,
    words=KeptWords((transcript("cy", "Siaradwr"), transcript("en", "Speaker"))),
    extras=(
        Extra("slides", Path("slides.pdf")),
        Extra("bsl", Path("bsl.mp4"), "bfi"),
        Extra("descriptions", Path("descriptions.cy.vtt"), "cy"),
    ),
)
VIDEO = webinar(VIDEO_ELSEWHERE, extras=(Extra("poster", Path("poster.svg")),))
OUTSIDE = webinar(YOUTUBE, length_exception="It is made for the tests.")
READ_ONLY = webinar(replace(NARRATION, audio=None))


def page_of(shown: Webinar) -> str:
    """What the site adds to a webinar's page: the player for its top and the words for its end."""
    made = render_webinar(shown, shown.words.load(), "../../", WORDS, SITE, site_name="Doing With")
    return f"{made.player}\n{made.words}"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("narrated", NARRATED),
        ("recorded", RECORDED),
        ("video", VIDEO),
        ("outside", OUTSIDE),
        ("read-only", READ_ONLY),
    ],
)
def test_the_page_of_each_kind_of_recording(name: str, shown: Webinar) -> None:
    assert_golden(f"webinar-{name}.html", page_of(shown))


@pytest.mark.parametrize(
    ("name", "shown"), [("narrated", NARRATED), ("video", VIDEO), ("outside", OUTSIDE), ("read-only", READ_ONLY)]
)
def test_the_player_for_other_sites(name: str, shown: Webinar) -> None:
    address, policy = f"{SITE}webinars/a-webinar/", "default-src 'none'"
    page = render_embed(shown, shown.words.load()[0], "../../../", address, policy, SETTINGS, WORDS)
    assert_golden(f"webinar-embed-{name}.html", page)


def test_the_transcript_to_keep() -> None:
    page = render_webinar(RECORDED, RECORDED.words.load(), "../../", WORDS, SITE)
    assert_golden("webinar-transcript.html", page.transcript)


@pytest.mark.parametrize("shown", [NARRATED, RECORDED, VIDEO, OUTSIDE, READ_ONLY])
def test_text_from_data_stays_text(shown: Webinar) -> None:
    page = page_of(shown)
    for trap in ("<b>", "<line>", "<chapter>", "<One>"):
        assert trap not in page
    assert " style=" not in page
    assert "\n\n" not in page


@pytest.mark.parametrize("shown", [NARRATED, RECORDED, VIDEO, OUTSIDE, READ_ONLY])
def test_nothing_of_another_site_is_in_the_page_but_links_and_the_recording_itself(shown: Webinar) -> None:
    page = page_of(shown)
    assert "<iframe" not in page
    assert "preconnect" not in page
    if shown is not VIDEO:
        code_for_others = '&lt;iframe src="https://example.org/'
        assert 'src="http' not in page.replace(code_for_others, "")


def test_without_a_public_address_nothing_is_shown_that_people_would_take_away() -> None:
    """No code to scan, no address to print, nothing to send: none of it would lead anywhere."""
    made = render_webinar(NARRATED, NARRATED.words.load(), "../../", WORDS)
    with_address = f"{page_of(NARRATED)}{made.transcript}"
    page = f"{made.player}{made.words}{made.transcript}"
    for part in ("This page: ", f'aria-label="{WORDS.webinar.qr_code}"', "<textarea"):
        assert part in with_address
        assert part not in page


def test_every_kind_of_recording_is_played_as_what_it_is() -> None:
    assert {f".{ending}" for ending, type_ in TYPES.items() if type_.startswith("audio/")} == AUDIO
    assert {f".{ending}" for ending, type_ in TYPES.items() if type_.startswith("video/")} == VIDEO_FILES


@pytest.mark.parametrize(
    ("kind", "name", "type_"),
    [
        *[
            ("audio", "Talk.MP3", "audio/mpeg"),
            ("audio", "talk.m4a", "audio/mp4"),
            ("audio", "a.b.wav", "audio/wav"),
        ],
        *[("audio", f"talk.{ending}", "audio/ogg") for ending in ("ogg", "oga", "opus")],
        *[("video", f"talk.{ending}", "video/mp4") for ending in ("mp4", "m4v")],
        *[("video", "https://media.example.org/talk.webm?v=1.2", "video/webm"), ("video", "talk.ogv", "video/ogg")],
    ],
)
def test_a_recording_has_the_media_type_that_is_registered_for_it(
    kind: Literal["audio", "video"], name: str, type_: str
) -> None:
    found = media(webinar(MediaFile(kind, None, name)))
    assert found == Media(kind, name, type_)
    assert found
    assert found.address("../") == (name if name.startswith("https:") else f"../{name}")


def test_a_described_video_is_named_and_not_missed() -> None:
    described = replace(VIDEO, extras=(*VIDEO.extras, Extra("described", Path("described.mp4"))))
    assert WORDS.versions.no_described not in missing_versions(described, WORDS)
    assert [(extra.address, name) for extra, name in other_videos(described, WORDS)] == [
        ("described.mp4", WORDS.versions.described)
    ]
    assert '"described.mp4"' in page_of(described)


def test_an_id_stands_once_even_where_two_paragraphs_start_in_one_second() -> None:
    ids = [item.id for shown in shown_chapters(transcript()) for item in shown.paragraphs]
    assert ids == ["", "t-8", "", "t-30", ""]
    anchors = [item.anchor for shown in shown_chapters(transcript()) for item in shown.paragraphs]
    assert anchors == ["t-0", "t-8", "t-20", "t-30", "t-30"]


def test_a_speaker_is_named_where_they_start_and_again_in_each_chapter() -> None:
    named = [item.names_speaker for shown in shown_chapters(transcript("en", "S")) for item in shown.paragraphs]
    assert named == [True, False, True, False, True]


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        (NARRATED, ["BSL version", "other language"]),
        (RECORDED, ["summary in easier words"]),
        (VIDEO, ["BSL version", "audio-described version", "other language", "summary in easier words"]),
    ],
)
def test_what_a_webinar_does_not_have_is_said(shown: Webinar, names: list[str]) -> None:
    assert list(missing_versions(shown, WORDS)) == [f"No {name} yet." for name in names]
    page = page_of(shown)
    assert all(f"No {name} yet." in page for name in names)


def test_the_code_for_other_sites_is_right_once_it_is_copied() -> None:
    page = page_of(NARRATED)
    shown = html.unescape(page.split("<textarea", 1)[1].split(">", 1)[1].split("</textarea>")[0])
    assert 'title="A &lt;b&gt;title&lt;/b&gt; &amp; &#34;quotes&#34; {{ braces }}"' in shown
    assert shown.startswith(f'<iframe src="{SITE}webinars/a-webinar/embed/"')


def test_a_site_in_a_folder_has_its_folder_in_the_address() -> None:
    assert "This page: https://example.org/site/webinars/a-webinar/" in page_of(NARRATED)


def test_a_qr_code_is_an_image_with_a_name_and_the_policy_lets_it_be() -> None:
    code = qr_code("https://example.org/", 'A "name"')
    assert code.startswith('<svg role="img" aria-label="A &#34;name&#34;"')
    assert " style=" not in code
    assert code == qr_code("https://example.org/", 'A "name"')
    assert code != qr_code("https://example.org/other/", 'A "name"')


@pytest.mark.parametrize(
    ("engine", "audio", "said"),
    [
        (Engine.NATURAL, Path("talk.mp3"), WORDS.made.natural_voice),
        (Engine.STAND_IN, Path("talk.mp3"), WORDS.made.stand_in_voice),
        (Engine.ESTIMATE, None, ""),
    ],
)
def test_the_page_says_which_engine_speaks(
    fixture_project: Path, engine: Engine, audio: Path | None, said: str
) -> None:
    narrated = checked_content(fixture_project).catalogue.by_slug["a-short-script"]
    assert isinstance(narrated.words, NarratedWords)
    spoken = replace(narrated.words.narration, engine=engine, audio=audio)
    assert which_voice(replace(narrated, words=replace(narrated.words, narration=spoken)), WORDS) == said


def test_a_recording_of_people_has_no_engine() -> None:
    assert which_voice(RECORDED, WORDS) == ""
