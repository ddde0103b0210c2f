"""Checks each file by itself, and keeps what was found right until the file changes, or what all are checked against.

What checks of several files ask of each (does it lead to the help page?) is kept too, so that one changed file does
not have all others read again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.checks.drafts import check_drafts
from macros.checks.easier import check_ideas
from macros.checks.guides import check_guides
from macros.checks.help import check_numbers, check_topics, leads_to_help, payment_in, words_by_line
from macros.checks.inside import Lead, leads_of
from macros.checks.language import SPELLING, check_prose, read_speller
from macros.checks.links import check_addresses, check_link_texts, check_pictures, read_allowed
from macros.checks.markup import check_markup
from macros.checks.pages import check_fields, check_headings, check_made, check_references
from macros.checks.papers import check_papers
from macros.checks.session_plans import check_plan_sections
from macros.checks.slips import MARKUP, check_slips, check_written_slips
from macros.checks.texts import Prose, page_prose, written_prose
from macros.checks.webinars import check_page
from macros.language.spelling import Speller
from macros.language.words import WordsToAvoid, read_words_to_avoid
from macros.model import Vocabulary
from macros.problems import Problem
from macros.reading.help import FILE as HELP
from macros.reading.pages import Page
from macros.reading.references import anchors
from macros.reading.written import Written
from macros.settings import Settings
from macros.store import Store, key_of

OWNER = "right "
"""Under this and its name the store keeps that a file is right."""


@dataclass(frozen=True)
class Against:
    """What every file is checked against. ``pictures`` is None where their own file has problems.

    ``site`` is the site's own address, or empty if it is not known.
    """

    avoid: WordsToAvoid
    speller: Speller
    allowed: tuple[str, ...]
    vocabulary: Vocabulary | None
    pictures: Collection[str] | None
    site: str

    @property
    def key(self) -> str:
        """Another one whenever any of it is another."""
        own_words, pictures = sorted(self.speller.own_words), self.pictures and sorted(self.pictures)
        return key_of(self.avoid, own_words, self.allowed, self.vocabulary, pictures, self.site)


@dataclass(frozen=True)
class Seen:
    """What was seen in one file: its problems, and what checks of several files need to know of it.

    ``payment`` is the line and the words with which it first names payment, ``leads_to_help`` whether it has a link
    to the help page, ``cites`` whether it names a source, ``anchors`` are the ids that it makes, and ``leads`` where it
    leads inside the site.
    """

    file: str
    problems: tuple[Problem, ...] = ()
    payment: tuple[int, str] | None = None
    leads_to_help: bool = False
    cites: bool = False
    anchors: frozenset[str] = frozenset()
    leads: tuple[Lead, ...] = ()


def read_against(
    root: Path, settings: Settings | None, vocabulary: Vocabulary | None, pictures: Collection[str] | None
) -> tuple[Against, list[Problem]]:
    """The lists that files are checked against, and what is wrong with these."""
    avoid, problems = read_words_to_avoid(root)
    # Whatever an owner calls the site is right.
    speller, more = read_speller(root, (settings.site_name, settings.owner) if settings else ())
    problems += more
    allowed, more = read_allowed(root, settings)
    site = settings.site_url if settings and settings.site_url.startswith("http") else ""
    return Against(avoid, speller, allowed, vocabulary, pictures, site), problems + more


def looks_at_each(
    pages: Iterable[Page], written: Iterable[Written], against: Against, store: Store | None
) -> list[Callable[[], Seen]]:
    """For each file what gives what is seen in it. What ``store`` knows to be right is not looked at again."""
    shared = against.key if store else ""
    looks: list[Callable[[], Seen]] = []
    for page in pages:
        parts = (page.first_line, page.data, page.body)
        looks.append(partial(_kept, page.file, parts, shared, store, partial(_look_at_page, page, against)))
    for file in written:
        looks.append(partial(_kept, file.file, (file.text,), shared, store, partial(_look_at_written, file, against)))
    return looks


def forget_others(seen: Iterable[Seen], store: Store) -> None:
    """Has ``store`` forget all files but those that were seen."""
    store.forget_all_but((f"{OWNER}{found.file}" for found in seen), OWNER)


def _kept(file: str, parts: Iterable[object], shared: str, store: Store | None, look: Callable[[], Seen]) -> Seen:
    if store is None:
        return look()
    key = key_of(shared, *parts)
    if kept := store.get(f"{OWNER}{file}", key):
        payment, leads_to_help, cites, made, leads = json.loads(kept)
        leads = tuple(Lead(*lead) for lead in leads)
        return Seen(file, (), tuple(payment) if payment else None, leads_to_help, cites, frozenset(made), leads)
    seen = look()
    if not seen.problems:
        found = [seen.payment, seen.leads_to_help, seen.cites, sorted(seen.anchors), seen.leads]
        store.put(f"{OWNER}{file}", key, json.dumps(found))
    return seen


def _look_at_page(page: Page, against: Against) -> Seen:
    # Nobody here can judge how plain or well spelt another language is.
    prose = page_prose(page) if page.is_english else Prose(page.file, None, ())
    made = anchors(page, against.vocabulary) if against.vocabulary else ()
    problems = _one_slip_one_message(
        [*_page_problems(page, against), *check_prose(prose, against.avoid, against.speller)]
    )
    leads = leads_of(page, against.site)
    cites = bool(page.text.sources)
    return Seen(page.file, problems, payment_in(prose), leads_to_help(page), cites, frozenset(made), leads)


def _one_slip_one_message(problems: list[Problem]) -> tuple[Problem, ...]:
    """Without the misspelt words of lines whose markup is broken: they may be no words, but parts of an address."""
    broken = {problem.line for problem in problems if problem.rule == MARKUP}
    return tuple(problem for problem in problems if problem.rule != SPELLING or problem.line not in broken)


def _page_problems(page: Page, against: Against) -> Iterator[Problem]:
    yield from check_fields(page)
    yield from check_markup([page], against.vocabulary.sources if against.vocabulary else {})
    yield from check_headings(page)
    if page.is_english:
        # The lines that it looks for are English.
        yield from check_guides([page])
    yield from check_drafts([page])
    yield from check_papers([page])
    yield from check_topics(page)
    yield from check_numbers(page.file, words_by_line(page))
    if page.is_english:
        yield from check_link_texts(page.text, page.file)
    yield from check_pictures(page.text, page.file)
    yield from check_slips(page, against.pictures)
    if page.webinar_slug:
        yield from check_page(page)
        yield from check_plan_sections(page)
    if against.pictures is not None:
        yield from check_ideas(page, against.pictures)
    if against.vocabulary:
        yield from check_made(page, against.vocabulary)
        yield from check_references(page, against.vocabulary)
        sources = {source.url: key for key, source in against.vocabulary.sources.items()}
        yield from check_addresses(page.text, page.file, (*against.allowed, against.site), sources)


def _look_at_written(written: Written, against: Against) -> Seen:
    problems = list(check_written_slips(written))
    # Its own reader says who may have a number in there.
    if written.file != HELP:
        problems += check_numbers(written.file, list(enumerate(written.text.splitlines(), start=1)))
    prose = written_prose(written)
    if prose is None:
        return Seen(written.file, tuple(problems))
    problems += check_prose(prose, against.avoid, against.speller)
    return Seen(written.file, tuple(problems), payment_in(prose))
