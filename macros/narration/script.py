"""Reads script.md: slides (``## ``), the slide's text (``> ``), and the words spoken on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from macros.problems import Problem

RULE = "script"

_PAUSE = re.compile(r"\[pause (\d{1,2}) seconds?\]", re.IGNORECASE)
_BRACKETED = re.compile(r"\[[^\]]*\]?")
_MARKUP = re.compile(r"\*\*|__|`|\]\(|<[a-zA-Z/!]|\{\{|\{%")
_SENTENCE_END = re.compile(r"""(?:(?<=[.?!])|(?<=[.?!]['")]))\s+(?=["'(]?[A-Z0-9£])""")
_LONGEST_LINE = 2000


@dataclass(frozen=True)
class ScriptParagraph:
    """What is said without a break; ``pause_after`` is in seconds."""

    sentences: tuple[str, ...]
    pause_after: float = 0.0


@dataclass(frozen=True)
class ScriptChapter:
    """A slide: its title, the lines on it, and what is said while it is shown."""

    title: str
    slide: tuple[str, ...]
    paragraphs: tuple[ScriptParagraph, ...]


@dataclass(frozen=True)
class Script:
    """All that is said in a narrated webinar."""

    chapters: tuple[ScriptChapter, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence in the order in which it is said."""
        return tuple(s for c in self.chapters for p in c.paragraphs for s in p.sentences)

    @property
    def words(self) -> int:
        """How many words are spoken."""
        return sum(len(sentence.split()) for sentence in self.sentences)


@dataclass
class _Draft:
    """A chapter while its lines are read."""

    line: int
    title: str
    slide: list[str]
    paragraphs: list[ScriptParagraph]


def parse_script(text: str, file: str) -> tuple[Script, list[Problem]]:
    """The script in ``text``, and what is wrong with it (``file`` is named in the problems)."""
    problems: list[Problem] = []
    drafts: list[_Draft] = []
    spoken: list[str] = []

    def complain(line: int, message: str) -> None:
        problems.append(Problem(file, line, message, RULE))

    def end_paragraph() -> None:
        if spoken:
            drafts[-1].paragraphs.append(ScriptParagraph(split_sentences(" ".join(spoken))))
            spoken.clear()

    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if line.startswith("## "):
            end_paragraph()
            drafts.append(_Draft(number, line[3:].strip(), [], []))
        elif line.startswith("#"):
            complain(number, "a script has slides only; start each with '## ' and a title")
        elif not line:
            end_paragraph()
        elif not drafts:
            complain(number, "words before the first slide; start the script with '## ' and a title")
        elif line.startswith(">"):
            end_paragraph()
            drafts[-1].slide.append(line[1:].strip())
        elif pause := _PAUSE.fullmatch(line):
            end_paragraph()
            _add_pause(drafts[-1], float(pause[1]), partial(complain, number))
        else:
            _check_spoken_line(line, partial(complain, number))
            spoken.append(" ".join(line.split()))
    end_paragraph()

    if not drafts:
        complain(0, "has no slides; start each slide with '## ' and a title")
    for draft in drafts:
        if not draft.title:
            complain(draft.line, "this slide has no title; write it after '## '")
        if not draft.paragraphs:
            complain(draft.line, f"the slide '{draft.title}' has no words to speak; add them below it")
    return _finished(drafts), problems


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph, in order; joined with spaces they are the paragraph again."""
    return tuple(sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence.strip())


def _finished(drafts: list[_Draft]) -> Script:
    return Script(tuple(ScriptChapter(d.title, tuple(d.slide), tuple(d.paragraphs)) for d in drafts))


def _add_pause(draft: _Draft, seconds: float, complain: Callable[[str], None]) -> None:
    if not draft.paragraphs:
        complain("a pause has to come after spoken words, on the same slide")
        return
    last = draft.paragraphs[-1]
    draft.paragraphs[-1] = ScriptParagraph(last.sentences, last.pause_after + seconds)


def _check_spoken_line(line: str, complain: Callable[[str], None]) -> None:
    if len(line) > _LONGEST_LINE:
        complain(f"a line of {len(line)} characters; write one paragraph of spoken words a line")
    elif bracketed := _BRACKETED.search(line):
        complain(
            f"'{bracketed[0]}' would be read aloud; write a pause as '[pause 8 seconds]' on a line of its own,"
            " and leave out other brackets"
        )
    elif markup := _MARKUP.search(line):
        complain(f"'{markup[0]}' would be read aloud; write spoken words without markup")
