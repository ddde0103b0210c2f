"""Captions from spoken words: their limits, their breaks, and not a word lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.captions.breaking import TimedWord, break_into_cues, break_into_lines
from macros.captions.limits import CHARACTERS_A_SECOND, LINE_LENGTH, LINES, SHORTEST
from macros.model import Cue


def spoken(text: str, seconds_a_word: float = 0.43) -> list[TimedWord]:
    """Words said at an even speed."""
    words = text.split()
    return [
        TimedWord(word, i * seconds_a_word, (i + 1) * seconds_a_word, word[-1] in ".?!") for i, word in enumerate(words)
    ]


def joined(cues: tuple[Cue, ...]) -> str:
    return " ".join(cue.text for cue in cues)


def word_times(text: str, start: float, end: float) -> list[TimedWord]:
    """The words of one sentence, said at an even speed between two times."""
    words = text.split()
    step = (end - start) / len(words)
    return [
        TimedWord(word, start + i * step, start + (i + 1) * step, i == len(words) - 1) for i, word in enumerate(words)
    ]


TEXTS = [
    "Imagine a club that runs boccia on Mondays, with forty members, and a hall that it shares with others. "
    "Who decided the day? Who decided the price, and who was asked before the posters went up on the wall?",
    "One.",
    "A word and incomprehensibilitiesandmoreofthesameinonelongwordwithoutanend and more.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_cues_hold_exactly_the_words_that_are_spoken(text: str) -> None:
    assert joined(break_into_cues(spoken(text))) == text


def test_cues_keep_to_the_limits() -> None:
    for cue in break_into_cues(spoken(TEXTS[0])):
        assert len(cue.lines) <= LINES
        assert all(len(line) <= LINE_LENGTH for line in cue.lines)
        assert cue.end - cue.start >= SHORTEST
        assert cue.characters_a_second <= CHARACTERS_A_SECOND


def test_cues_break_where_sentences_and_clauses_end() -> None:
    cues = break_into_cues(spoken(TEXTS[0]))
    assert {cue.text[-1] for cue in cues} <= {",", ".", "?"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Short enough for one line.", ("Short enough for one line.",)),
        (
            "We will see that session run in seven different ways.",
            ("We will see that session", "run in seven different ways."),
        ),
        (
            "You will be able to sort them into three groups, called bands.",
            ("You will be able to sort them", "into three groups, called bands."),
        ),
        (
            "It is made for the people who come to the hall on a Monday.",
            ("It is made for the people", "who come to the hall on a Monday."),
        ),
    ],
)
def test_lines_are_alike_in_length_and_break_by_sense(text: str, lines: tuple[str, ...]) -> None:
    assert break_into_lines(text.split()) == lines


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # One word earlier, the second would be a letter too long, or two.
        ("Everybody who comes on a Monday picked all", "things that we have in the hall, today."),
        ("Everybody who comes on a Monday has paid a", "fee that all of us chose for the new hall."),
    ],
)
def test_lines_are_two_wherever_two_can_hold_the_words(first: str, second: str) -> None:
    assert len(first) == LINE_LENGTH
    assert LINE_LENGTH < len(f"{first.split()[-1]} {second}") <= LINE_LENGTH + 2
    assert break_into_lines(f"{first} {second}".split()) == (first, second)


def two_sentences(first: str, seconds: float, total: float) -> list[str]:
    """The cues of a sentence that takes some seconds, and of one that takes the rest of a total."""
    words = [*word_times(first, 0.0, seconds), *word_times("We all did it.", seconds, total)]
    return [cue.text for cue in break_into_cues(words)]


@pytest.mark.parametrize(
    ("first", "seconds", "total", "cues"),
    [
        # Seven seconds at most: two sentences of that length share a cue, longer ones do not.
        ("Yes, it is.", 3.0, 6.9, 1),
        ("Yes, it is.", 3.0, 7.2, 2),
        # A second at least: too short a sentence stays with the other, even if that is a little long.
        ("Yes, it is.", 0.95, 7.4, 1),
        ("Yes, it is.", 1.0, 7.4, 2),
        # Twenty characters a second at most: a sentence of 21 needs more than a second of its own.
        ("Who asked them, then?", 1.02, 7.4, 1),
        ("Who asked them, then?", 1.06, 7.4, 2),
    ],
)
def test_a_cue_keeps_to_its_limits_of_time(first: str, seconds: float, total: float, cues: int) -> None:
    assert len(two_sentences(first, seconds, total)) == cues


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Everybody who comes on a Monday has chosen", "the hall and everybody pays the same sum."),
        ("Everybody who comes on Mondays has chosen", "the hall and all of them pay the same sum."),
    ],
)
def test_two_full_lines_make_a_cue(first: str, second: str) -> None:
    assert max(len(first), len(second)) == LINE_LENGTH
    assert [cue.lines for cue in break_into_cues(spoken(f"{first} {second}", 0.35))] == [(first, second)]


def test_a_letter_more_than_a_line_takes_a_second_cue() -> None:
    first, second = "Everybody that comes on a Monday has chosen", "the hall and everybody pays the one sum."
    assert len(first) == LINE_LENGTH + 1
    assert len(f"{first} {second}") == LINES * LINE_LENGTH
    cues = break_into_cues(spoken(f"{first} {second}", 0.35))
    assert len(cues) == 2
    assert all(len(line) <= LINE_LENGTH for cue in cues for line in cue.lines)


def test_a_word_too_long_for_any_cue_has_one_to_itself() -> None:
    address = "https://example.org/" + "a" * 80
    cues = break_into_cues(spoken(f"Come to the hall. {address} Anybody may read that."))
    assert [cue.text for cue in cues] == ["Come to the hall.", address, "Anybody may read that."]


@pytest.mark.parametrize(("silence", "end"), [(0.9, 2.9), (1.0, 2.0)])
def test_a_gap_of_less_than_a_second_is_closed(silence: float, end: float) -> None:
    """Tinier ones flicker (BBC Subtitle Guidelines)."""
    later = 2.0 + silence
    cues = break_into_cues([*word_times("Who decided?", 0.0, 2.0), *word_times("All of us did.", later, later + 5.0)])
    assert [(cue.start, cue.end) for cue in cues] == [(0.0, end), (later, later + 5.0)]


@pytest.mark.parametrize("word", ["the", "The", "of", "if", "was", "have", "can", "not", "you", "very"])
def test_a_word_that_belongs_to_the_next_ends_no_line_and_no_cue(word: str) -> None:
    # Behind the word, the lines would be more alike.
    first, second = "Some people came alone", "there came others later on"
    assert break_into_lines(f"{first} {word} {second}".split()) == (first, f"{word} {second}")
    # Too long for one cue, with one word that a cue can end with.
    part = " ".join([word] * (60 // (len(word) + 1)))
    cues = break_into_cues(spoken(f"{part} hall {part}", 0.3))
    assert [cue.text for cue in cues] == [f"{part} hall", part]


def test_captions_keep_up_with_somebody_who_speaks_very_fast() -> None:
    words = spoken(TEXTS[0], 1 / 100)
    starts = {(word.text, round(word.start, 3)) for word in words}
    cues = break_into_cues(words)
    assert len(cues) > 1
    assert all((cue.lines[0].split()[0], cue.start) in starts for cue in cues)


@pytest.mark.parametrize("words_a_second", [10, 20, 40, 1000])
def test_cues_never_overlap_however_fast_somebody_speaks(words_a_second: int) -> None:
    cues = break_into_cues(spoken(TEXTS[0] + " " + " ".join(["a" * 60] * 5), 1 / words_a_second))
    assert all(cue.start < cue.end for cue in cues)
    assert all(before.end <= after.start for before, after in pairwise(cues))


WORDS = st.lists(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1, max_size=50), min_size=1)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(WORDS, st.floats(0.0, 1.5))
def test_no_word_is_ever_lost_and_no_cue_overlaps(words: list[str], speed: float) -> None:
    text = " ".join(words)
    cues = break_into_cues(spoken(text, speed))
    assert joined(cues) == text
    assert all(a.end <= b.start for a, b in pairwise(cues))
    assert all(cue.end > cue.start for cue in cues)
