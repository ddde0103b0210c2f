"""Reports on the captions and the language of each webinar, as a table for people and for pull requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.captions.clock import clock
from macros.captions.limits import LINE_LENGTH, LINES
from macros.checks.language import grade_of
from macros.model import Catalogue, Webinar
from macros.narration.script import split_sentences

HEADINGS = (
    "Webinar",
    "Length",
    "Words",
    "Words a minute",
    "Characters a second, p95",
    "worst",
    "Shortest caption, s",
    "longest, s",
    "Lines over",
    "Grade",
)


@dataclass(frozen=True)
class CaptionsReport:
    """What can be counted in a webinar's captions.

    Speeds are those that a caption asks of its reader; ``lines_over`` counts captions with too many
    lines and lines that are too long.
    """

    slug: str
    duration: float
    words: int
    words_a_minute: float
    characters_a_second_p95: float
    characters_a_second_worst: float
    shortest: float
    longest: float
    lines_over: int
    grade: float

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of its row, in the order of the headings."""
        return (
            self.slug,
            clock(self.duration),
            f"{self.words:,}",
            f"{self.words_a_minute:.0f}",
            f"{self.characters_a_second_p95:.1f}",
            f"{self.characters_a_second_worst:.1f}",
            f"{self.shortest:.1f}",
            f"{self.longest:.1f}",
            str(self.lines_over),
            f"{self.grade:.1f}",
        )


def captions_report(webinar: Webinar) -> CaptionsReport:
    """The report on a webinar's captions in the language of its recording."""
    transcript = webinar.words.load()[0]
    cues = transcript.cues
    speeds = sorted(cue.characters_a_second for cue in cues)
    lengths = [cue.end - cue.start for cue in cues]
    paragraphs = [paragraph for chapter in transcript.chapters for paragraph in chapter.paragraphs]
    return CaptionsReport(
        slug=webinar.slug,
        duration=webinar.duration,
        words=transcript.words,
        words_a_minute=transcript.words / (webinar.duration / 60),
        characters_a_second_p95=percentile(speeds, 95),
        characters_a_second_worst=speeds[-1],
        shortest=min(lengths),
        longest=max(lengths),
        lines_over=sum((len(cue.lines) > LINES) + sum(len(line) > LINE_LENGTH for line in cue.lines) for cue in cues),
        grade=grade_of(sentence for paragraph in paragraphs for sentence in split_sentences(paragraph.text)),
    )


def percentile(ordered: Sequence[float], percent: int) -> float:
    """The value that ``percent`` per cent of the ordered values do not go beyond (nearest rank)."""
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(rank, 1) - 1]


def captions_table(catalogue: Catalogue, markdown: bool = False) -> str:
    """A row for each webinar, as an aligned table or as Markdown."""
    rows = [captions_report(webinar).cells for webinar in sorted(catalogue.webinars, key=lambda w: w.slug)]
    return markdown_table(HEADINGS, rows) if markdown else aligned_table(HEADINGS, rows)


def aligned_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns of equal width; the first is text, the others are figures and end at the right."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    lines = []
    for row in (headings, *rows):
        first, *others = zip(row, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def markdown_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The same as a Markdown table, figures to the right."""
    rule = ["---", *["---:"] * (len(headings) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (headings, rule, *rows))
