"""Measures which of many random typos in the site's own words the spelling check finds, and how long it takes."""

from __future__ import annotations

import random
import re
import string
import time
from collections.abc import Iterator
from pathlib import Path

from macros.checks.language import read_speller
from macros.checks.texts import all_prose
from macros.language.spelling import Speller
from macros.reading.pages import read_pages

ROOT = Path(__file__).parent.parent
SEED = 1
SHORTEST = 5
"""Letters: a typo in a shorter word often makes another word (form, from), which no list can tell."""

_WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w'’-])")


def rows() -> list[tuple[str, str]]:
    """(what was measured, the figure) for each measure."""
    start = time.perf_counter()
    speller = read_speller(ROOT)[0]
    list(speller.faults("Organisations"))
    loaded = time.perf_counter() - start
    made = typos(own_words(ROOT))
    start = time.perf_counter()
    missed = list(passed(made, speller))
    took = time.perf_counter() - start
    return [
        ("the British word list, read", f"{loaded:.2f} s"),
        (f"{len(made):,} words, checked", f"{took:.2f} s"),
        (f"of {len(made):,} random typos in the site's own words, found", f"{1 - len(missed) / len(made):.1%}"),
        ("of those, not found, the first 20", ", ".join(sorted(missed)[:20])),
    ]


def own_words(root: Path) -> list[str]:
    """The words in small letters in all texts of the project that are long enough, in the order of the alphabet."""
    passages = (passage for prose in all_prose(root, read_pages(root)[0]) for passage in prose.passages)
    words = {word for passage in passages for word in _WORD.findall(passage.own)}
    return sorted(word for word in words if len(word) >= SHORTEST)


def typos(words: list[str]) -> list[str]:
    """A slip of a finger in each word, always the same ones; those that make another of the words are left out.

    As often as not a letter is missing, there twice, another one, or has changed places with its neighbour.
    """
    chance = random.Random(SEED)
    slips = (_slip(word, chance) for word in words for _ in range(2))
    return sorted(set(slips) - set(words))


def passed(words: list[str], speller: Speller) -> Iterator[str]:
    """The words that the check takes for right."""
    return (word for word in words if not list(speller.faults(word)))


def _slip(word: str, chance: random.Random) -> str:
    # The first letter is the one that people get right.
    at = chance.randrange(1, len(word))
    other = chance.choice(string.ascii_lowercase)
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + other + word[at:],
            word[:at] + other + word[at + 1 :],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        ]
    )
