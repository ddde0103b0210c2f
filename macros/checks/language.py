"""Checks the language: reading grade, length of sentences, words to avoid, British spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.checks.texts import Prose
from macros.language.grade import SMALLEST_SAMPLE, grade, words_of
from macros.language.limits import PAGE
from macros.language.prose import Sentence
from macros.language.spelling import Speller
from macros.language.words import WordsToAvoid, read_list
from macros.problems import Problem

OWN_WORDS = "data/spelling.txt"
SPELLING = "spelling"

_GRADED = ("text", "item")
_SHOWN = 70
"""Characters of a sentence that a message shows."""


def read_speller(root: Path, names: Iterable[str] = ()) -> tuple[Speller, list[Problem]]:
    """The speller that knows the words of data/spelling.txt and of ``names``, and what is wrong with that file."""
    own_words, problems = read_list(root / OWN_WORDS, root)
    known = [*(word for _, word in own_words), *(word for name in names for word in words_of(name))]
    return Speller(frozenset(word.lower() for word in known)), problems


def check_prose(prose: Prose, avoid: WordsToAvoid, speller: Speller) -> Iterator[Problem]:
    """Every problem in the language of a text."""
    yield from check_grade(prose)
    yield from check_sentences(prose)
    yield from check_words(prose, avoid)
    yield from check_spelling(prose, speller)


def check_grade(prose: Prose) -> Iterator[Problem]:
    """A text's Flesch-Kincaid grade is under the ceiling of its kind; the hardest sentences are named."""
    sentences = graded_sentences(prose)
    if prose.limits is None or sum(len(words_of(s.text)) for s in sentences) < SMALLEST_SAMPLE:
        return
    found = grade([sentence.text for sentence in sentences])
    if round(found, 1) > prose.limits.grade:
        hardest = sorted(sentences, key=lambda s: grade([s.text]), reverse=True)[:2]
        named = " and ".join(f"line {s.line} ('{shortened(s.text)}')" for s in hardest)
        message = (
            f"reads at grade {found:.1f}; the most for {prose.limits.what} is {prose.limits.grade:.1f}."
            f" Make these easier first: {named}"
        )
        yield Problem(prose.file, hardest[0].line, message, "reading-grade")


def graded_sentences(prose: Prose) -> list[Sentence]:
    """The sentences that count for the grade: those of paragraphs and lists, not of headings and tables."""
    return [sentence for passage in prose.passages if passage.kind in _GRADED for sentence in passage.sentences]


def check_sentences(prose: Prose) -> Iterator[Problem]:
    """No sentence has more words than its kind of text allows."""
    limits = prose.limits or PAGE
    for passage in prose.passages:
        if passage.kind == "heading":
            continue
        for sentence in passage.sentences:
            words = sentence.text.split()
            if len(words) <= limits.words:
                continue
            count = sum(any(letter.isalnum() for letter in word) for word in words)
            if count > limits.words:
                message = (
                    f"this sentence has {count} words; the most in {limits.what} is {limits.words}."
                    f" Make two of it: '{shortened(sentence.text)}'"
                )
                yield Problem(prose.file, sentence.line, message, "sentence-length")


def check_words(prose: Prose, avoid: WordsToAvoid) -> Iterator[Problem]:
    """No text has words of data/words.yml, but for the words of others."""
    for passage in prose.passages:
        for found in avoid.find(passage.own):
            message = f"'{found.text}': write {found.instead}. {found.why}"
            yield Problem(prose.file, passage.line_at(found.offset), message, "words-to-avoid")


def check_spelling(prose: Prose, speller: Speller) -> Iterator[Problem]:
    """All words are British, and in a list that we know."""
    for passage in prose.passages:
        for fault in speller.faults(passage.own):
            yield Problem(prose.file, passage.line_at(fault.offset), fault.message, SPELLING, (OWN_WORDS,))


def shortened(text: str) -> str:
    """The text, or as many whole words of it as fit."""
    if len(text) <= _SHOWN:
        return text
    return f"{text[:_SHOWN].rsplit(' ', 1)[0]} ..."


def grade_of(sentences: Iterable[str]) -> float:
    """The reading grade of these sentences, in one decimal place."""
    return round(grade(list(sentences)), 1)
