"""Imported words in order of their times, none of them above another."""

from __future__ import annotations

import pytest

from macros.importing.overlaps import AT_ONCE, OUT_OF_ORDER, OVERLAPPED, in_order, one_after_the_other
from macros.importing.said import Kind, Remark, Said


def said(start: int, end: int, characters: int, speaker: str = "Ann", line: int = 1) -> Said:
    """Words of this many characters, which take 50 milliseconds each to read."""
    return Said(start, end, speaker, ("x" * characters,), line)


def times(pieces: tuple[Said, ...]) -> list[tuple[int, int]]:
    return [(piece.start, piece.end) for piece in pieces]


def test_what_stands_out_of_order_is_put_in_order_and_told() -> None:
    first, second, third = said(2000, 3000, 4, line=2), said(1000, 1500, 4, line=5), said(4000, 5000, 4, line=8)
    pieces, remarks = in_order([first, second, third])
    assert pieces == (second, first, third)
    assert remarks == [Remark(OUT_OF_ORDER, 1000, 5)]


def test_what_starts_at_the_same_time_keeps_its_order() -> None:
    first, second = said(1000, 2000, 4, "Ann"), said(1000, 1500, 4, "Bob")
    assert in_order([first, second]) == ((first, second), [])


def test_what_does_not_overlap_stays_as_it_is() -> None:
    pieces = (said(0, 1000, 4), said(1000, 2000, 4), said(2500, 3000, 4))
    assert one_after_the_other(pieces) == (pieces, [])


def test_words_without_a_length_get_a_millisecond() -> None:
    pieces, remarks = one_after_the_other([said(1000, 1000, 4), said(2000, 1500, 4)])
    assert times(pieces) == [(1000, 1001), (2000, 2001)]
    assert remarks == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # Enough time for both: the first is cut where the second starts, if it can be read by then.
        ((0, 3000, 20), (2000, 4000, 20), [(0, 2000), (2000, 4000)]),
        # The first needs longer, and the second can spare it.
        ((0, 3000, 50), (2000, 4000, 20), [(0, 2500), (2500, 4000)]),
        # The first ends where its own caption did, and not later.
        ((0, 2200, 50), (2000, 4000, 20), [(0, 2200), (2200, 4000)]),
        # The second can spare no more than this.
        ((0, 3900, 50), (1000, 3500, 25), [(0, 2250), (2250, 3500)]),
        # Too little time for both: each has the part that its words are of all words.
        ((0, 3000, 60), (1000, 4000, 40), [(0, 2400), (2400, 4000)]),
        # But the first never goes on for less than until the second starts.
        ((0, 3000, 20), (2000, 3000, 60), [(0, 2000), (2000, 3000)]),
        # Exactly enough time for both.
        ((0, 2000, 40), (1000, 4000, 40), [(0, 2000), (2000, 4000)]),
        # Both start at once: the first has at least a millisecond, and so has the second.
        ((0, 10, 1), (0, 10, 99), [(0, 1), (1, 10)]),
        ((0, 1, 99), (0, 1, 1), [(0, 1), (1, 2)]),
    ],
)
def test_two_that_overlap_share_the_time(
    first: tuple[int, int, int], second: tuple[int, int, int], expected: list[tuple[int, int]]
) -> None:
    # At the start of a recording, and a minute later.
    for at in (0, 60_000):
        pieces = [said(start + at, end + at, characters) for start, end, characters in (first, second)]
        assert times(one_after_the_other(pieces)[0]) == [(start + at, end + at) for start, end in expected]


@pytest.mark.parametrize(("speaker", "kind"), [("Bob", AT_ONCE), ("Ann", OVERLAPPED)])
def test_it_is_told_whether_two_people_spoke_or_a_caption_stayed(speaker: str, kind: Kind) -> None:
    pieces = [said(0, 3000, 20, "Ann", 2), said(2000, 4000, 20, speaker, 5)]
    assert one_after_the_other(pieces)[1] == [Remark(kind, 2000, 5)]


def test_a_third_that_overlaps_too_comes_after_the_second() -> None:
    pieces, remarks = one_after_the_other([said(0, 3000, 20), said(1000, 3000, 20), said(2000, 3000, 20)])
    assert times(pieces) == [(0, 1000), (1000, 2000), (2000, 3000)]
    assert [remark.at for remark in remarks] == [1000, 2000]


def test_the_remarks_say_what_was_done_to_one_and_to_several() -> None:
    assert (
        Kind(
            "two people speak at the same time; their captions were put one after the other",
            "{count} times two people speak at the same time; their captions were put one after the other",
        )
        == AT_ONCE
    )
    assert (
        Kind(
            "a caption stayed until after the next had come; it now ends there",
            "{count} captions stayed until after the next had come; they now end there",
        )
        == OVERLAPPED
    )
    assert (
        Kind(
            "a caption stood above one that starts before it; they were put in order",
            "{count} captions stood above ones that start before them; they were put in order",
        )
        == OUT_OF_ORDER
    )
