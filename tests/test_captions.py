"""Captions of recorded webinars: read into the same transcript, every mistake told with its line."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from macros.captions.clock import clock, timestamp
from macros.captions.paragraphs import transcript_from_captions
from macros.captions.reading import parse_vtt
from macros.captions.writing import captions_vtt, chapters_vtt
from macros.model import Chapter, Cue, Paragraph, Transcript

CASES = Path(__file__).parent / "corpus" / "captions"

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


def case(name: str) -> str:
    """A file as a tool or a person wrote it."""
    return (CASES / name).read_text(encoding="utf-8")


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
            "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n2\n00:03.000 --> 00:04.000\nTwo\n",
            "c.vtt:6: this caption has no empty line above it; put one there, or its words run into each other",
        ),
        (
            "WEBVTT\n00:01.000 --> 00:02.000\nOne\n2\n00:03.000 --> 00:04.000\nTwo\n",
            "c.vtt:5: this caption has no empty line above it; put one there, or its words run into each other",
        ),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\n5 < 6\n",
            "c.vtt:3: this caption has a '<' that nothing closes; write &lt; where it stands for itself",
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
    found = parse_vtt(text, "c.vtt")[1]
    assert [str(told) for told in found] == [problem]
    # Where docs/contribute/checks.md explains it.
    assert [told.rule for told in found] == ["captions"]


def spoken(text: str) -> list[tuple[float, float, str, str]]:
    """Start, end, speaker and words of captions in which nothing is wrong."""
    cues, problems = parse_vtt(text, "c.vtt")
    assert problems == []
    return [(c.cue.start, c.cue.end, c.speaker, c.cue.text) for c in cues]


def test_two_voices_in_one_caption_are_two_peoples_words() -> None:
    assert spoken(case("two-voices.vtt")) == [
        (1.0, 3.316, "Asha Bell", "Who chose the targets?"),
        (3.316, 5.0, "Tom Reed", "The archers did."),
        (5.0, 8.0, "Tom Reed", "And they paid for them."),
    ]


def test_a_voice_without_a_letter_names_nobody() -> None:
    assert [found[2] for found in spoken(case("rev-dash-voice.vtt"))] == ["", "", "Tom"]
    assert spoken("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Asha>Yes.\n\n00:02.000 --> 00:03.000\n<v>No.")[1][2] == ""


def test_a_voice_over_two_lines_is_one_name() -> None:
    """The WebVTT tokenizer takes the end of a line in a tag for a space."""
    assert spoken("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Asha\nBell>Yes.") == [(1.0, 2.0, "Asha Bell", "Yes.")]


def test_hours_minutes_seconds_and_thousandths_all_count() -> None:
    assert spoken("WEBVTT\n\n01:02:03.004 --> 12:34:56.789\nHi") == [(3723.004, 45296.789, "", "Hi")]


def test_times_that_browsers_cannot_read_are_told_with_their_line() -> None:
    _, problems = parse_vtt(case("one60.vtt"), "one60.vtt")
    message = "these times cannot be read; write them like 00:01:02.000 --> 00:01:05.500"
    assert [str(problem) for problem in problems] == [f"one60.vtt:6: {message}"]


@pytest.mark.parametrize("name", ["hls-joined.vtt", "settings-space.vtt", "region-old.vtt"])
def test_what_tools_write_beside_the_words_is_not_said(name: str) -> None:
    words = " ".join(found[3] for found in spoken(case(name)))
    sentences = ["Welcome to the archery club.", "The archers chose the targets.", "They paid for them too."]
    assert words == " ".join(sentences[: len(words.split(".")) - 1])


@pytest.mark.parametrize(
    "dropped",
    [
        "NOTE made by hand",
        "NOTE\nof two lines",
        "NOTE a --> b",
        "STYLE\n::cue { color: red }",
        "STYLE\n::cue { --x: 1 }\n/* a --> b */",
        "REGION\nid:fred",
        "X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000",
        "words without times",
    ],
)
def test_a_block_that_browsers_drop_is_dropped(dropped: str) -> None:
    first, second = "00:01.000 --> 00:02.000\nOne.", "2\n00:02.000 --> 00:03.000\nTwo."
    said = [(1.0, 2.0, "", "One."), (2.0, 3.0, "", "Two.")]
    assert spoken("\n\n".join(["WEBVTT", dropped, first, second])) == said
    assert spoken("\n\n".join(["WEBVTT", first, dropped, second])) == said
    assert spoken("\n\n".join(["WEBVTT", first, second, dropped])) == said


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\ufeffWEBVTT - a title\nKind: captions\n\n00:01.000 --> 00:02.000\nHi", "Hi"),
        ("WEBVTT\n00:01.000 --> 00:02.000\nHi", "Hi"),
        ("WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nHi\r\n", "Hi"),
        ("WEBVTT\r\r00:01.000 --> 00:02.000\rHi\r", "Hi"),
        ("WEBVTT\n\n00:01.000-->00:02.000\nHi", "Hi"),
        ("WEBVTT\n\n 0:00:01.000 \t--> 0:00:02.000\tsize:50%\nHi", "Hi"),
        ("WEBVTT\n\nNOTE\n00:01.000 --> 00:02.000\nHi", "Hi"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nH\u2028i\x85\x0bthere", "H i there"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<00:01.500><c.red>Hi</c> <i>A&amp;B</i> &lt;v Asha>", "Hi A&B <v Asha>"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nH\0i", "H\ufffdi"),
    ],
)
def test_captions_are_read_as_browsers_read_them(text: str, seen: str) -> None:
    assert spoken(text) == [(1.0, 2.0, "", seen)]


@pytest.mark.parametrize(
    "times",
    [
        "00:01,000 --> 00:02,000",
        "00:60.000 --> 01:01.000",
        "60:00.000 --> 61:00.000",
        "00:01.00 --> 00:02.000",
        "00:01.000 --> 00:02.0001",
        "1:02.000 --> 00:01:03.000",
        "00:01.000 -->",
        "--> 00:02.000",
        "\u0661\u0662:00.000 --> 13:00.000",
    ],
)
def test_times_follow_the_grammar_of_webvtt(times: str) -> None:
    cues, problems = parse_vtt(f"WEBVTT\n\n{times}\nHi\n\n02:00:00.000 --> 02:00:01.000\nHo", "c.vtt")
    assert [cue.cue.text for cue in cues] == ["Ho"]
    assert [(problem.line, problem.message[:28]) for problem in problems] == [(3, "these times cannot be read; ")]


@pytest.mark.parametrize("scrap", ["<", "<v ", "<v A>", "&", "&amp;", "-->", "\n", "00:01.000 --> 00:02.000\n", "a "])
def test_reading_takes_time_in_proportion_to_what_there_is_to_read(scrap: str) -> None:
    head = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
    count = 200_000 // len(scrap)

    def seconds(times: int) -> float:
        text = head + scrap * count * times
        found = []
        for _ in range(3):
            began = process_time()
            parse_vtt(text, "c.vtt")
            found.append(process_time() - began)
        return min(found)

    assert seconds(1) < 1
    assert seconds(2) < 2.5 * max(seconds(1), 0.005)


def test_captions_written_and_read_again_are_the_same() -> None:
    cues, _ = parse_vtt(GOOD, "captions.en.vtt")
    transcript = transcript_from_captions(cues, [(0.0, "Q&A <start>")], 15.0, "en")
    again, problems = parse_vtt(captions_vtt(transcript), "again.vtt")
    assert problems == []
    assert again == cues
    chapters, problems = parse_vtt(chapters_vtt(transcript), "chapters.vtt")
    assert problems == []
    assert chapters[0].cue.text == "Q&A <start>"


def test_written_captions_name_a_speaker_where_there_is_one() -> None:
    paragraphs = (Paragraph((Cue(1, 2, ("Q&A", "on Monday.")),), "Asha <Bell>"), Paragraph((Cue(2, 3, ("Yes.",)),)))
    transcript = Transcript("en", (Chapter("Start & end", 0.5, 3.25, paragraphs),))
    assert captions_vtt(transcript) == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Asha &lt;Bell&gt;>Q&amp;A\non Monday.\n\n"
        "00:00:02.000 --> 00:00:03.000\nYes.\n"
    )
    assert chapters_vtt(transcript) == "WEBVTT\n\n00:00:00.500 --> 00:00:03.250\nStart &amp; end\n"


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "00:00:00.000"), (400.25, "00:06:40.250"), (3599.9996, "01:00:00.000")]
)
def test_timestamps(seconds: float, written: str) -> None:
    assert timestamp(seconds) == written


@pytest.mark.parametrize(("seconds", "written"), [(0, "0:00"), (400.9, "6:40"), (3723, "1:02:03")])
def test_clock(seconds: float, written: str) -> None:
    assert clock(seconds) == written
