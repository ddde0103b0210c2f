"""Checks that no synonym sends a word away from where the site explains it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.model import GlossaryTerm
from macros.problems import Problem
from macros.reading.synonyms import FILE, RULE, line_of, search_words


def check_synonyms(root: Path, synonyms: Mapping[str, str], terms: Sequence[GlossaryTerm]) -> Iterator[Problem]:
    """A problem for each phrase that is a term of the glossary, or another form of one, and leads to something else."""
    forms = {" ".join(search_words(form)): term for term in terms for form in term.forms}
    for phrase, own in synonyms.items():
        term = forms.get(phrase)
        if term and own not in {" ".join(search_words(form)) for form in term.forms}:
            message = f"'{phrase}' is '{term.term}' in the glossary, and would lead to '{own}'; remove it"
            yield Problem(FILE, line_of(root, phrase), message, RULE)
