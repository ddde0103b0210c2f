"""The object that is the project's content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.model import Catalogue, GlossaryTerm, Guide, HelpPlace, Tools
from macros.pictures.book import PictureBook
from macros.pictures.charts import Chart
from macros.reading.interface import Words
from macros.reading.pages import Page
from macros.reading.paths import LearningPath
from macros.reading.wcag import Criterion
from macros.sessions.shapes import SessionShapes
from macros.settings import Settings


@dataclass(frozen=True)
class Content:
    """Everything under docs/, webinars/ and data/ as it was read; the words of recorded webinars are loaded at need.

    ``guides`` has the page that explains a term, under the term's id; ``synonyms`` the site's own words for what
    people type, both as the search compares them. ``words`` are those of the interface; ``page_words`` those for
    pages in another language, by its code, where it has a file of words.
    """

    root: Path
    settings: Settings
    words: Words
    page_words: Mapping[str, Words]
    catalogue: Catalogue
    pages: tuple[Page, ...]
    terms: tuple[GlossaryTerm, ...]
    guides: Mapping[str, Guide]
    tools: Tools
    paths: tuple[LearningPath, ...]
    sessions: SessionShapes
    criteria: tuple[Criterion, ...]
    synonyms: Mapping[str, str]
    pictures: PictureBook
    charts: Mapping[str, Chart]
    help: tuple[HelpPlace, ...]
