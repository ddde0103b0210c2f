"""Reads the lines of one slide of a script into its layout."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from macros.model import Rung, Source
from macros.pictures.book import Picture
from macros.problems import Problem, did_you_mean
from macros.slides.layouts import (
    Compare,
    LadderSlide,
    Layout,
    Number,
    Point,
    Points,
    Question,
    Quote,
    Scene,
    Statement,
    Steps,
)

RULE = "slide-layout"
WORDS_RULE = "slide-words"
LONGEST_LINE, LONGEST_SIDE = 65, 45
"""Letters and signs of a line, and of one side of a comparison: longer ones are too small to read from the back."""
SHORTEST_PAUSE, LONGEST_PAUSE = 10, 40
"""Seconds that a question leaves for thinking: less is no pause, more has people look whether it broke."""

_LAYOUT = re.compile(r"\[\s*([^:\]]*?)\s*(?::\s*([^\]]*?)\s*)?\]")
_SECONDS = re.compile(r"(\d{1,3}) seconds?")
_STEP = re.compile(r"(\d+)\.\s+(\S.*)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_SOURCE = "source:"
_SIGNS = re.compile(r"^(?:-|\d+\.)\s+|\*\*")


@dataclass(frozen=True)
class Known:
    """What a slide may name, each by its id. ``rungs`` are all those of the ladder, from the bottom up.

    ``pictures`` is None where they could not be read: then nobody can tell whether there is one of that name.
    """

    rungs: Mapping[str, Rung] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    pictures: Mapping[str, Picture] | None = field(default_factory=dict)


@dataclass(frozen=True)
class SlideLine:
    """A line of a slide without its ``>``, and where it stands in the script."""

    number: int
    text: str


@dataclass(frozen=True)
class _Written:
    """A slide as it is written: its layout's value, and its lines below that."""

    value: str
    number: int
    lines: tuple[SlideLine, ...]
    known: Known
    file: str
    problems: list[Problem]

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines alone."""
        return tuple(line.text for line in self.lines)

    def complain(self, message: str, line: int = 0) -> None:
        """Notes a problem, in the line that names the layout unless another is given."""
        self.problems.append(Problem(self.file, line or self.number, message, RULE))

    def need(self, fewest: int, most: int, what: str, lines: Sequence[SlideLine] | None = None) -> bool:
        """Whether there are as many lines as the layout takes; says so if not."""
        count = len(self.lines if lines is None else lines)
        if fewest <= count <= most:
            return True
        self.complain(f"{what}, not {count}")
        return False


def read_slide(lines: Sequence[SlideLine], known: Known, file: str) -> tuple[Layout, list[Problem]]:
    """The layout that the lines of a slide make, and what is wrong with them.

    Where something is wrong the layout is a statement of the lines.
    """
    problems: list[Problem] = []
    first = _LAYOUT.fullmatch(lines[0].text) if lines else None
    name, value = (first[1].lower(), first[2] or "") if first else ("statement", "")
    rest = tuple(line for line in (lines[1:] if first else lines) if line.text)
    written = _Written(value, lines[0].number if lines else 0, rest, known, file, problems)
    read = _READERS.get(name)
    if read is None:
        message = f"there is no layout '{name}'{did_you_mean(name, _READERS)}; use one of {', '.join(sorted(_READERS))}"
        written.complain(message)
        return Statement(written.texts), problems
    if value and name in _WITHOUT_VALUE:
        written.complain(f"'[{name}]' takes nothing after its name; write '> [{name}]'")
    problems += _long_lines(rest, LONGEST_SIDE if name == "compare" else LONGEST_LINE, file)
    return read(written) or Statement(written.texts), problems


def _long_lines(lines: Sequence[SlideLine], most: int, file: str) -> list[Problem]:
    problems = []
    for line in lines:
        if line.text.lower().startswith(_SOURCE):
            continue
        longest = max((len(_SIGNS.sub("", part.strip())) for part in line.text.split("|")), default=0)
        if longest > most:
            message = f"{longest} letters and signs side by side on a slide; the most is {most}: say the rest"
            problems.append(Problem(file, line.number, message, WORDS_RULE))
    return problems


def _statement(slide: _Written) -> Layout | None:
    slide.need(1, 3, "a statement has 1 to 3 lines")
    return Statement(slide.texts)


def _points(slide: _Written) -> Layout | None:
    if not slide.need(2, 5, "'[points]' takes 2 to 5 lines that start with '- '"):
        return None
    points = []
    for line in slide.lines:
        if not line.text.startswith("- "):
            slide.complain("a point starts with '- ', after the '>'", line.number)
            continue
        text = line.text[2:].strip()
        bold = _BOLD.findall(text)
        if len(bold) > 1:
            slide.complain("a point has one stretch of **bold** words: those that make it appear", line.number)
        plain = _BOLD.sub(r"\1", text)
        points.append(Point(plain, bold[0] if bold else plain))
    return Points(tuple(points))


def _ladder(slide: _Written) -> Layout | None:
    if not slide.need(0, 1, "'[ladder: ...]' takes one line as a caption, or none"):
        return None
    bands = {rung.band.id for rung in slide.known.rungs.values()}
    names = [name.strip() for name in slide.value.split(",") if name.strip()]
    if not names:
        slide.complain("name the rungs to light, such as '[ladder: consultation]', or a band: '[ladder: doing-with]'")
    for name in names:
        if name not in slide.known.rungs and name not in bands:
            near = did_you_mean(name, [*slide.known.rungs, *bands])
            slide.complain(f"there is no rung or band '{name}' in data/ladder.yml{near}")
    rungs = tuple(slide.known.rungs.values())
    lit = tuple(rung for rung in rungs if rung.id in names or rung.band.id in names)
    return LadderSlide(rungs, lit, slide.texts[0] if slide.texts else "")


def _compare(slide: _Written) -> Layout | None:
    heads = _halves(slide.value)
    if heads is None:
        slide.complain("name both sides, such as '[compare: Before | After]'")
    if not slide.need(1, 4, "'[compare: ...]' takes 1 to 4 lines, such as '> left | right'"):
        return None
    rows = []
    for line in slide.lines:
        if row := _halves(line.text):
            rows.append(row)
        else:
            slide.complain("a line of a comparison has two sides with one '|' between them", line.number)
    return Compare(*heads, tuple(rows)) if heads else None


def _steps(slide: _Written) -> Layout | None:
    if not slide.need(2, 5, "'[steps]' takes 2 to 5 lines, such as '> 1. Ask'"):
        return None
    steps = []
    for count, line in enumerate(slide.lines, start=1):
        found = _STEP.fullmatch(line.text)
        if found and int(found[1]) == count:
            steps.append(found[2])
        else:
            slide.complain(f"this step starts with '{count}. '", line.number)
    lit = int(slide.value) if re.fullmatch(r"\d", slide.value) else 0
    if slide.value and not 1 <= lit <= len(slide.lines):
        slide.complain(f"the lit step is a number from 1 to {len(slide.lines)}, not '{slide.value}'")
    return Steps(tuple(steps), lit)


def _number(slide: _Written) -> Layout | None:
    if not slide.value:
        slide.complain("write the number after a colon, such as '[number: 1 in 3]'")
    lines, source = _with_source(slide)
    slide.need(1, 2, "'[number: ...]' takes 1 to 2 lines that say what it counts", lines)
    return Number(slide.value, tuple(line.text for line in lines), source) if source else None


def _question(slide: _Written) -> Layout | None:
    slide.need(1, 2, "'[question: ...]' takes 1 to 2 lines: the question")
    found = _SECONDS.fullmatch(slide.value)
    seconds = int(found[1]) if found else 0
    if not SHORTEST_PAUSE <= seconds <= LONGEST_PAUSE:
        slide.complain(
            f"a question leaves {SHORTEST_PAUSE} to {LONGEST_PAUSE} seconds to think; write '[question: 20 seconds]'"
        )
    return Question(slide.texts, seconds)


def _quote(slide: _Written) -> Layout | None:
    lines, source = _with_source(slide)
    slide.need(1, 3, "'[quote]' takes 1 to 3 lines", lines)
    return Quote(tuple(line.text for line in lines), source) if source else None


def _scene(slide: _Written) -> Layout | None:
    slide.need(0, 2, "'[scene: ...]' takes 1 to 2 lines as a caption, or none")
    if slide.known.pictures is None:
        return None
    picture = slide.known.pictures.get(slide.value)
    if picture is None:
        near = did_you_mean(slide.value, slide.known.pictures)
        slide.complain(f"there is no picture '{slide.value}' in data/pictures.yml{near}")
        return None
    return Scene(picture, slide.texts)


_READERS: dict[str, Callable[[_Written], Layout | None]] = {
    "statement": _statement,
    "points": _points,
    "ladder": _ladder,
    "compare": _compare,
    "steps": _steps,
    "number": _number,
    "question": _question,
    "quote": _quote,
    "scene": _scene,
}
LAYOUTS = tuple(_READERS)
"""The names of all layouts, as scripts write them."""

_WITHOUT_VALUE = frozenset(["statement", "points", "quote"])


def _halves(text: str) -> tuple[str, str] | None:
    left, bar, right = (part.strip() for part in text.partition("|"))
    return (left, right) if left and bar and right and "|" not in right else None


def _with_source(slide: _Written) -> tuple[tuple[SlideLine, ...], Source | None]:
    """The lines without the one that names the source, and the source."""
    lines = tuple(line for line in slide.lines if not line.text.lower().startswith(_SOURCE))
    named = [line for line in slide.lines if line not in lines]
    if len(named) != 1:
        slide.complain("name the one source in a line of its own: '> source: key', with a key of data/sources.yml")
        return lines, None
    key = named[0].text[len(_SOURCE) :].strip()
    source = slide.known.sources.get(key)
    if source is None:
        near = did_you_mean(key, slide.known.sources)
        slide.complain(f"there is no source '{key}' in data/sources.yml{near}", named[0].number)
    return lines, source
