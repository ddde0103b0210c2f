"""Reads script.md: chapters (``## ``), their slides (``> ``), and the words spoken on each, by one voice or more."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from macros.problems import Problem
from macros.slides.layouts import Layout, Points, Question, Statement
from macros.slides.reading import Known, SlideLine, read_slide
from macros.slides.saying import place_of, places_in_order, tokens

RULE = "script"
POINTS_RULE = "slide-points"

_PAUSE = re.compile(r"\[pause (\d{1,2}) seconds?\]", re.IGNORECASE)
_SPEAKER = re.compile(r"voice (\d{1,2}):\s*", re.IGNORECASE)
_BRACKETED = re.compile(r"\[[^\]]*\]?")
_MARKUP = re.compile(r"\*\*|__|`|\]\(|<[a-zA-Z/!]|\{\{|\{%")
_SENTENCE_END = re.compile(r"""(?:(?<=[.?!])|(?<=[.?!]['")]))\s+(?=["'(]?[A-Z0-9£])""")
_LONGEST_LINE = 2000


@dataclass(frozen=True)
class ScriptParagraph:
    """What one voice says without a break; ``pause_after`` is in seconds.

    ``speaker`` counts the voices of webinar.yml from 1; ``line`` is where the paragraph starts in the script.
    """

    sentences: tuple[str, ...]
    pause_after: float = 0.0
    speaker: int = 1
    line: int = 0


@dataclass(frozen=True)
class ScriptSlide:
    """A slide and what is said while it is shown; ``line`` is where it starts in the script."""

    layout: Layout
    paragraphs: tuple[ScriptParagraph, ...]
    line: int = 0


@dataclass(frozen=True)
class ScriptChapter:
    """A part of the talk with a title and one slide or more."""

    title: str
    slides: tuple[ScriptSlide, ...]

    @property
    def paragraphs(self) -> tuple[ScriptParagraph, ...]:
        """What is said in it, over all its slides."""
        return tuple(paragraph for slide in self.slides for paragraph in slide.paragraphs)


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
class _SlideDraft:
    """A slide while its lines are read."""

    lines: list[SlideLine]
    paragraphs: list[ScriptParagraph] = field(default_factory=list)


@dataclass
class _ChapterDraft:
    """A chapter while its lines are read."""

    line: int
    title: str
    slides: list[_SlideDraft] = field(default_factory=list)


class _Reader:
    """Takes a script line by line."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.chapters: list[_ChapterDraft] = []
        self._spoken: list[str] = []
        self._speaker = 1
        self._spoken_line = 0

    def complain(self, line: int, message: str) -> None:
        """Notes what is wrong with a line."""
        self.problems.append(Problem(self.file, line, message, RULE))

    def take(self, number: int, line: str) -> None:
        """Takes the next line, without the space around it."""
        if line.startswith("## "):
            self.end_paragraph()
            self.chapters.append(_ChapterDraft(number, line[3:].strip()))
        elif line.startswith("#"):
            self.complain(number, "a script has chapters only; start each with '## ' and a title")
        elif not line:
            self.end_paragraph()
        elif not self.chapters:
            self.complain(number, "words before the first chapter; start the script with '## ' and a title")
        elif line.startswith(">"):
            self.end_paragraph()
            self._take_slide_line(SlideLine(number, line[1:].strip()))
        elif pause := _PAUSE.fullmatch(line):
            self.end_paragraph()
            self._take_pause(number, float(pause[1]))
        else:
            self._take_words(number, line)

    def end_paragraph(self) -> None:
        """Ends what is being spoken: what comes next is another paragraph."""
        if self._spoken:
            sentences = split_sentences(" ".join(self._spoken))
            self._slide.paragraphs.append(ScriptParagraph(sentences, speaker=self._speaker, line=self._spoken_line))
            self._spoken.clear()
        self._speaker = 1

    @property
    def _slide(self) -> _SlideDraft:
        """The slide that is shown now; a chapter that starts without one gets one without lines."""
        slides = self.chapters[-1].slides
        if not slides:
            slides.append(_SlideDraft([]))
        return slides[-1]

    def _take_slide_line(self, line: SlideLine) -> None:
        slides = self.chapters[-1].slides
        goes_on = slides and slides[-1].lines and slides[-1].lines[-1].number == line.number - 1
        if goes_on:
            slides[-1].lines.append(line)
        else:
            slides.append(_SlideDraft([line]))

    def _take_pause(self, number: int, seconds: float) -> None:
        slides = self.chapters[-1].slides
        if not slides or not slides[-1].paragraphs:
            self.complain(number, "a pause has to come after spoken words, on the same slide")
            return
        last = slides[-1].paragraphs[-1]
        slides[-1].paragraphs[-1] = replace(last, pause_after=last.pause_after + seconds)

    def _take_words(self, number: int, line: str) -> None:
        if speaker := _SPEAKER.match(line):
            self.end_paragraph()
            self._speaker = int(speaker[1])
            line = line[speaker.end() :]
            if not line:
                self.complain(number, f"'{speaker[0].strip()}' has no words after it; write them on the same line")
                return
        _check_spoken_line(line, lambda message: self.complain(number, message))
        if not self._spoken:
            self._spoken_line = number
        self._spoken.append(" ".join(line.split()))


def parse_script(text: str, file: str, known: Known) -> tuple[Script, list[Problem]]:
    """The script in ``text``, and what is wrong with it (``file`` is named in the problems).

    ``known`` is what its slides may name.
    """
    reader = _Reader(file)
    for number, raw in enumerate(text.splitlines(), start=1):
        reader.take(number, raw.strip())
    reader.end_paragraph()
    if not reader.chapters:
        reader.complain(0, "has no chapters; start each chapter with '## ' and a title")
    for draft in reader.chapters:
        _check_chapter(draft, reader)
    chapters = tuple(_finished(draft, known, reader) for draft in reader.chapters)
    return Script(chapters), reader.problems


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph, in order; joined with spaces they are the paragraph again."""
    return tuple(sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence.strip())


def _check_chapter(draft: _ChapterDraft, reader: _Reader) -> None:
    if not draft.title:
        reader.complain(draft.line, "this chapter has no title; write it after '## '")
    if not any(slide.paragraphs for slide in draft.slides):
        reader.complain(draft.line, f"the chapter '{draft.title}' has no words to speak; add them below its slide")
        return
    if not draft.slides[0].lines:
        reader.complain(draft.line, f"the chapter '{draft.title}' starts without a slide; add one: lines with '> '")
    for slide in draft.slides:
        if slide.lines and not slide.paragraphs:
            reader.complain(slide.lines[0].number, "this slide has no words to speak; add them below it")


def _finished(draft: _ChapterDraft, known: Known, reader: _Reader) -> ScriptChapter:
    return ScriptChapter(draft.title, tuple(_finished_slide(slide, known, reader) for slide in draft.slides))


def _finished_slide(draft: _SlideDraft, known: Known, reader: _Reader) -> ScriptSlide:
    if not draft.lines:
        return ScriptSlide(Statement(()), tuple(draft.paragraphs))
    layout, problems = read_slide(draft.lines, known, reader.file)
    reader.problems += problems
    line = draft.lines[0].number
    paragraphs = tuple(draft.paragraphs)
    match layout:
        case Points() if not problems:
            numbers = [line.number for line in draft.lines[1:] if line.text]
            reader.problems += _unsaid_points(layout, paragraphs, numbers, reader.file)
        case Question(seconds=seconds) if paragraphs:
            last = paragraphs[-1]
            if last.pause_after:
                reader.complain(line, "a question makes its own pause; take out '[pause ...]' after its last words")
            paragraphs = (*paragraphs[:-1], replace(last, pause_after=float(seconds)))
    return ScriptSlide(layout, paragraphs, line)


def _unsaid_points(
    layout: Points, paragraphs: tuple[ScriptParagraph, ...], lines: list[int], file: str
) -> list[Problem]:
    """A problem for each point that is not said on its slide, or is said before the point above it."""
    said = [token for p in paragraphs for sentence in p.sentences for token in tokens(sentence)]
    places = places_in_order([point.said for point in layout.points], said)
    problems = []
    for point, place, line in zip(layout.points, places, lines, strict=True):
        if place is not None:
            continue
        if place_of(tokens(point.said), said) is None:
            message = (
                f"'{point.said}' is not said on this slide; say these words, or put those that are said in **bold**"
            )
        else:
            message = f"'{point.said}' is said before the point above it; put the points in the order of the words"
        problems.append(Problem(file, line, message, POINTS_RULE))
    return problems


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
