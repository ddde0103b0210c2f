"""British spelling: which words are known, and which are not."""

from __future__ import annotations

import pytest

from macros.language.spelling import Speller

SPELLER = Speller(frozenset(["nef", "coprobabble"]))


@pytest.mark.parametrize(
    "word",
    ["kerb", "tyre", "whilst", "tumour", "paralysed", "instalment", "offence", "jeweller", "calibre", "enrolling",
     "inaccessible", "captioned", "unpaid", "neighbourhoods", "anaesthetic", "manoeuvre", "fulfil", "cancelled"],
)  # fmt: skip
def test_british_words_that_the_american_dictionary_lacks_are_known(word: str) -> None:
    assert list(SPELLER.faults(f"The {word}.")) == []
