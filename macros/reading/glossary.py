"""Reads the glossary: every word of the field that the site uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from macros.model import GlossaryTerm, Guide, Vocabulary
from macros.problems import ContentError, Problem
from macros.reading.fields import GlossaryFields
from macros.reading.pages import Page, read_pages
from macros.reading.references import by_path, page_reference, repeated
from macros.reading.shared import shared_data
from macros.reading.vocabulary import unknown
from macros.reading.yaml_file import YamlData, read_model

RULE = "glossary"
FILE = "data/glossary.yml"


def read_glossary(root: Path, vocabulary: Vocabulary) -> tuple[tuple[GlossaryTerm, ...] | None, list[Problem]]:
    """The glossary in alphabetical order, or None and every problem in it, but for the pages it names."""
    fields, data, problems = read_model(root / FILE, root, GlossaryFields)
    if fields is None or data is None:
        return None, problems
    problems += _problems(fields, vocabulary, data)
    if problems:
        return None, problems
    terms = (
        GlossaryTerm(
            term.id, term.term, (term.term, *term.also), term.meaning, term.page or "",
            tuple(vocabulary.sources[key] for key in term.sources), term.link,
        )
        for term in fields.terms
    )  # fmt: skip
    return tuple(sorted(terms, key=lambda term: term.term.casefold())), []


def check_glossary(root: Path, vocabulary: Vocabulary, pages: Sequence[Page]) -> list[Problem]:
    """Every problem in the glossary, the pages that it names among them."""
    fields, data, problems = read_model(root / FILE, root, GlossaryFields)
    if fields is None or data is None:
        return problems
    problems += _problems(fields, vocabulary, data)
    known: Mapping[str, Page] = by_path(pages)
    for index, term in enumerate(fields.terms):
        if term.page:
            line = data.line(("terms", index, "page"))
            problems += page_reference(term.page, known, vocabulary, FILE, line)[1]
    return problems


def glossary_terms(root: Path) -> tuple[GlossaryTerm, ...]:
    """The project's glossary, read again only if the files of data/ have changed. Raises ContentError."""
    root = root.resolve()
    return _terms(root, tuple(path.stat().st_mtime_ns for path in sorted((root / "data").glob("*.yml"))))


def glossary_guides(root: Path, vocabulary: Vocabulary) -> dict[str, Guide]:
    """The page that explains a term, under the term's id. Raises ContentError."""
    pages, problems = read_pages(root)
    guides: dict[str, Guide] = {}
    for term in glossary_terms(root):
        if term.page:
            guide, more = page_reference(term.page, by_path(pages), vocabulary, FILE, 0)
            problems += more
            if guide:
                guides[term.id] = guide
    if problems:
        raise ContentError(problems)
    return guides


@lru_cache(maxsize=2)
def _terms(root: Path, state: tuple[int, ...]) -> tuple[GlossaryTerm, ...]:
    terms, problems = read_glossary(root, shared_data(root))
    if terms is None:
        raise ContentError(problems)
    return terms


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
