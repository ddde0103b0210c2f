"""From letters to sounds, in Kokoro's alphabet, with the place of every displayed word among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from hibari.g2p import G2P
from hibari.g2p.normalize import normalize

from macros.narration.spoken import SpokenSentence

END_MARKS = ".!?…"
"""After these the model falls silent; a sentence that has none gets a full stop, or its end is cut short."""


_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


@dataclass(frozen=True)
class Sounds:
    """A sentence's sounds, and for each displayed word the place among them at which it starts."""

    text: str
    words: tuple[int, ...]


class Letters:
    """The British dictionary and rules for letters. Loaded once a process."""

    def __init__(self) -> None:
        self._g2p = G2P(british=True)

    def sounds(self, sentence: SpokenSentence) -> Sounds:
        """The sounds of a sentence. Numbers and signs are read as words; ``[word](/sounds/)`` sets a word's own."""
        tokens = self._g2p.phonemize_tokens(self._g2p.tokenize(normalize(sentence.text)))
        text = ""
        said: list[str] = []
        starts: list[int] = []
        goes_on = False
        for token in tokens:
            if goes_on:
                said[-1] += token.text
            else:
                said.append(token.text)
                starts.append(len(text))
            text += token.phonemes or ""
            goes_on = not token.whitespace
            if not goes_on:
                text += " "
        text = text.rstrip()
        if text.rstrip('"”)')[-1:] not in END_MARKS:
            text += "."
        return Sounds(text, tuple(starts[place] for place in places(_words(sentence), said)))


def _words(sentence: SpokenSentence) -> list[str]:
    """For each displayed word what is spoken in its place, without the sounds that are given for it."""
    ends = (*sentence.offsets[1:], len(sentence.text))
    words = (sentence.text[start:end].strip() for start, end in zip(sentence.offsets, ends, strict=True))
    return [_LINK.sub(r"\1", word) for word in words]


def places(displayed: Sequence[str], said: Sequence[str]) -> list[int]:
    """For each displayed word, which of the words that are said it starts with.

    Where they differ ("10:30" is said as "ten thirty"), words are spread over what stands in their place.
    """
    found: list[int] = []
    last = len(said) - 1
    matcher = SequenceMatcher(None, displayed, said, autojunk=False)
    for kind, start, end, at, until in matcher.get_opcodes():
        share = 1.0 if kind == "equal" else (until - at) / max(end - start, 1)
        found += [min(at + int(index * share), last) for index in range(end - start)]
    return found
