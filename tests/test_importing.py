"""An import makes good captions of what people have, tells what it did, and loses nothing."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from macros.captions.clock import timestamp
from macros.captions.reading import parse_vtt
from macros.checks.run import check_all
from macros.cli import main
from macros.importing.converting import Choices, Imported, convert, words_written
from macros.importing.decoding import LARGEST_TEXT
from macros.importing.fillers import without_fillers
from macros.importing.labels import label_of
from macros.importing.naming import tidy_name
from macros.importing.report import report
from macros.importing.said import Said
from macros.importing.times import milliseconds
from macros.model import Catalogue, Webinar
from macros.problems import ContentError
from macros.reading.mishearings import FILE as MISHEARINGS
from macros.reading.mishearings import read_mishearings
from macros.reading.recorded_words import RecordedWords
from macros.scaffolding.drafts import example_captions
from tests.content import catalogue_and_problems
from tests.folders import contents

CORPUS = Path(__file__).parent / "corpus" / "importing"
ODD = CORPUS / "odd"

FORMATS = {
    "zoom.vtt": "captions from Zoom",
    "zoom-saved.txt": "text with times",
    "teams.vtt": "captions from Microsoft Teams",
    "teams-unpadded.vtt": "captions from Microsoft Teams",
    "teams-before-zero.vtt": "captions from Microsoft Teams",
    "stream.vtt": "captions from Microsoft Teams",
    "teams-old.txt": "a transcript from Microsoft Teams",
    "youtube.vtt": "captions that roll, as YouTube's automatic ones",
    "youtube.srt": "captions that roll, as YouTube's automatic ones",
    "youtube-tripled.srt": "captions that roll, as YouTube's automatic ones",
    "growing.vtt": "captions that roll, as YouTube's automatic ones",
    "youtube.sbv": "captions in SBV",
    "youtube-copied.txt": "text with times",
    "otter.srt": "captions in SRT with speakers, as from Otter",
    "otter.txt": "a transcript from Otter",
    "otter-with-header.txt": "text with times",
    "brackets.txt": "text with times",
    "before.txt": "text with times",
    "plain.srt": "captions in SRT",
    "plain.vtt": "captions in WebVTT",
}
CUT_OFF = "the file stops in the middle of a caption: check that it is the whole transcript"
SAME = ["The café costs £2.", "The pool is free."]


def imported(content: bytes | str, name: str = "talk.vtt", choices: Choices | None = None) -> Imported:
    data = content.encode() if isinstance(content, str) else content
    words = {"core production": "co-production", "bocha": "boccia", "DPO's": "DPOs"}
    return convert(data, name, choices or Choices(), words)


def texts(result: Imported) -> list[str]:
    return [piece.text for piece in result.said]


def refused(content: bytes | str, name: str = "talk.vtt", choices: Choices | None = None) -> list[str]:
    with pytest.raises(ContentError) as caught:
        imported(content, name, choices)
    assert {problem.rule for problem in caught.value.problems} == {"import"}
    return [str(problem) for problem in caught.value.problems]


def word_file(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def vtt(*cues: tuple[float, float, str]) -> str:
    blocks = [f"{timestamp(start)} --> {timestamp(end)}\n{text}" for start, end, text in cues]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


# Each tool's format.


def test_every_file_of_the_corpus_is_listed() -> None:
    assert sorted(FORMATS) == sorted(path.name for path in CORPUS.iterdir() if path.is_file() and path.name[0] != ".")


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_told_by_its_content_and_becomes_the_captions_expected(name: str) -> None:
    for called in (name, "transcript", "other.docx"):
        result = imported((CORPUS / name).read_bytes(), called)
        assert result.reading.format == FORMATS[name]
        assert result.captions == (CORPUS / "expected" / f"{name}.vtt").read_text(encoding="utf-8")
        assert result.reading.read - result.reading.repeated == words_written(result)
        assert parse_vtt(result.captions, "captions.en.vtt")[1] == []


def test_teams_new_word_file() -> None:
    content = word_file(
        "Pool evening-20260302_100500-Meeting Recording",
        "2 March 2026, 10:05am",
        "18m 21s",
        "First Speaker started transcription",
        "First Speaker   0:03\nWelcome to the pool.",
        "Second Speaker   0:03\nYes, welcome.",
        "First Speaker   0:09\nWe meet at\n10:30 on Mondays.",
        "First Speaker stopped transcription",
    )
    result = imported(content, "pool.docx")
    assert result.reading.format == "a transcript from Microsoft Teams"
    assert [(p.speaker, p.text) for p in result.said] == [
        ("First Speaker", "Welcome to the pool."),
        ("Second Speaker", "Yes, welcome."),
        ("First Speaker", "We meet at 10:30 on Mondays."),
    ]
    left_out = [remark.detail for remark in result.checks if remark.detail and remark.kind.in_original]
    assert left_out == ["'Pool evening-20260302_100500-Meeting Recording'", "'2 March 2026, 10:05am'", "'18m 21s'"]


def test_teams_old_word_file() -> None:
    content = word_file(
        "0:0:0.0 --> 0:0:1.250\nFirst Speaker\nGood morning, cyclists.",
        "0:0:2.90 --> 0:0:4.480\nSecond Speaker\nGood morning. How\nare you?",
    )
    result = imported(content, "ride.docx")
    assert [(p.start, p.speaker, p.text) for p in result.said] == [
        (0, "First Speaker", "Good morning, cyclists."),
        (2090, "Second Speaker", "Good morning. How are you?"),
    ]


def test_a_word_file_with_a_table_of_times_is_read() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("0:01", "The gate is wide."), ("0:05", "We measured it.")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    assert texts(imported(buffer.getvalue())) == ["The gate is wide.", "We measured it."]


def test_a_time_that_is_said_stays_a_word() -> None:
    text = "First Speaker  0:01\nWe meet at\n4:30\non Fridays.\n\nSecond Speaker  0:09\n10:15 is better.\n"
    assert texts(imported(text)) == ["We meet at 4:30 on Fridays.", "10:15 is better."]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("First Speaker: now", ("First Speaker", "now")),
        ("- Asha: now", ("Asha", "now")),
        (">> ROWER: now", ("ROWER", "now")),
        ("[SPEAKER_00]: now", ("SPEAKER_00", "now")),
        ("Asha Bell, Archery Club: now", ("Asha Bell, Archery Club", "now")),
        ("Prof. Bell (she/her): now", ("Prof. Bell (she/her)", "now")),
        ("Asha Bell:", ("Asha Bell", "")),
        ("It opens at 10:30: be early", None),
        ("We asked the swimmers. They said: no", None),
        ("Is it open? Answer: yes", None),
        ("https://example.org/", None),
        ("12:30", None),
        ("", None),
    ],
)
def test_a_name_before_a_colon_may_be_a_label(line: str, label: tuple[str, str] | None) -> None:
    found = label_of(line)
    assert (found and (found.name, found.rest)) == label


def test_a_label_is_a_speaker_by_where_it_stands_in_the_file() -> None:
    result = imported((CORPUS / "otter.srt").read_bytes())
    assert {piece.speaker for piece in result.said} == {"First Speaker", "Second Speaker"}
    assert "Warning: the ramp" in result.captions


@pytest.mark.parametrize(
    ("text", "counted", "found"),
    [
        ("00:01:02.500", False, 62_500),
        ("1:02", False, 62_000),
        ("75:30", False, 4_530_000),
        ("01:02,5", False, 62_500),
        ("0:0:6.90", True, 6_090),
        ("0:0:6.90", False, 6_900),
        ("100:00:00.000", False, 360_000_000),
        ("00:00:60", False, None),
        ("1:60:00", False, None),
        ("12", False, None),
        ("a:b", False, None),
    ],
)
def test_times_are_read_as_each_tool_writes_them(text: str, counted: bool, found: int | None) -> None:
    assert milliseconds(text, counted) == found


# Bad and odd files.


@pytest.mark.parametrize(
    ("name", "problems"),
    [
        ("empty.vtt", ["empty.vtt: is empty; save the transcript again, and import that"]),
        ("blank.txt", ["blank.txt: is empty; save the transcript again, and import that"]),
        ("header-only.vtt", ["header-only.vtt:1: has no captions; save them again from the tool that made them"]),
        ("no-times.vtt", ["no-times.vtt:1: has no captions; save them again from the tool that made them"]),
        (
            "no-times.txt",
            ["no-times.txt: has no times; export the transcript with times, as .vtt, .srt or .docx, and import that"],
        ),
        ("binary.vtt", ["binary.vtt:2: is no text; import the captions or the transcript, not the recording"]),
        (
            "recording.vtt",
            ["recording.vtt: is a recording, not a transcript; import the captions that the tool made of it"],
        ),
        (
            "recording.srt",
            ["recording.srt: is a recording, not a transcript; import the captions that the tool made of it"],
        ),
        ("paper.txt", ["paper.txt: is a PDF; save the transcript as .docx, .vtt, .srt or .txt, and import that"]),
        ("old-word.docx", ["old-word.docx: is an old Word file; open it and save it as .docx, then import that"]),
        ("rich-text.txt", ["rich-text.txt: is an RTF file; open it and save it as .docx or .txt, then import that"]),
        (
            "not-word.docx",
            [
                "not-word.docx: is no Word file that can be read; open it in Word, save it again as .docx, and"
                " import that"
            ],
        ),
        (
            "letters-in-time.srt",
            [
                "letters-in-time.srt:6: these times cannot be read; write them like"
                " 00:01:02.000 --> 00:01:05.500"
            ],
        ),
        (
            "seconds-over-59.vtt",
            [
                f"seconds-over-59.vtt:{line}: these times cannot be read; write them like"
                " 00:01:02.000 --> 00:01:05.500"
                for line in (3, 6)
            ],
        ),
        (
            "ends-before-start.vtt",
            ["ends-before-start.vtt:3: this caption ends before it starts; correct its times"],
        ),
        (
            "two-recordings.srt",
            [
                "two-recordings.srt:6: this caption starts at 0:01, long before one above it (10:00); if two"
                " recordings were joined here, import each from its own file"
            ],
        ),
        (
            "times-go-back.txt",
            [
                "times-go-back.txt:3: the time 0:10 comes after 5:00; correct it, or if two recordings were joined"
                " here, import each from its own file"
            ],
        ),
        (
            "words-before.srt",
            [
                "words-before.srt:1: 'Club evening' comes before the first time; put a time above it, or remove it"
            ],
        ),
        ("only-times.srt", ["only-times.srt: has times but no words; save the captions again, and import that"]),
        ("cut-in-first.srt", ["cut-in-first.srt:2: is cut off in its first caption; save it again, and import that"]),
        ("no-encoding.srt", ["no-encoding.srt:3: is not UTF-8 text; save it again with the encoding UTF-8"]),
        ("cut-utf-16.srt", ["cut-utf-16.srt: is cut off or damaged text; save it again with the encoding UTF-8"]),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_refused_with_what_to_do(name: str, problems: list[str]) -> None:
    assert refused((ODD / name).read_bytes(), name) == problems


@pytest.mark.parametrize(
    ("name", "remarks"),
    [
        ("utf-16-with-mark.srt", []),
        ("utf-16-big-without-mark.srt", []),
        ("utf-16-little-without-mark.srt", []),
        ("utf-8-with-mark.srt", []),
        (
            "windows-1252.srt",
            ["the file is not UTF-8 text, and was read as Windows-1252: check letters such as é, £ and ’"],
        ),
        ("windows-lines.srt", []),
        ("old-mac-lines.srt", []),
        ("really-srt.vtt", []),
        ("really-vtt.txt", []),
        ("commas.vtt", []),
        ("hours-missing.vtt", []),
        ("no-numbers.srt", []),
        ("no-empty-lines.srt", []),
        ("empty-lines-inside.srt", []),
        ("beside-times.srt", []),
        ("short-arrows.srt", []),
        ("controls.srt", []),
        ("comments.vtt", []),
        ("strange-tags.srt", None),
        ("empty-captions.srt", ["a caption without words was left out"] * 2 + [CUT_OFF]),
        ("cut-after-number.srt", [CUT_OFF]),
        ("cut-in-time.srt", [CUT_OFF]),
        ("cut-in-start.vtt", [CUT_OFF]),
        ("a-little-back.vtt", ["a caption stood above one that starts before it; they were put in order"]),
        ("no-length.srt", ["a caption stays longer, so that it can be read or meets the next"]),
        ("overlapping.vtt", ["a caption stayed until after the next had come; it now ends there"]),
    ],
)
def test_an_odd_file_is_read_all_the_same(name: str, remarks: list[str] | None) -> None:
    result = imported((ODD / name).read_bytes(), name)
    assert " ".join(texts(result)) == " ".join(SAME)
    if remarks is not None:
        assert texts(result) == SAME
        said = [remark.kind.one for remark in (*result.changes, *result.checks) if remark.kind.in_original]
        assert said == remarks


def test_every_odd_file_is_used() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    assert [path.name for path in ODD.iterdir() if f'"{path.name}"' not in source] == []


def test_a_file_of_nothing_but_fillers_is_refused_if_they_are_to_go() -> None:
    content = (ODD / "fillers-only.srt").read_bytes()
    assert texts(imported(content)) == ["Um, er..."]
    message = "talk.srt: has nothing but fillers; import it without --drop-fillers"
    assert refused(content, "talk.srt", Choices(drop_fillers=True)) == [message]


def test_word_files_without_words_or_times_are_refused() -> None:
    message = "talk.docx: has no words; save the transcript again, and import that"
    assert refused(word_file(), "talk.docx") == [message]
    message = "talk.docx: has no times; export the transcript with times, as .vtt or .srt, and import that"
    assert refused(word_file("Hello from the pool."), "talk.docx") == [message]


def test_ten_megabytes_are_refused() -> None:
    content = b"WEBVTT\n\n" + b"00:00:01.000 --> 00:00:02.000\nThe pool.\n\n" * 240_000
    assert refused(content) == [
        f"talk.vtt: is {len(content):,} bytes; the most is {LARGEST_TEXT:,}: is it the right file?"
    ]


def test_six_hours_are_imported_with_a_note_that_they_are_long() -> None:
    cues = [(6.0 * n, 6.0 * n + 5.5, f"Caption {n} is about the pool.") for n in range(3600)]
    result = imported(vtt(*cues))
    assert len(result.said) == 3600
    long = [remark for remark in result.checks if "longer than a webinar" in remark.kind.one]
    assert [(remark.at, remark.line) for remark in long] == [
        (result.said[-1].end, len(result.captions.splitlines()) - 1)
    ]


@pytest.mark.parametrize(("longest", "is_long"), [(0.5, True), (2, False)])
def test_how_long_is_long_is_the_sites_own_rule(longest: float, is_long: bool) -> None:
    cues = [(6.0 * n, 6.0 * n + 5.5, f"Caption {n} is about the pool.") for n in range(10)]
    result = imported(vtt(*cues), choices=Choices(longest=longest))
    assert any("longer than a webinar" in remark.kind.one for remark in result.checks) is is_long


def test_more_words_than_the_site_reads_are_refused() -> None:
    line = "We talk without a pause about the pool and its doors for hours."
    assert refused(vtt(*((3.0 * n, 3.0 * n + 3.0, line) for n in range(7200)))) == [
        "talk.vtt: holds 93,600 words, more than one webinar's captions may; cut the recording first"
    ]
    long = "swimmingcompetition " * 4
    made = refused(vtt(*((3.0 * n, 3.0 * n + 3.0, long) for n in range(5000))))
    assert made == ["talk.vtt: makes 555,007 bytes of captions; the most is 500,000: cut the recording first"]
    one = vtt((0.0, 5.0, "pool " * 120_000))
    assert refused(one) == [
        "talk.vtt: holds 120,000 words, more than one webinar's captions may; cut the recording first"
    ]


def test_a_word_file_that_grows_without_end_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 60_000_000)
    message = "talk.docx: is 60,000,000 bytes unpacked; the most is 50,000,000: is it the right file?"
    assert refused(buffer.getvalue(), "talk.docx") == [message]


# What is changed, and what is not.


def test_captions_within_the_limits_are_not_touched() -> None:
    text = vtt(
        (1, 3, "<v First Speaker>A line that somebody\nbroke by hand."), (3, 6, "<v First Speaker>And one more.")
    )
    result = imported(text)
    assert result.captions == text
    assert result.changes == ()


def test_words_that_are_said_twice_are_kept() -> None:
    result = imported(vtt((1, 3, "No."), (3, 5, "No."), (5, 7, "No."), (7, 9, "No."), (9, 11, "Yes, yes, yes.")))
    assert texts(result) == ["No.", "No.", "No.", "No.", "Yes, yes, yes."]


def test_a_caption_that_stays_too_long_goes_away_and_one_that_is_too_long_is_split() -> None:
    left = imported(vtt((1, 30, "Time to think."), (40, 42, "Now we go on.")))
    assert [(p.start, p.end) for p in left.said] == [(1000, 8000), (40_000, 42_000)]
    slow = "This is said so slowly that a caption of it, with all its words, stays for longer than it may."
    split = imported(vtt((0, 14, slow)))
    assert " ".join(texts(split)) == slow
    assert [piece.end - piece.start <= 7000 for piece in split.said] == [True] * len(split.said)
    assert len(split.said) > 1


def test_a_fast_caption_borrows_time_from_a_neighbour_that_has_enough() -> None:
    fast = "These are sixty characters, said in two and a half seconds."
    later = imported(vtt((0, 2.5, fast), (2.5, 6, "<v First Speaker>And these are few.")))
    assert [(p.start, p.end) for p in later.said] == [(0, 2950), (2950, 6000)]
    sooner = imported(
        vtt((0, 3.5, "And these are few."), (3.5, 6, f"<v First Speaker>{fast}"), (6, 7, "<v Second Speaker>Yes."))
    )
    assert [(p.start, p.end) for p in sooner.said] == [(0, 3050), (3050, 6000), (6000, 7000)]
    assert any("sooner or later" in remark.kind.one for remark in sooner.changes)


def test_fast_captions_are_told_not_shortened() -> None:
    text = "So many words are said in one second here that nobody can read them."
    result = imported(vtt((0, 1, text), (1, 3, "<v Second Speaker>Yes, that was quick.")))
    assert texts(result)[0] == text
    assert any("too fast" in remark.kind.one and remark.line == 3 for remark in result.checks)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Um, we open the pool.", "We open the pool."),
        ("We open, er, the pool.", "We open, the pool."),
        ("We open the pool, um.", "We open the pool."),
        ("Is it open, erm?", "Is it open?"),
        ("Uh huh, it is.", "Uh huh, it is."),
        ("Mm-hmm. Yes.", "Mm-hmm. Yes."),
        ("The umpire erred.", "The umpire erred."),
        ("UMM... Hmm.", ""),
    ],
)
def test_fillers_go_only_if_asked(line: str, left: str) -> None:
    said = (Said(0, 1000, "", (line,), 1),)
    assert " ".join(piece.text for piece in without_fillers(said)[0]) == left
    assert texts(imported(vtt((0, 5, line)))) == [line]


def test_fillers_are_known_for_english_only() -> None:
    text = vtt((0, 3, "Er bod y pwll ar gau."))
    result = imported(text, choices=Choices(language="cy", drop_fillers=True))
    assert texts(result) == ["Er bod y pwll ar gau."]
    assert "fillers are known for English only" in result.checks[0].kind.one


@pytest.mark.parametrize(
    ("name", "tidy"),
    [
        ("  First   Speaker ", "First Speaker"),
        ("First Speaker (Guest)", "First Speaker"),
        ("First Speaker (External) (Host)", "First Speaker"),
        ("First Speaker (she/her)", "First Speaker (she/her)"),
        ("First Speaker:", "First Speaker"),
        ("--", ""),
    ],
)
def test_names_are_tidied(name: str, tidy: str) -> None:
    assert tidy_name(name) == tidy


def test_speakers_are_renamed_and_a_name_that_is_not_there_is_told() -> None:
    text = vtt((0, 2, "<v Speaker 1>Hello."), (2, 4, "<v speaker 1>Hello again."), (4, 6, "<v Speaker 2>Hello."))
    choices = Choices(renames={"Speaker 1 (Guest)": "First Speaker", "Speaker 9": "Nobody"})
    result = imported(text, choices=choices)
    assert [piece.speaker for piece in result.said] == ["First Speaker", "First Speaker", "Speaker 2"]
    details = [remark.detail for remark in result.checks]
    assert "'Speaker 9'; the names are Speaker 1, Speaker 2" in details
    assert "'Speaker 2'" in details


def test_gaps_unknown_speakers_and_mishearings_are_told_with_time_and_line() -> None:
    text = vtt(
        (12, 14, "<v First Speaker>The bocha group and core"),
        (14, 16, "<v First Speaker>production. DPOs and DPO's."),
        (26.5, 28, "<v Speaker 2>Ten and a half seconds later."),
    )
    checks = [(remark.at, remark.line, remark.detail) for remark in imported(text).checks]
    assert checks == [
        (0, 3, "12 seconds"),
        (16_000, 9, "10 seconds"),
        (26_500, 9, "'Speaker 2'"),
        (12_000, 3, "'bocha': was it 'boccia'?"),
        (12_000, 3, "'core production': was it 'co-production'?"),
        (14_000, 6, "'DPO's': was it 'DPOs'?"),
    ]


def test_a_gap_of_ten_seconds_is_not_told() -> None:
    assert not any("without words" in r.kind.one for r in imported(vtt((0, 2, "One."), (12, 14, "Two."))).checks)


def test_words_without_full_stops_are_told() -> None:
    long = vtt(*((3.0 * n, 3.0 * n + 3, "we go on and on without any stop") for n in range(10)))
    assert any("hardly any full stops" in remark.kind.one for remark in imported(long).checks)


def test_names_in_capitals_behind_arrows_are_speakers() -> None:
    first = "0:00:00.599,0:00:04.160\n>> ROWER: Hi, we are the\nowners of the boat.\n"
    text = f"{first}\n0:00:04.160,0:00:06.770\n>> It leaks.\n"
    said = imported(text).said
    assert [(p.speaker, p.text) for p in said] == [
        ("ROWER", "Hi, we are the owners of the boat."),
        ("ROWER", ">> It leaks."),
    ]


def test_the_list_of_mishearings_can_be_read_and_corrects_nothing_that_is_right(root: Path) -> None:
    words, problems = read_mishearings(root)
    assert problems == []
    assert words["coproduction"] == "co-production"
    right = imported(vtt((0, 5, ". ".join(sorted(set(words.values()))))))
    assert not convert(right.captions.encode(), "talk.vtt", Choices(), words).changes
    told = convert(vtt((0, 6, "The D POS play bocha.")).encode(), "talk.vtt", Choices(), words).checks
    assert [remark.detail for remark in told if "was it" in remark.detail] == [
        "'D POS': was it 'DPOs'?",
        "'bocha': was it 'boccia'?",
    ]
    for meant in set(words.values()):
        checks = convert(vtt((0, 5, f"{meant} now.")).encode(), "talk.vtt", Choices(), words).checks
        assert not any("was it" in remark.detail for remark in checks), meant


def test_the_report_says_in_plain_sentences_what_was_read_changed_and_has_to_be_checked(root: Path) -> None:
    content = (CORPUS / "zoom.vtt").read_bytes()
    result = convert(content, "zoom.vtt", Choices(drop_fillers=True), read_mishearings(root)[0])
    assert report(result, "zoom.vtt", "captions.en.vtt") == (CORPUS / "expected" / "zoom-report.txt").read_text(
        encoding="utf-8"
    )


# Writing, and keeping what people have done.

SLUG = "talking-it-over"


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """As much of a project as an import needs: two webinars, one of them read by a computer voice."""
    folder = tmp_path / "project"
    (folder / "webinars" / SLUG).mkdir(parents=True)
    (folder / "webinars" / "a-short-script").mkdir()
    (folder / "webinars" / "a-short-script" / "script.md").write_text("## Slide\n\nWords.\n", encoding="utf-8")
    (folder / "data").mkdir()
    shutil.copy(root / MISHEARINGS, folder / MISHEARINGS)
    return folder


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A file from Zoom."""
    return Path(shutil.copy(CORPUS / "zoom.vtt", tmp_path))


def run(project: Path, file: Path, *options: str, into: str = SLUG) -> int:
    return main(["--root", str(project), "import", str(file), "--into", into, *options])


def files(project: Path) -> dict[str, bytes]:
    return contents(project / "webinars")


def test_an_import_writes_captions_a_draft_and_the_original(
    project: Path, talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(project)
    assert run(project, talk) == 0
    new = {name: content for name, content in files(project).items() if before.get(name) != content}
    assert sorted(new) == [
        f"{SLUG}/captions.en.vtt",
        f"{SLUG}/original/import.en.json",
        f"{SLUG}/original/transcript-draft.en.txt",
        f"{SLUG}/original/zoom.vtt",
    ]
    assert new[f"{SLUG}/captions.en.vtt"] == (CORPUS / "expected" / "zoom.vtt.vtt").read_bytes()
    assert new[f"{SLUG}/original/zoom.vtt"] == talk.read_bytes()
    assert (
        new[f"{SLUG}/original/transcript-draft.en.txt"].decode().startswith("[0:02] First Speaker\nWelcome, everyone.")
    )
    assert json.loads(new[f"{SLUG}/original/import.en.json"])["imported"] == "zoom.vtt"
    said = capsys.readouterr().out
    assert f"Wrote webinars/{SLUG}/captions.en.vtt." in said
    assert "14 seconds" in said


def test_an_import_can_be_run_twice_with_the_same_result(project: Path, talk: Path) -> None:
    assert run(project, talk) == 0
    once = files(project)
    assert run(project, talk) == 0
    assert files(project) == once
    # Also from the copy that was kept, and from what it made.
    assert run(project, project / "webinars" / SLUG / "original" / "zoom.vtt") == 0
    assert files(project) == once
    captions = project / "webinars" / SLUG / "captions.en.vtt"
    assert run(project, captions) == 0
    assert captions.read_bytes() == once[f"{SLUG}/captions.en.vtt"]


def test_captions_that_a_person_has_changed_are_not_overwritten(
    project: Path, talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, talk) == 0
    captions = project / "webinars" / SLUG / "captions.en.vtt"
    captions.write_text(captions.read_text(encoding="utf-8").replace("bocha", "boccia"), encoding="utf-8")
    changed = files(project)
    capsys.readouterr()
    assert run(project, talk, "--drop-fillers") == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        f"webinars/{SLUG}/captions.en.vtt: has been changed by a person since it was imported, or was never imported;"
        " nothing was written. To write over it, import again with --replace"
    )
    assert files(project) == changed
    assert run(project, talk, "--drop-fillers", "--replace") == 0
    assert b"Um, the bocha" not in captions.read_bytes()


def test_the_untouched_example_of_a_new_webinar_is_written_over(project: Path, talk: Path) -> None:
    captions = project / "webinars" / SLUG / "captions.en.vtt"
    captions.write_text(example_captions(), encoding="utf-8", newline="\r\n")
    assert run(project, talk) == 0
    assert "Welcome, everyone." in captions.read_text(encoding="utf-8")
    captions.write_text(example_captions().replace("your own", "our"), encoding="utf-8")
    (project / "webinars" / SLUG / "original" / "import.en.json").unlink()
    assert run(project, talk) == 1


@pytest.mark.parametrize("quoted", [True, False])
def test_a_name_with_spaces_is_accepted(project: Path, talk: Path, quoted: bool) -> None:
    spaced = talk.rename(talk.with_name("Club evening-20260302_100500-Meeting Recording.vtt"))
    words = [str(spaced)] if quoted else str(spaced).split(" ")
    assert main(["--root", str(project), "import", *words, "--into", SLUG]) == 0
    assert (project / "webinars" / SLUG / "original" / spaced.name).read_bytes() == spaced.read_bytes()


def test_make_imports_a_file_with_any_name(project: Path, talk: Path, root: Path) -> None:
    spaced = talk.rename(talk.with_name('Club\'s "evening" (1).vtt'))
    shown = subprocess.run(
        ["make", "-n", "--no-print-directory", "import", f"FILE={spaced}", f"INTO={SLUG}"],
        cwd=root, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert '-m macros import "$FILE" --into "$INTO"' in shown
    missing = subprocess.run(["make", "-n", "import"], cwd=root, capture_output=True, text=True, check=True).stdout
    assert 'make import FILE="talk.vtt" INTO=a-webinar' in missing.replace("\\", "")


def test_a_draft_that_a_person_has_changed_is_not_overwritten(project: Path, talk: Path) -> None:
    assert run(project, talk) == 0
    draft = project / "webinars" / SLUG / "original" / "transcript-draft.en.txt"
    draft.write_text("My own notes.", encoding="utf-8")
    assert run(project, talk) == 1
    assert draft.read_text(encoding="utf-8") == "My own notes."


def test_captions_that_were_never_imported_are_not_overwritten(project: Path, talk: Path) -> None:
    (project / "webinars" / SLUG / "captions.en.vtt").write_text("WEBVTT\n", encoding="utf-8")
    before = files(project)
    assert run(project, talk) == 1
    assert files(project) == before


def test_line_ends_that_git_changes_are_no_change_by_a_person(project: Path, talk: Path) -> None:
    assert run(project, talk) == 0
    captions = project / "webinars" / SLUG / "captions.en.vtt"
    captions.write_bytes(captions.read_bytes().replace(b"\n", b"\r\n"))
    assert run(project, talk, "--drop-fillers") == 0


@pytest.mark.parametrize("note", ["", "{", "[]", '{"written": 3}', "\x00"])
def test_a_note_that_cannot_be_read_protects_the_captions(project: Path, talk: Path, note: str) -> None:
    assert run(project, talk) == 0
    (project / "webinars" / SLUG / "original" / "import.en.json").write_text(note, encoding="utf-8")
    assert run(project, talk) == 0, "the result is the same as what is there"
    (project / "webinars" / SLUG / "original" / "import.en.json").write_text(note, encoding="utf-8")
    assert run(project, talk, "--drop-fillers") == 1


def test_another_file_of_the_same_name_does_not_replace_the_original(
    project: Path, talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, talk) == 0
    talk.write_bytes(talk.read_bytes().replace(b"pool", b"hall"))
    capsys.readouterr()
    assert run(project, talk) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        f"webinars/{SLUG}/original/zoom.vtt: is there already with other content; nothing was written. Give the new"
        " file another name, or import again with --replace"
    )
    assert run(project, talk, "--replace") == 0
    assert (project / "webinars" / SLUG / "original" / "zoom.vtt").read_bytes() == talk.read_bytes()


def test_the_catalogue_ignores_the_originals(copied_project: Path) -> None:
    folder = copied_project / "webinars" / SLUG
    before, problems = catalogue_and_problems(copied_project)
    assert problems == []
    (folder / "original").mkdir()
    for name in ("captions.fr.vtt", "slides.pdf", "webinar.yml", "script.md", "chapters.vtt"):
        (folder / "original" / name).write_text("not read", encoding="utf-8")
    after, problems = catalogue_and_problems(copied_project)
    assert problems == []
    assert before
    assert after

    def without_keys(catalogue: Catalogue) -> list[Webinar]:
        """What is known of each webinar; the key of its folder may change with whatever is in it."""
        return [
            replace(w, words=replace(w.words, key="")) if isinstance(w.words, RecordedWords) else w
            for w in catalogue.webinars
        ]

    assert without_keys(after) == without_keys(before)


def test_captions_in_another_language_stand_beside_the_first(project: Path, talk: Path) -> None:
    assert run(project, talk) == 0
    assert run(project, talk, "--language", "fr") == 0
    names = {path.name for path in (project / "webinars" / SLUG).rglob("*en*")}
    assert {name.replace("en", "fr") for name in names} <= {p.name for p in (project / "webinars").rglob("*fr*")}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"into": "talking-it-ovr"},
            "--into: there is no webinar 'talking-it-ovr' in webinars/; did you mean 'talking-it-over'?",
        ),
        ({"into": "../webinars"}, "--into: there is no webinar '../webinars' in webinars/"),
        (
            {"into": "a-short-script"},
            "webinars/a-short-script: is read by a computer voice, so its captions are made from script.md; remove that"
            " file first",
        ),
        ({"language": "English"}, "--language: has to look like en or cy, not 'English'"),
        ({"language": "../en"}, "--language: has to look like en or cy, not '../en'"),
    ],
)
def test_a_wrong_place_is_refused(
    project: Path, talk: Path, options: dict[str, str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(project)
    code = run(project, talk, "--language", options.get("language", "en"), into=options.get("into", SLUG))
    assert code == 1
    assert capsys.readouterr().out.splitlines()[0].startswith(message)
    assert files(project) == before


def test_a_file_that_is_not_there_is_told(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, tmp_path / "nothing.vtt") == 1
    assert "nothing.vtt: could not be read (No such file or directory)" in capsys.readouterr().out


def test_a_list_of_mishearings_with_a_mistake_is_told(
    project: Path, talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / MISHEARINGS).write_text("wrds: {}\n", encoding="utf-8")
    told = ["data/mishearings.yml:1: 'wrds' is not a field here; did you mean 'words'?"]
    assert run(project, talk) == 1
    assert capsys.readouterr().out.splitlines()[:1] == told
    assert set(told) <= {str(problem) for problem in check_all(project)[1]}


def test_a_rename_without_two_names_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["import", "talk.vtt", "--into", SLUG, "--speaker", "First Speaker"])
    assert caught.value.code == 2
    assert "write the two names as \"Old=New\", not 'First Speaker'" in capsys.readouterr().err
