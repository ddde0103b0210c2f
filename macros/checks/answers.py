"""Checks the questions that pages answer: short, each once on the site, and of a part that is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.model import Vocabulary
from macros.problems import Problem, did_you_mean
from macros.reading.answers import questions_of
from macros.reading.pages import Page
from macros.reading.references import anchors
from macros.reading.synonyms import search_words

RULE = "answers"
LONGEST = 70
"""Characters of a question: one that is longer is a text, and nobody types it."""
MOST = 16
"""Questions that one page answers: a page that answers more is several pages."""


def check_answers(pages: Sequence[Page], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every problem in the questions of all pages."""
    asked: dict[str, str] = {}
    for page in pages:
        questions = questions_of(page)
        if len(questions) > MOST:
            message = f"answers {len(questions)} questions, more than {MOST}; keep those that readers ask most"
            yield Problem(page.file, page.data.line(("answers",)), message, RULE)
        known = anchors(page, vocabulary) if any(question.part for question in questions) else set()
        for question in questions:
            key = " ".join(search_words(question.text))
            if len(question.text) > LONGEST:
                message = f"'{question.text}' has {len(question.text)} characters, more than {LONGEST}; make it shorter"
                yield Problem(page.file, question.line, message, RULE)
            if key in asked:
                message = f"'{question.text}' is a question of {asked[key]} already; keep it in one place"
                yield Problem(page.file, question.line, message, RULE)
            if question.part and question.part not in known:
                message = f"'{question.part}' is no part of this page{did_you_mean(question.part, known)}"
                yield Problem(page.file, question.line, message, RULE)
            asked.setdefault(key, page.file)
