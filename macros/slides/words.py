"""Says in words what a slide shows: for transcripts, for readers who do not see it, for readers without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.model import Rung, Source
from macros.slides.layouts import (
    Compare,
    LadderSlide,
    Layout,
    Number,
    Points,
    Question,
    Quote,
    Scene,
    Statement,
    Steps,
)


def slide_words(layout: Layout) -> str:
    """Everything on a slide in plain sentences, without the brackets that a transcript puts round it."""
    match layout:
        case Statement(lines=lines):
            return " ".join(lines)
        case Points(points=points):
            return f"A list. {_sentences(point.text for point in points)}"
        case LadderSlide():
            return " ".join(part for part in (_ladder_words(layout), layout.caption) if part)
        case Compare(left=left, right=right, rows=rows):
            return (
                f"Two columns. {left}: {'; '.join(row[0].rstrip('.') for row in rows)}."
                f" {right}: {'; '.join(row[1].rstrip('.') for row in rows)}."
            )
        case Steps(steps=steps, lit=lit):
            listed = " ".join(f"{count}. {_sentence(step)}" for count, step in enumerate(steps, start=1))
            return f"Steps. {listed}" + (f" Step {lit} is marked." if lit else "")
        case Number(figure=figure, lines=lines, source=source):
            return f"{figure}: {_sentence(' '.join(lines))} {_source_words(source)}"
        case Question(lines=lines, seconds=seconds):
            return f"A question to think about for {seconds} seconds. {' '.join(lines)}"
        case Quote(lines=lines, source=source):
            return f"A quote. “{' '.join(lines)}” {_source_words(source)}"
        case Scene(picture=picture, lines=lines):
            return f"A picture. {' '.join([_sentence(picture.shows), *lines])}"


def slide_lines(layout: Layout) -> tuple[str, ...]:
    """The lines that somebody wrote for a slide: what people read on it besides a drawing and a source."""
    match layout:
        case Points(points=points):
            return tuple(point.text for point in points)
        case LadderSlide(caption=caption):
            return (caption,) if caption else ()
        case Compare(left=left, right=right, rows=rows):
            return (left, right, *(side for row in rows for side in row))
        case Steps(steps=steps):
            return steps
        case Number(figure=figure, lines=lines):
            return (figure, *lines)
        case Statement(lines=lines) | Question(lines=lines) | Quote(lines=lines) | Scene(lines=lines):
            return lines


def _ladder_words(slide: LadderSlide) -> str:
    """Such as "The ladder. The rungs Co-design and Co-production are lit"; a whole band is named as a band."""
    bands = {rung.band.name: [r for r in slide.rungs if r.band == rung.band] for rung in slide.lit}
    whole = [name for name, rungs in bands.items() if set(rungs) <= set(slide.lit)]
    if len(whole) == 1 and len(slide.lit) == len(bands[whole[0]]):
        return f"The ladder. The band “{whole[0]}” is marked: {_listed(slide.lit)}."
    return f"The ladder. Marked: {_listed(slide.lit)}."


def _listed(rungs: Sequence[Rung]) -> str:
    names = [rung.name.lower() for rung in rungs]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else "nothing"


def _source_words(source: Source) -> str:
    year = "" if source.year == "n.d." else source.year
    return f"Source: {', '.join(part for part in (source.title, source.by, year) if part)}."


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(_sentence(text) for text in texts)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "”", '"')) else f"{text}."
