"""Reads the glossary: every word of the field that the site uses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from macros.model import GlossaryTerm, Guide, Vocabulary
from macros.problems import Problem
from macros.reading.fields import GlossaryFields
from macros.reading.pages import Page
from macros.reading.references import by_path, page_reference, repeated
from macros.reading.vocabulary import unknown
from macros.reading.yaml_file import YamlData, read_model

RULE = "glossary"
FILE = "data/glossary.yml"


def read_glossary(
    root: Path, vocabulary: Vocabulary, pages: Sequence[Page]
) -> tuple[tuple[GlossaryTerm, ...] | None, dict[str, Guide], list[Problem]]:
    """The glossary in alphabetical order with the page that explains a term, under its id; and every problem.

    The terms are None if the file has problems of its own.
    """
    fields, data, problems = read_model(root / FILE, root, GlossaryFields)
    if fields is None or data is None:
        return None, {}, problems
    problems += _problems(fields, vocabulary, data)
    known = by_path(pages)
    guides: dict[str, Guide] = {}
    missing: list[Problem] = []
    for index, term in enumerate(fields.terms):
        if term.page:
            line = data.line(("terms", index, "page"))
            guide, more = page_reference(term.page, known, vocabulary, FILE, line)
            missing += more
            if guide:
                guides[term.id] = guide
    if problems:
        return None, {}, problems + missing
    terms = (
        GlossaryTerm(
            term.id, term.term, (term.term, *term.also), term.meaning, term.page or "",
            tuple(vocabulary.sources[key] for key in term.sources), term.link,
        )
        for term in fields.terms
    )  # fmt: skip
    return tuple(sorted(terms, key=lambda term: term.term.casefold())), guides, missing


def _problems(fields: GlossaryFields, vocabulary: Vocabulary, data: YamlData) -> list[Problem]:
    """Ids and forms that are there twice, and sources that are not there."""
    ids = [(term.id, data.line(("terms", index, "id"))) for index, term in enumerate(fields.terms)]
    problems = repeated(ids, "term", FILE, RULE)
    owners: dict[str, str] = {}
    for index, term in enumerate(fields.terms):
        place = ("terms", index)
        problems += unknown(
            term.sources, vocabulary.sources, "source of data/sources.yml", FILE, data, (*place, "sources")
        )
        for position, form in enumerate((term.term, *term.also)):
            line = data.line((*place, "also", position - 1) if position else (*place, "term"))
            owner = owners.setdefault(form, term.id)
            if owner != term.id or form in (term.term, *term.also)[:position]:
                message = f"'{form}' is a form of '{owner}' already; keep it in one place"
                problems.append(Problem(FILE, line, message, RULE))
    return problems
