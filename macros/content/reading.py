"""Reads all content: each file once, every problem in one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from macros.content.content import Content
from macros.model import Catalogue, GlossaryTerm, Guide, HelpPlace, Tools, Vocabulary
from macros.narration.spoken import Respellings
from macros.pictures.book import Picture, PictureBook
from macros.pictures.charts import Chart
from macros.problems import Problem
from macros.reading.catalogue import Check, read_catalogue
from macros.reading.charts import read_charts
from macros.reading.files import content_files
from macros.reading.glossary import read_glossary
from macros.reading.help import read_help
from macros.reading.interface import Words, read_interface, read_page_words
from macros.reading.pages import Page, read_pages
from macros.reading.paths import LearningPath, read_paths
from macros.reading.pictures import read_pictures
from macros.reading.session_plans import read_session_plans
from macros.reading.settings_fields import DEFAULT_LENGTHS, ENGLISH
from macros.reading.synonyms import read_synonyms
from macros.reading.tools import read_tools
from macros.reading.vocabulary import read_respellings, read_vocabulary
from macros.reading.wcag import Criterion, read_criteria
from macros.sessions.shapes import SessionShapes
from macros.settings import Settings, read_settings
from macros.store import Store


@dataclass(frozen=True)
class Parts:
    """What could be read of the content; a part that could not is None, and its problems say why.

    ``known_pictures`` are those that slides may show, or None where it is not known which these are.
    """

    root: Path
    settings: Settings | None
    words: Words | None
    page_words: Mapping[str, Words]
    vocabulary: Vocabulary | None
    respellings: Respellings
    catalogue: Catalogue | None
    pages: tuple[Page, ...]
    terms: tuple[GlossaryTerm, ...] | None
    guides: Mapping[str, Guide]
    tools: Tools | None
    paths: tuple[LearningPath, ...]
    sessions: SessionShapes | None
    criteria: tuple[Criterion, ...]
    synonyms: Mapping[str, str]
    pictures: PictureBook
    known_pictures: Mapping[str, Picture] | None
    charts: Mapping[str, Chart]
    help: tuple[HelpPlace, ...]
    problems: tuple[Problem, ...]

    @property
    def content(self) -> Content | None:
        """The whole, if no part is missing."""
        if not (self.settings and self.words and self.catalogue and self.tools and self.sessions):
            return None
        if self.terms is None:
            return None
        return Content(
            self.root,
            self.settings,
            self.words,
            self.page_words,
            self.catalogue,
            self.pages,
            self.terms,
            self.guides,
            self.tools,
            self.paths,
            self.sessions,
            self.criteria,
            self.synonyms,
            self.pictures,
            self.charts,
            self.help,
        )


def read_parts(root: Path, store: Store | None = None, check: Check = lambda webinar, transcripts: ()) -> Parts:
    """Everything that can be read in the project in ``root``.

    ``check`` is asked for each webinar while its words are in memory; what ``store`` knows to be right is not
    asked for again.
    """
    return with_webinars(read_all_but_webinars(root), store, check)


def read_all_but_webinars(root: Path) -> Parts:
    """What can be read in the project in ``root`` without its webinars, and without what names these."""
    settings, problems = read_settings(root)
    words, more = read_interface(root, settings.language if settings else ENGLISH)
    problems += more
    vocabulary, more = read_vocabulary(root)
    problems += more
    respellings, more = read_respellings(root)
    problems += more
    pages, more = read_pages(root)
    problems += more
    page_words, more = (
        read_page_words(root, {page.front.lang for page in pages if page.front.lang}) if words else ({}, [])
    )
    problems += more
    criteria, more = read_criteria(root)
    problems += more
    synonyms, more = read_synonyms(root)
    problems += more
    pictures, charts = PictureBook(), dict[str, Chart]()
    help_places, more = read_help(root)
    problems += more
    terms: tuple[GlossaryTerm, ...] | None = None
    guides: Mapping[str, Guide] = {}
    tools: Tools | None = None
    known_pictures: Mapping[str, Picture] | None = None
    docs = root / "docs"
    if vocabulary:
        # Those that cannot be read are there, too: their own problems say what is wrong.
        paths_of_pages = [path.relative_to(docs).as_posix() for path in content_files(docs, ".md")]
        pictures, more = read_pictures(root, vocabulary.rungs, paths_of_pages)
        problems += more
        known_pictures = None if more else pictures.pictures
        terms, guides, more = read_glossary(root, vocabulary, pages)
        problems += more
        charts, more = read_charts(root, vocabulary.sources)
        problems += more
        tools, more = read_tools(root, vocabulary, pages)
        problems += more
    sessions, more = read_session_plans(root, pages)
    problems += more
    return Parts(
        root=root,
        settings=settings,
        words=words,
        page_words=page_words,
        vocabulary=vocabulary,
        respellings=respellings,
        catalogue=None,
        pages=pages,
        terms=terms,
        guides=guides,
        tools=tools,
        paths=(),
        sessions=sessions,
        criteria=criteria,
        synonyms=synonyms,
        pictures=pictures,
        known_pictures=known_pictures,
        charts=charts,
        help=help_places,
        problems=tuple(problems),
    )


def with_webinars(parts: Parts, store: Store | None, check: Check) -> Parts:
    """What ``read_all_but_webinars`` gave, with the webinars and the learning paths; see ``read_parts``."""
    root, settings, vocabulary = parts.root, parts.settings, parts.vocabulary
    lengths = settings.lengths if settings else DEFAULT_LENGTHS
    media_base = settings.media_base_url if settings else ""
    catalogue, problems = read_catalogue(
        root, vocabulary, parts.respellings, parts.known_pictures, store, check, lengths, media_base
    )
    paths: tuple[LearningPath, ...] = ()
    if catalogue:
        paths, more = read_paths(root, catalogue.vocabulary, parts.pages, set(catalogue.by_slug), parts.tools)
        problems += more
    return replace(parts, catalogue=catalogue, paths=paths, problems=(*parts.problems, *problems))
