"""Content for tests: a catalogue by itself, with its narrations made."""

from __future__ import annotations

from pathlib import Path

from macros.checked import checked_content, with_audio
from macros.model import Catalogue
from macros.problems import Problem
from macros.reading.catalogue import read_catalogue
from macros.reading.interface import Words, read_interface
from macros.reading.pictures import read_pictures
from macros.reading.vocabulary import read_respellings, read_vocabulary


def _english() -> Words:
    words, problems = read_interface(Path(__file__).parent.parent, "en")
    if words is None:
        raise ValueError("\n".join(map(str, problems)))
    return words


WORDS = _english()
"""The English words of the interface."""


def catalogue_and_problems(root: Path) -> tuple[Catalogue | None, list[Problem]]:
    """What is read of webinars/ and data/, without any check of its form."""
    vocabulary, problems = read_vocabulary(root)
    respellings, more = read_respellings(root)
    pictures, others = read_pictures(root, vocabulary.rungs if vocabulary else {})
    catalogue, found = read_catalogue(root, vocabulary, respellings, pictures.pictures)
    return catalogue, [*problems, *more, *others, *found]


def catalogue_of(root: Path) -> Catalogue:
    """The checked catalogue with every narration made."""
    return with_audio(checked_content(root), print).catalogue
