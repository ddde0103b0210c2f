"""The questions that a page answers: ``answers`` in its front matter. Only the search uses them."""

from __future__ import annotations

from dataclasses import dataclass

from macros.reading.pages import Page


@dataclass(frozen=True)
class Question:
    """A question in readers' words, the id of the part that answers it (empty for the whole page), and its line."""

    text: str
    part: str
    line: int


def questions_of(page: Page) -> tuple[Question, ...]:
    """The questions that a page says it answers, in its order."""
    found = []
    for index, item in enumerate(page.front.answers):
        pairs = [("", item)] if isinstance(item, str) else list(item.items())
        line = page.data.line(("answers", index))
        found += [Question(text, part, line) for part, text in pairs]
    return tuple(found)
