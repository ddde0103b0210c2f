"""British spelling: which words are known, which are not, and how many slips of a finger are found."""

from __future__ import annotations

import pytest

from macros.checks.language import read_speller
from macros.language.spelling import Speller
from tests.bench_spelling import own_words, passed, typos
from tests.conftest import ROOT

SPELLER = Speller(frozenset(["nef", "coprobabble"]))


@pytest.mark.parametrize(
    "word",
    ["kerb", "tyre", "whilst", "tumour", "paralysed", "instalment", "offence", "jeweller", "calibre", "enrolling",
     "inaccessible", "captioned", "unpaid", "neighbourhoods", "anaesthetic", "manoeuvre", "fulfil", "cancelled",
     "organisation's", "somebody else’s", "the 20th", "an MP3", "nef's", "Norfolk", "O’Brien", "naïve", "judgment"],
)  # fmt: skip
def test_british_words_and_what_is_no_word_are_left_alone(word: str) -> None:
    assert list(SPELLER.faults(f"The {word}.")) == []


@pytest.mark.parametrize("word", ["goed", "swimed", "takens", "gooder", "wheelchiar", "Goed"])
def test_words_that_are_only_made_like_words_are_told(word: str) -> None:
    assert [fault.message for fault in SPELLER.faults(word)] == [
        f"'{word}' is in no list of words; correct it, or add it to data/spelling.txt"
    ]


@pytest.mark.ours
def test_of_random_slips_in_the_sites_own_words_97_in_100_are_found() -> None:
    words, (speller, problems) = own_words(ROOT), read_speller(ROOT)
    assert problems == []
    assert list(passed(words, speller)) == words
    slips = typos(words)
    assert len(slips) > 3000
    missed = list(passed(slips, speller))
    assert len(missed) / len(slips) <= 0.03, missed
