"""Reports on the rhythm of every page and script: how many sentences are short, and how many follow each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.captions.report import aligned_table, markdown_table
from macros.checks.language import grade_of
from macros.checks.texts import EASIER, PAGE, SCRIPT, Prose, all_prose
from macros.language.grade import words_of
from macros.language.prose import Passage
from macros.reading.pages import Page

SHORT = 8
"""Words: a sentence with as many or fewer is short."""
MOST_SHORT = 35
"""Per cent: the share of short sentences from which a text begins to sound chopped. Easier words are let off."""
LONGEST_RUN = 3
"""Short sentences, one after the other: a fourth makes a drum of them."""
FEWEST_SENTENCES = 10
"""A share says little about a page with fewer: each sentence would move it by more than ten per cent."""

HEADINGS = ("Text", "Sentences", "Short, %", "Short in a row", "Words", "Grade", "Over")

_ENDS = (".", "?", "!", ":")
_CLOSING = "\"'’”)]"


@dataclass(frozen=True)
class RhythmReport:
    """What can be counted in the sentences of one text.

    ``share`` is how many of a hundred sentences are short; ``run`` is the most that follow each other.
    """

    file: str
    sentences: int
    share: float
    run: int
    words: int
    grade: float
    may_be_short: bool = False

    @property
    def over(self) -> tuple[str, ...]:
        """The names of the limits that the text goes beyond."""
        share = not self.may_be_short and self.sentences >= FEWEST_SENTENCES and self.share > MOST_SHORT
        return (*(["share"] if share else []), *(["run"] if self.run > LONGEST_RUN else []))

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of its row, in the order of the headings."""
        return (
            self.file,
            str(self.sentences),
            f"{self.share:.0f}",
            str(self.run),
            f"{self.words:,}",
            f"{self.grade:.1f}",
            " and ".join(self.over),
        )


def rhythm_report(prose: Prose) -> RhythmReport:
    """The report on one text."""
    stretches = list(_stretches(prose.passages))
    sentences = [sentence for stretch in stretches for sentence in stretch]
    lengths = [[len(sentence.split()) for sentence in stretch] for stretch in stretches]
    short = sum(length <= SHORT for stretch in lengths for length in stretch)
    return RhythmReport(
        file=prose.file,
        sentences=len(sentences),
        share=100 * short / len(sentences) if sentences else 0.0,
        run=max((longest_run(stretch) for stretch in lengths), default=0),
        words=sum(len(words_of(sentence)) for sentence in sentences),
        grade=grade_of(sentences),
        may_be_short=prose.limits is EASIER,
    )


def longest_run(lengths: Sequence[int]) -> int:
    """The most short sentences that follow each other, from the number of words in each sentence."""
    longest = run = 0
    for length in lengths:
        run = run + 1 if length <= SHORT else 0
        longest = max(longest, run)
    return longest


def _stretches(passages: Sequence[Passage]) -> Iterator[list[str]]:
    """The sentences that are read without a break.

    A heading or a table ends a stretch, and so do words that are no sentence, such as a list of
    things to bring. A new paragraph does not: the ear goes on.
    """
    stretch: list[str] = []
    for passage in passages:
        if passage.kind in ("text", "item") and passage.text.rstrip(_CLOSING).endswith(_ENDS):
            stretch += [sentence.text for sentence in passage.sentences]
        else:
            yield stretch
            stretch = []
    yield stretch


def rhythm_table(root: Path, pages: Sequence[Page], markdown: bool = False) -> str:
    """A row for each page that people write and each script, as an aligned table or as Markdown.

    Papers to fill in are left out: their lines are for the people who use them.
    """
    papers = {page.file for page in pages if page.front.paper}
    reports = [
        rhythm_report(prose)
        for prose in all_prose(root, pages)
        if prose.limits in (PAGE, EASIER, SCRIPT) and prose.file not in papers
    ]
    rows = [report.cells for report in reports if report.sentences]
    return markdown_table(HEADINGS, rows) if markdown else aligned_table(HEADINGS, rows)
