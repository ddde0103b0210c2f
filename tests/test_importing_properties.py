"""Promises that an import keeps for whatever people bring: made-up captions and files of any kind of bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.captions.clock import timestamp
from macros.captions.limits import LINE_LENGTH
from macros.captions.reading import parse_vtt
from macros.importing import converting
from macros.importing.blocks import read_blocks
from macros.importing.converting import Choices, Imported, convert, words_written
from macros.importing.decoding import decode
from macros.importing.limits import (
    GAP_MS,
    LONGEST_MS,
    MOST_MOVED,
    can_join,
    fits,
    is_hard_to_read,
    spare,
    within_limits,
)
from macros.importing.overlaps import one_after_the_other
from macros.importing.said import Remark, Said
from macros.importing.youtube import rolls
from macros.problems import ContentError

CORPUS = Path(__file__).parent / "corpus" / "importing"
FILES = sorted(path for path in CORPUS.iterdir() if path.suffix in (".vtt", ".srt", ".sbv", ".txt"))
QUICK = settings(max_examples=60, deadline=None, derandomize=True, database=None)

SPOKEN = "pool club swimmers decide. the a we open, key boat? Remember: 4:30 12 ramp; hall! um, no it's café £5"
ODD = "<b> <v & > -- --> {x} >> NOTE WEBVTT"
WORDS = st.one_of(
    st.sampled_from([*SPOKEN.split(), *ODD.split()]),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Z"]), min_size=1, max_size=60),
)
LINES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
SPEAKERS = st.sampled_from(["", "First Speaker", "Speaker B", "second speaker", "A & B > C"])


@st.composite
def pieces(draw: st.DrawFn) -> tuple[Said, ...]:
    """Captions in any order of time that is not far out, overlapping or with gaps, of any length."""
    start = 0
    said = []
    for number in range(draw(st.integers(1, 12))):
        start = max(0, start + draw(st.integers(-3_000, 15_000)))
        length = draw(st.one_of(st.integers(0, 900), st.integers(900, 25_000)))
        lines = tuple(" ".join(line.split()) for line in draw(st.lists(LINES, min_size=1, max_size=3)))
        said.append(Said(start, start + length, draw(SPEAKERS), lines, number + 1))
    return tuple(said)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_vtt(said: tuple[Said, ...], closed: bool) -> str:
    """The pieces as WebVTT; with ``closed`` as Teams writes it."""
    blocks = ["WEBVTT"]
    for piece in said:
        name = f"<v {escaped(piece.speaker)}>" if piece.speaker else ""
        end = "</v>" if closed and name else ""
        words = "\n".join(map(escaped, piece.lines))
        blocks.append(f"{timestamp(piece.start / 1000)} --> {timestamp(piece.end / 1000)}\n{name}{words}{end}")
    return "\n\n".join(blocks) + "\n"


def distinct(said: tuple[Said, ...], closed: bool) -> list[str]:
    """The words of pieces, those of pieces that are there twice only once.

    A piece without a name is said by the speaker before it, but for files from Teams, which close each name.
    """
    speaker = ""
    keys: dict[tuple[object, ...], tuple[str, ...]] = {}
    for piece in said:
        speaker = piece.speaker or ("" if closed else speaker)
        keys[(piece.start, piece.end, speaker, piece.lines)] = piece.lines
    return sorted(word for lines in keys.values() for line in lines for word in line.split())


def imported(text: str | bytes, choices: Choices | None = None) -> Imported:
    content = text.encode() if isinstance(text, str) else text
    return convert(content, "words.vtt", choices or Choices(), {"core production": "co-production"})


def imported_or_refused(content: bytes | str, choices: Choices | None = None) -> Imported | None:
    """What an import makes, or None where it tells its problems; any other error fails the test."""
    try:
        return imported(content, choices)
    except ContentError:
        return None


def words_of(result: Imported) -> list[str]:
    return sorted(word for piece in result.said for word in piece.words)


def rolls_by_chance(text: str) -> bool:
    """Made-up captions can look like captions that roll; then repeated words do go."""
    blocks = read_blocks(decode(text.encode(), "words.vtt"))
    return blocks is not None and rolls(blocks.blocks)


@QUICK
@given(pieces(), st.booleans())
@example((Said(0, 0, "First Speaker", ("pool",), 1), Said(0, 0, "", ("pool",), 2)), False)
def test_no_word_is_lost_and_none_is_added(said: tuple[Said, ...], closed: bool) -> None:
    text = as_vtt(said, closed)
    if not rolls_by_chance(text):
        result = imported(text)
        unspoken = [word for piece in said for word in piece.words]
        assert words_of(result) == distinct(said, closed), unspoken
        assert result.reading.read - result.reading.repeated - result.fillers == words_written(result)


def test_a_lost_word_and_an_overlap_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plants both faults: what the tests around this one compare then differs."""
    said = tuple(Said(1000 * n, 1000 * n + 1000, "", ("pool club hall",), n + 1) for n in range(3))

    def spoiled(pieces: Sequence[Said]) -> tuple[tuple[Said, ...], list[Remark]]:
        first, *rest = pieces
        return (replace(first, end=rest[0].start + 500, lines=("pool club",)), *rest), []

    monkeypatch.setattr(converting, "within_limits", spoiled)
    result = imported(as_vtt(said, closed=False))
    assert words_of(result) != distinct(said, False)
    assert "before the one above it has ended" in parse_vtt(result.captions, "captions.en.vtt")[1][0].message


@QUICK
@given(pieces(), st.booleans())
def test_captions_never_overlap_and_the_site_can_read_them(said: tuple[Said, ...], closed: bool) -> None:
    result = imported(as_vtt(said, closed))
    cues, problems = parse_vtt(result.captions, "captions.en.vtt")
    assert problems == []
    assert all(before.cue.end <= after.cue.start for before, after in pairwise(cues))
    assert [spoken.cue.lines for spoken in cues] == [piece.lines for piece in result.said]
    assert [spoken.speaker for spoken in cues] == [piece.speaker for piece in result.said]


@QUICK
@given(pieces(), st.booleans())
def test_captions_are_within_the_limits_where_the_words_allow(said: tuple[Said, ...], closed: bool) -> None:
    result = imported(as_vtt(said, closed)).said
    for piece in result:
        assert piece.end - piece.start <= LONGEST_MS
        assert fits(piece.lines) or (len(piece.words) == 1 and len(piece.text) > LINE_LENGTH)
    for first, second in pairwise(result):
        assert not can_join(first, second), "two captions that are hard to read and would fit in one"
        lack = -spare(first)
        assert lack <= 0 or lack > MOST_MOVED or spare(second) < lack or first.time_to_read > LONGEST_MS
        # A caption that is too quick to read ends only because the next one starts.
        assert not is_hard_to_read(first) or first.end == second.start
        assert second.start - first.end == 0 or second.start - first.end >= GAP_MS or second.start > first.start + 7000
    assert not is_hard_to_read(result[-1]) or result[-1].time_to_read > LONGEST_MS


@QUICK
@given(pieces(), st.booleans(), st.booleans())
def test_importing_its_own_output_changes_nothing(said: tuple[Said, ...], closed: bool, drop: bool) -> None:
    choices = Choices(drop_fillers=drop)
    once = imported_or_refused(as_vtt(said, closed), choices)
    if once is None:
        assert drop, "only a file of nothing but fillers is refused"
        return
    again = imported(once.captions)
    assert again.captions == once.captions
    assert again.changes == ()
    assert imported(as_vtt(said, closed), choices).captions == once.captions


@QUICK
@given(pieces())
def test_bringing_within_the_limits_twice_is_the_same_as_once(said: tuple[Said, ...]) -> None:
    once, _ = within_limits(one_after_the_other(said)[0])
    twice, remarks = within_limits(once)
    assert twice == once
    assert remarks == []


@QUICK
@given(st.binary(max_size=400))
def test_any_bytes_give_captions_or_a_problem(content: bytes) -> None:
    result = imported_or_refused(content)
    assert result is None or result.captions.startswith("WEBVTT\n")


READABLE_TIMES = (
    "00:00:01.000 --> 00:00:02.000", "0:0:1.9 --> 0:0:3.10", "00:01,5 --> 00:02", "1:2 --> 1:3",
    "-0:0:1.0 --> 0:0:2.0", "0:00:01.000,0:00:02.000", "99:59:59.999 --> 100:00:00.000",
)  # fmt: skip
OTHER_TIMES = (
    "00:00:61 --> 00:00:62", "--> 1", "1 -->", "5:00", "[0:05]", "First Speaker  0:07",
    "[First Speaker] 10:00:00", "0:09 - Hello", "00:00:03.000 --> 00:00:02.000",
)  # fmt: skip
MARKUP = (
    "WEBVTT", "", "", "", "1", "2", "NOTE x", "STYLE", "Kind: captions", "<v Name>", "<v", "</v>", "a:",
    "<00:00:01.500><c> word</c>", "Name: words", "\ufeff", "\x0b", "\u2028", "&#0;", "&lt;v x&gt;",
)  # fmt: skip
SCRAPS = st.one_of(st.sampled_from(READABLE_TIMES), st.sampled_from(OTHER_TIMES), st.sampled_from(MARKUP), LINES)


@QUICK
@given(st.lists(SCRAPS, max_size=30), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]))
def test_scraps_of_captions_give_captions_that_stay_the_same_or_a_problem(scraps: list[str], encoding: str) -> None:
    once = imported_or_refused("\n".join(scraps).encode(encoding, errors="replace"))
    if once:
        assert parse_vtt(once.captions, "captions.en.vtt")[1] == []
        assert imported(once.captions).captions == once.captions


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_damaged_file_gives_captions_or_a_problem(path: Path) -> None:
    whole = path.read_bytes()

    @settings(QUICK, max_examples=12)
    @given(st.integers(0, max(0, len(whole) - 1)), st.binary(max_size=3), st.booleans())
    def damage(at: int, put: bytes, cut: bool) -> None:
        result = imported_or_refused(whole[:at] + put + (b"" if cut else whole[at + 1 :]))
        assert result is None or parse_vtt(result.captions, "captions.en.vtt")[1] == []

    damage()


@QUICK
@given(st.binary(max_size=200), st.binary(max_size=200))
def test_any_parts_of_a_word_file_give_captions_or_a_problem(document: bytes, types: bytes) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", document)
        archive.writestr("[Content_Types].xml", types)
    with pytest.raises(ContentError):
        imported(buffer.getvalue())
