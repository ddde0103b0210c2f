"""Says in words what a slide shows: for transcripts, for readers who do not see it, for readers without scripts."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model import Source
from macros.reading.interface_fields import SlidesWords
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


def slide_words(layout: Layout, words: SlidesWords) -> str:
    """Everything on a slide in plain sentences, without the brackets that a transcript puts round it."""
    match layout:
        case Statement(lines=lines):
            return " ".join(lines)
        case Points(points=points):
            return words.points.format(points=_sentences(point.text for point in points))
        case LadderSlide():
            return " ".join(part for part in (_ladder_words(layout, words), layout.caption) if part)
        case Compare(left=left, right=right, rows=rows):
            sides = ["; ".join(row[side].rstrip(".") for row in rows) for side in (0, 1)]
            return words.columns.format(left=left, left_rows=sides[0], right=right, right_rows=sides[1])
        case Steps(steps=steps, lit=lit):
            listed = " ".join(f"{count}. {_sentence(step)}" for count, step in enumerate(steps, start=1))
            marked = f" {words.lit_step.format(number=lit)}" if lit else ""
            return words.steps.format(steps=listed) + marked
        case Number(figure=figure, lines=lines, source=source):
            return f"{figure}: {_sentence(' '.join(lines))} {_source_words(source, words)}"
        case Question(lines=lines, seconds=seconds):
            return words.question.format(seconds=seconds, question=" ".join(lines))
        case Quote(lines=lines, source=source):
            return f"{words.quote.format(quote=' '.join(lines))} {_source_words(source, words)}"
        case Scene(picture=picture, lines=lines):
            return " ".join([words.picture.format(shows=_sentence(picture.shows)), *lines])


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


def _ladder_words(slide: LadderSlide, words: SlidesWords) -> str:
    """Such as "The ladder. Marked: co-design and co-production"; a whole band is named as a band."""
    bands = {rung.band.name: [r for r in slide.rungs if r.band == rung.band] for rung in slide.lit}
    whole = [name for name, rungs in bands.items() if set(rungs) <= set(slide.lit)]
    rungs = ", ".join(rung.name.lower() for rung in slide.lit)
    if len(whole) == 1 and len(slide.lit) == len(bands[whole[0]]):
        return words.band.format(band=whole[0], rungs=rungs)
    return words.ladder.format(rungs=rungs)


def _source_words(source: Source, words: SlidesWords) -> str:
    year = "" if source.year == "n.d." else source.year
    return _sentence(words.source.format(source=", ".join(part for part in (source.title, source.by, year) if part)))


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(_sentence(text) for text in texts)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "”", '"')) else f"{text}."
