"""Captions of recorded webinars: read into the same transcript, every mistake told with its line."""

from __future__ import annotations

import pytest

from macros.publishing.webvtt import captions_vtt, chapters_vtt, timestamp
from macros.reading.captions import clock, parse_vtt, transcript_from_captions

GOOD = """WEBVTT

NOTE made by hand

1
00:01.000 --> 00:03.500 align:start
<v.loud First Speaker>Q&amp;A with <i>everyone</i>
on Monday

00:00:03.500 --> 00:00:06.000
and on Tuesday.

00:00:09.000 --> 00:00:12.000
<v Second Speaker>A new voice.
"""


def test_captions_give_words_times_and_speakers() -> None:
    cues, problems = parse_vtt(GOOD, "captions.en.vtt")
    assert problems == []
    assert [(c.cue.start, c.cue.end, c.cue.lines, c.speaker) for c in cues] == [
        (1.0, 3.5, ("Q&A with everyone", "on Monday"), "First Speaker"),
        (3.5, 6.0, ("and on Tuesday.",), "First Speaker"),
        (9.0, 12.0, ("A new voice.",), "Second Speaker"),
    ]


def test_paragraphs_end_with_the_speaker_a_pause_or_their_length() -> None:
    cues, _ = parse_vtt(GOOD, "captions.en.vtt")
    transcript = transcript_from_captions(cues, [(0.0, "Start"), (8.0, "Later")], 15.0, "en")
    assert [chapter.title for chapter in transcript.chapters] == ["Start", "Later"]
    assert [p.speaker for chapter in transcript.chapters for p in chapter.paragraphs] == [
        "First Speaker",
        "Second Speaker",
    ]
    assert transcript.chapters[1].anchor == "t-8"


def test_a_chapter_in_which_nothing_is_said_is_left_out() -> None:
    cues, _ = parse_vtt(GOOD, "captions.en.vtt")
    transcript = transcript_from_captions(cues, [(0.0, "Start"), (20.0, "Silence")], 30.0, "en")
    assert [chapter.title for chapter in transcript.chapters] == ["Start"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "c.vtt:1: is no WebVTT file; its first line has to be WEBVTT"),
        ("Hello\n", "c.vtt:1: is no WebVTT file; its first line has to be WEBVTT"),
        ("WEBVTT\n", "c.vtt: has no captions"),
        (
            "WEBVTT\n\n1:2 --> 3\nHi\n",
            "c.vtt:3: these times cannot be read; write them like 00:01:02.000 --> 00:01:05.500",
        ),
        ("WEBVTT\n\n00:05.000 --> 00:02.000\nHi\n", "c.vtt:3: this caption ends before it starts"),
        (
            "WEBVTT\n\n00:01.000 --> 00:05.000\nHi\n\n00:04.000 --> 00:06.000\nHo\n",
            "c.vtt:6: this caption starts at 0:04, before the one above it has ended (0:05)",
        ),
        (
            "WEBVTT\n\n01:00.000 --> 01:05.000\nHi\n\n00:04.000 --> 00:06.000\nHo\n",
            "c.vtt:6: this caption starts at 0:04, before the one above it has ended (1:05)",
        ),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Someone>\n",
            "c.vtt:3: this caption has no words; remove it or fill it in",
        ),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\nHi\n",
            "c.vtt:3: this caption has no words; remove it or fill it in",
        ),
    ],
)
def test_every_mistake_in_captions_is_told_with_its_line(text: str, problem: str) -> None:
    assert [str(found) for found in parse_vtt(text, "c.vtt")[1]] == [problem]


def test_captions_written_and_read_again_are_the_same() -> None:
    cues, _ = parse_vtt(GOOD, "captions.en.vtt")
    transcript = transcript_from_captions(cues, [(0.0, "Q&A <start>")], 15.0, "en")
    again, problems = parse_vtt(captions_vtt(transcript), "again.vtt")
    assert problems == []
    assert again == cues
    chapters, problems = parse_vtt(chapters_vtt(transcript), "chapters.vtt")
    assert problems == []
    assert chapters[0].cue.text == "Q&A <start>"


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "00:00:00.000"), (400.25, "00:06:40.250"), (3599.9996, "01:00:00.000")]
)
def test_timestamps(seconds: float, written: str) -> None:
    assert timestamp(seconds) == written


@pytest.mark.parametrize(("seconds", "written"), [(0, "0:00"), (400.9, "6:40"), (3723, "1:02:03")])
def test_clock(seconds: float, written: str) -> None:
    assert clock(seconds) == written
