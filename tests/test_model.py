"""The catalogue's objects: what each works out from what it holds."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from macros.model import (
    Answer,
    Band,
    Catalogue,
    Chapter,
    ChapterStart,
    Cue,
    Extra,
    Guide,
    KeptWords,
    Made,
    MediaFile,
    Narration,
    OutsideRecording,
    Paragraph,
    Presenter,
    Question,
    QuestionGroup,
    Recording,
    Rung,
    Transcript,
    Vocabulary,
    Webinar,
    WhichRung,
    chapter_starts,
    moment,
)
from macros.reading.fields import CC_BY

FIRST = Cue(1.5, 3.5, ("Who decides", "about the money?"))
SECOND = Cue(4.0, 5.0, ("We do.",))
OPENING = Chapter("Opening", 1.5, 65.9, (Paragraph((FIRST, SECOND), "Ann"),))
CLOSING = Chapter(
    "Closing",
    65.9,
    90.0,
    (
        Paragraph(
            (Cue(66.0, 68.0, ("Thank you.",)),),
        ),
    ),
)
ENGLISH = Transcript("en", (OPENING, CLOSING))
WELSH = Transcript("cy", (Chapter("Agor", 1.0, 90.0, ()),))
RUNG = Rung("engagement", 5, "Engagement", Band("doing-for", "Doing for", "."), ".", ".", ".", ".", ())


def webinar(recording: Recording, slug: str = "a-talk") -> Webinar:
    return Webinar(
        slug, "A talk", ".", datetime.date(2026, 11, 1), (), (), (), (), ".", (), (), CC_BY,
        Made(RUNG, "us", datetime.date(2026, 11, 1), ()), recording, 90.0, KeptWords((ENGLISH, WELSH)),
    )  # fmt: skip


def test_a_cue_has_its_words_in_one_line_and_the_speed_it_asks_for() -> None:
    assert FIRST.text == "Who decides about the money?"
    assert FIRST.characters_a_second == 28 / 2.0
    assert SECOND.characters_a_second == 6 / 1.0


def test_a_paragraph_lasts_from_its_first_cue_to_its_last() -> None:
    paragraph = Paragraph((FIRST, SECOND))
    assert (paragraph.start, paragraph.end) == (1.5, 5.0)
    assert paragraph.text == "Who decides about the money? We do."
    assert (paragraph.speaker, paragraph.pause_after, paragraph.word_starts) == ("", 0.0, ())


def test_a_chapters_address_is_the_second_that_it_starts_in() -> None:
    assert (OPENING.anchor, CLOSING.anchor) == ("t-1", "t-65")
    assert ChapterStart("Closing", 65.9).anchor == "t-65"
    assert moment(0.99) == "t-0"
    assert OPENING.slides == ()


def test_a_transcript_has_every_cue_in_order_and_counts_its_words() -> None:
    assert [cue.start for cue in ENGLISH.cues] == [1.5, 4.0, 66.0]
    assert ENGLISH.words == 5 + 2 + 2


def test_words_in_memory_are_those_of_the_recording_first() -> None:
    words = KeptWords((ENGLISH, WELSH))
    assert words.languages == ("en", "cy")
    assert words.chapters == (ChapterStart("Opening", 1.5), ChapterStart("Closing", 65.9))
    assert words.load() == (ENGLISH, WELSH)
    assert chapter_starts(()) == ()


def test_the_key_of_words_is_another_one_whenever_a_time_or_a_word_is() -> None:
    key = KeptWords((ENGLISH,)).key
    assert key == KeptWords((Transcript("en", (OPENING, CLOSING)),)).key
    assert len(key) == 64
    later = Chapter("Opening", 1.5, 65.8, OPENING.paragraphs)
    assert key != KeptWords((Transcript("en", (later, CLOSING)),)).key
    assert key != KeptWords((ENGLISH, WELSH)).key


@pytest.mark.parametrize(
    ("recording", "watch", "origin", "embed"),
    [
        (
            OutsideRecording("YouTube", "abc", "www.youtube.com"),
            "https://www.youtube.com/watch?v=abc",
            "https://www.youtube-nocookie.com",
            "https://www.youtube-nocookie.com/embed/abc",
        ),
        (
            OutsideRecording("Vimeo", "12", "vimeo.com"),
            "https://vimeo.com/12",
            "https://player.vimeo.com",
            "https://player.vimeo.com/video/12?dnt=1",
        ),
        (
            OutsideRecording("PeerTube", "x-y", "tube.example.org"),
            "https://tube.example.org/w/x-y",
            "https://tube.example.org",
            "https://tube.example.org/videos/embed/x-y",
        ),
    ],
)
def test_an_outside_recording_is_found_where_its_provider_has_it(
    recording: OutsideRecording, watch: str, origin: str, embed: str
) -> None:
    assert (recording.watch_url, recording.embed_origin, recording.embed_url) == (watch, origin, embed)


@pytest.mark.parametrize(
    ("recording", "is_narrated", "has_media"),
    [
        (Narration(None), True, False),
        (Narration(Path("a.mp3")), True, True),
        (MediaFile("audio", Path("a.mp3"), ""), False, True),
        (OutsideRecording("Vimeo", "12", "vimeo.com"), False, True),
    ],
)
def test_only_a_narration_without_audio_has_nothing_to_play(
    recording: Recording, is_narrated: bool, has_media: bool
) -> None:
    shown = webinar(recording)
    assert (shown.is_narrated, shown.has_media) == (is_narrated, has_media)


def test_a_webinar_speaks_the_language_of_its_first_transcript() -> None:
    shown = webinar(Narration(None))
    assert shown.language == "en"
    assert [chapter.title for chapter in shown.chapters] == ["Opening", "Closing"]
    assert (shown.easier_words, shown.length_exception, shown.aliases, shown.extras) == ("", "", (), ())


def test_a_presenter_may_have_a_name_alone() -> None:
    assert Presenter("Ann") == Presenter("Ann", "", "")


def test_the_first_of_several_extra_versions_is_the_one() -> None:
    welsh, polish = Extra("captions", Path("cy.vtt"), "cy"), Extra("captions", Path("pl.vtt"), "pl")
    shown = replace(webinar(Narration(None)), extras=(Extra("slides", Path("a.pdf")), welsh, polish))
    assert shown.extra("captions") == welsh
    assert shown.extra("bsl") is None
    assert Extra("slides", Path("a.pdf")).language == ""


def test_each_webinar_is_found_by_its_slug() -> None:
    one, other = webinar(Narration(None), "one"), webinar(Narration(None), "other")
    catalogue = Catalogue((one, other), Vocabulary({}, {}, {}, {}, {}))
    assert catalogue.by_slug == {"one": one, "other": other}
    # Every page asks for it: made anew each time, it would take a site of thousands of webinars many seconds.
    assert catalogue.by_slug is catalogue.by_slug


@pytest.mark.parametrize(
    ("path", "anchor", "url"),
    [
        ("do/access.md", "", "do/access/"),
        ("do/access.md", "law", "do/access/#law"),
        ("do/index.md", "", "do/"),
        ("index.md", "", ""),
        ("index.md", "top", "#top"),
        ("do/reindex.md", "", "do/reindex/"),
    ],
)
def test_a_guides_address_is_its_folder(path: str, anchor: str, url: str) -> None:
    assert Guide(path, anchor, "Title").url == url


def test_the_questions_of_all_groups_come_in_order() -> None:
    first, second, third = (Question(name, name, "", (Answer("yes", "Yes", RUNG, "."),)) for name in "abc")
    tool = WhichRung((QuestionGroup("g", "G", (first, second)), QuestionGroup("h", "H", (third,))), ())
    assert tool.questions == (first, second, third)
