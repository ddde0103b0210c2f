"""The words as the voice has to read them: displayed and spoken text differ by one list only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_CORE = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)


@dataclass(frozen=True)
class Respellings:
    """How each engine has to see words that it would get wrong: word in lower case to respelling.

    A respelling between slashes is sounds in the natural voices' alphabet.
    """

    natural: Mapping[str, str] = field(default_factory=dict)
    stand_in: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SpokenSentence:
    """A sentence for the voice. ``offsets`` has, for each displayed word, where it starts in ``text``."""

    text: str
    offsets: tuple[int, ...]


def spoken_sentence(sentence: str, respellings: Mapping[str, str]) -> SpokenSentence:
    """The sentence with every word of the list respelt; keys of the list are in lower case."""
    text = ""
    offsets = []
    for word in sentence.split():
        if text:
            text += " "
        offsets.append(len(text))
        text += respelt(word, respellings)
    return SpokenSentence(text, tuple(offsets))


def respelt(word: str, respellings: Mapping[str, str]) -> str:
    """The word as the voice should see it; punctuation around it stays, and so does a final 's."""
    before, core, after = _CORE.match(word).groups()  # type: ignore[union-attr]
    lower = core.lower().replace("’", "'")
    if lower in respellings:
        return f"{before}{_written(core, respellings[lower])}{after}"
    if lower.endswith("'s") and lower[:-2] in respellings:
        return f"{before}{_written(core[:-2], respellings[lower[:-2]], genitive=True)}{after}"
    return word


def _written(word: str, respelling: str, genitive: bool = False) -> str:
    """A respelling as an engine reads it: sounds are written behind the word that they are for."""
    if not (respelling.startswith("/") and respelling.endswith("/")):
        return respelling + ("'s" if genitive else "")
    if not genitive:
        return f"[{word}]({respelling})"
    sounds = respelling[1:-1]
    ending = "ɪz" if sounds[-1] in "szʃʒʧʤ" else "s" if sounds[-1] in "ptkfθ" else "z"
    return f"[{word}'s](/{sounds}{ending}/)"
