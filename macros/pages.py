"""The macros: what a page can call, each a line that hands over to a renderer."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.edit_links import edit_urls
from macros.model import Catalogue, Tools, Webinar
from macros.pictures.book import PictureBook
from macros.reading.charts import charts_of
from macros.reading.glossary import glossary_guides, glossary_terms
from macros.reading.pages import read_pages
from macros.reading.paths import read_paths
from macros.reading.pictures import pictures_of
from macros.reading.references import no_webinar
from macros.reading.tools import tools_of
from macros.reading.wcag import read_criteria
from macros.rendering.a_to_z import Entry, by_letter, entries, render_a_to_z
from macros.rendering.catalogue import render_card, render_catalogue, render_ladder, render_ladder_links
from macros.rendering.glossary import render_glossary
from macros.rendering.paths import render_paths
from macros.rendering.pictures import (
    render_chart,
    render_cover,
    render_ladder_picture,
    render_ladder_poster,
    render_nothing_found,
    render_picture,
    render_picture_parts,
)
from macros.rendering.search import render_search
from macros.rendering.sources import render_all_sources
from macros.rendering.tools import (
    render_is_it_real,
    render_paper_download,
    render_plan_on_a_page,
    render_which_rung,
)
from macros.rendering.wcag import render_wcag_table
from macros.rendering.webinar import render_webinar


class Macros:
    """The macros of one build. ``env`` is the macros plugin's, and knows the page being rendered."""

    def __init__(self, env: Any, catalogue: Catalogue) -> None:  # noqa: ANN401
        self._env = env
        self._catalogue = catalogue

    def all(self) -> dict[str, Callable[..., Markup]]:
        """Each macro under the name that pages call it by."""
        return {
            "webinar_catalogue": self.webinar_catalogue,
            "webinar": self.webinar,
            "webinar_card": self.webinar_card,
            "ladder": self.ladder,
            "ladder_links": self.ladder_links,
            "ladder_picture": self.ladder_picture,
            "ladder_poster": self.ladder_poster,
            "webinar_cover": self.webinar_cover,
            "picture": self.picture,
            "picture_parts": self.picture_parts,
            "chart": self.chart,
            "all_sources": self.all_sources,
            "wcag_table": self.wcag_table,
            "which_rung": self.which_rung,
            "is_it_real": self.is_it_real,
            "plan_on_a_page": self.plan_on_a_page,
            "glossary": self.glossary,
            "paper_download": self.paper_download,
            "learning_paths": self.learning_paths,
            "search_page": self.search_page,
            "a_to_z": self.a_to_z,
        }

    def webinar_catalogue(self) -> Markup:
        """``{{ webinar_catalogue() }}``: all webinars, with filters."""
        return render_catalogue(self._catalogue, self._root, render_nothing_found(self._pictures))

    def webinar(self, slug: str) -> Markup:
        """``{{ webinar("slug") }}``: a webinar's player, transcript and details."""
        webinar, conf = self._find(slug), self._env.conf
        # Not conf["edit_uri"]: where that is empty, MkDocs puts a guess in its place.
        urls = edit_urls(webinar, conf["repo_url"] or "", conf["extra"].get("edit_uri") or "")
        return render_webinar(webinar, self._root, conf["site_url"] or "/", urls)

    def webinar_card(self, slug: str) -> Markup:
        """``{{ webinar_card("slug") }}``: a webinar's title, length and summary, with a link."""
        return render_card(self._find(slug), self._root)

    def ladder(self) -> Markup:
        """``{{ ladder() }}``: the seven rungs."""
        return render_ladder(tuple(self._catalogue.vocabulary.rungs.values()), self._root)

    def ladder_links(self) -> Markup:
        """``{{ ladder_links() }}``: the rungs' names, each a link to its place on the ladder's page."""
        return render_ladder_links(tuple(self._catalogue.vocabulary.rungs.values()), self._root)

    def ladder_picture(self) -> Markup:
        """``{{ ladder_picture() }}``: the ladder as a picture whose rungs are links."""
        return render_ladder_picture(tuple(self._catalogue.vocabulary.rungs.values()), self._root)

    def ladder_poster(self) -> Markup:
        """``{{ ladder_poster() }}``: links to the ladder as a poster to print."""
        return render_ladder_poster(self._root)

    def webinar_cover(self, slug: str) -> Markup:
        """``{{ webinar_cover("slug") }}``: a webinar's cover."""
        return render_cover(self._find(slug))

    def picture(self, name: str, decorative: bool = False) -> Markup:
        """``{{ picture("name") }}``: a picture that tells something, or ``picture("name", true)`` for decoration."""
        return render_picture(self._pictures.pictures[name], decorative)

    def picture_parts(self) -> Markup:
        """``{{ picture_parts() }}``: the people and things that pictures are made of."""
        return render_picture_parts()

    def chart(self, name: str) -> Markup:
        """``{{ chart("name") }}``: numbers side by side, with their table and source."""
        sources = self._catalogue.vocabulary.sources
        chart = charts_of(Path(self._env.project_dir), sources)[name]
        return render_chart(chart, sources[chart.source])

    def all_sources(self) -> Markup:
        """``{{ all_sources() }}``: everything that the site cites."""
        return render_all_sources(self._catalogue.vocabulary)

    def wcag_table(self) -> Markup:
        """``{{ wcag_table() }}``: every criterion of WCAG 2.2 A and AA, and how it is checked."""
        return render_wcag_table(read_criteria(Path(self._env.project_dir))[0])

    def which_rung(self) -> Markup:
        """``{{ which_rung() }}``: the questions that find the rung of a piece of work."""
        return render_which_rung(self._tools.which_rung, self._root)

    def is_it_real(self) -> Markup:
        """``{{ is_it_real() }}``: the warning signs to tick."""
        rungs = tuple(self._catalogue.vocabulary.rungs.values())
        return render_is_it_real(self._tools.signs, rungs, self._root)

    def plan_on_a_page(self) -> Markup:
        """``{{ plan_on_a_page() }}``: the prompts of a plan, with boxes to write in."""
        return render_plan_on_a_page(self._tools.plan, self._root)

    def glossary(self) -> Markup:
        """``{{ glossary() }}``: every word of the field with its meaning."""
        project = Path(self._env.project_dir)
        guides = glossary_guides(project, self._catalogue.vocabulary)
        return render_glossary(glossary_terms(project), guides, self._root)

    def paper_download(self) -> Markup:
        """``{{ paper_download() }}``: the page's paper as a Word file, for a page with ``paper: true``."""
        return render_paper_download(self._env.page.url)

    def learning_paths(self) -> Markup:
        """``{{ learning_paths() }}``: guides and webinars in an order that somebody can follow."""
        project, catalogue = Path(self._env.project_dir), self._catalogue
        pages = read_pages(project)[0]
        paths = read_paths(project, catalogue.vocabulary, pages, set(catalogue.by_slug))[0]
        return render_paths(paths, catalogue.by_slug, self._root)

    def search_page(self) -> Markup:
        """``{{ search_page() }}``: the search, and for readers without JavaScript the way to the index."""
        picture = render_nothing_found(self._pictures)
        return render_search(self._catalogue, tuple(by_letter(self._entries)), self._root, picture)

    def a_to_z(self) -> Markup:
        """``{{ a_to_z() }}``: everything on the site in alphabetical order."""
        return render_a_to_z(self._entries, self._root)

    @property
    def _entries(self) -> list[Entry]:
        project = Path(self._env.project_dir)
        pages = read_pages(project)[0]
        return entries(self._catalogue, pages, glossary_terms(project), self._tools.signs)

    @property
    def _pictures(self) -> PictureBook:
        return pictures_of(Path(self._env.project_dir), self._catalogue.vocabulary.rungs)

    @cached_property
    def _tools(self) -> Tools:
        return tools_of(Path(self._env.project_dir), self._catalogue.vocabulary)

    def _find(self, slug: str) -> Webinar:
        webinars = self._catalogue.by_slug
        if slug not in webinars:
            raise LookupError(f"{self._env.page.url}: {no_webinar(slug, set(webinars))}")
        return webinars[slug]

    @property
    def _root(self) -> str:
        """Leads from the page being rendered to the top of the site."""
        return "../" * self._env.page.url.count("/") or "./"
