"""The macros: what a page can call, each a line that hands over to a renderer."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from macros.content.content import Content
from macros.model import Webinar
from macros.publishing.fill import FEEDS_PLACE, marker, place
from macros.reading.references import no_webinar
from macros.rendering.a_to_z import Entry, entries, places, render_a_to_z, sliced
from macros.rendering.catalogue import render_card, render_catalogue, render_ladder
from macros.rendering.device import render_kept_on_device
from macros.rendering.glossary import render_glossary
from macros.rendering.help import render_help_places
from macros.rendering.language import in_language
from macros.rendering.owner import render_owner_statement
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
from macros.rendering.training import render_path_plans, render_training_kit
from macros.rendering.wcag import render_wcag_table


class Macros:
    """The macros of one build. ``url_of_page`` gives the address of the page being rendered, from the site's top.

    They speak the language of the site. On a page in another, what they give says so.
    """

    def __init__(self, content: Content, url_of_page: Callable[[], str]) -> None:
        self._url_of_page = url_of_page
        self._content = content
        self._catalogue = content.catalogue
        self._words = content.words
        self._rungs = tuple(content.catalogue.vocabulary.rungs.values())
        self._in_others = {page.url for page in content.pages if page.is_in_another(self._words.language)}

    def all(self) -> dict[str, Callable[..., Markup]]:
        """Each macro under the name that pages call it by."""
        macros = self._speaking()
        # What comes in the place of the webinar says its language itself.
        marked = {name: self._marked(macro) for name, macro in macros.items() if name != "webinar"}
        return macros | marked if self._in_others else macros

    def _marked(self, macro: Callable[..., Markup]) -> Callable[..., Markup]:
        def marked(*arguments: str | float | bool) -> Markup:
            html = macro(*arguments)
            return in_language(html, self._words.language) if self._url_of_page() in self._in_others else html

        return marked

    def _speaking(self) -> dict[str, Callable[..., Markup]]:
        return {
            "webinar_catalogue": self.webinar_catalogue,
            "webinar": self.webinar,
            "webinar_card": self.webinar_card,
            "ladder": self.ladder,
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
            "training_kit": self.training_kit,
            "path_plans": self.path_plans,
            "search_page": self.search_page,
            "a_to_z": self.a_to_z,
            "help_places": self.help_places,
            "owner_statement": self.owner_statement,
            "kept_on_device": self.kept_on_device,
        }

    def webinar_catalogue(self) -> Markup:
        """``{{ webinar_catalogue() }}``: all webinars, with filters."""
        return render_catalogue(
            self._catalogue,
            self._root,
            self._words,
            render_nothing_found(self._content.pictures),
            self._content.paths,
            place(FEEDS_PLACE),
        )

    def webinar(self, slug: str) -> Markup:
        """``{{ webinar("slug") }}``: a webinar's player, transcript and details, which publishing fills in."""
        return marker(self._find(slug).slug)

    def webinar_card(self, slug: str) -> Markup:
        """``{{ webinar_card("slug") }}``: a webinar's title, length and summary, with a link."""
        return render_card(self._find(slug), self._root, self._words)

    def ladder(self) -> Markup:
        """``{{ ladder() }}``: the seven rungs."""
        return render_ladder(self._rungs, self._root, self._words)

    def ladder_picture(self) -> Markup:
        """``{{ ladder_picture() }}``: the ladder as a picture whose rungs are links."""
        return render_ladder_picture(self._rungs, self._root, self._words)

    def ladder_poster(self) -> Markup:
        """``{{ ladder_poster() }}``: links to the ladder as a poster to print."""
        return render_ladder_poster(self._root, self._words)

    def webinar_cover(self, slug: str) -> Markup:
        """``{{ webinar_cover("slug") }}``: a webinar's cover."""
        return render_cover(self._find(slug))

    def picture(self, name: str, decorative: bool = False) -> Markup:
        """``{{ picture("name") }}``: a picture that tells something, or ``picture("name", true)`` for decoration."""
        return render_picture(self._content.pictures.pictures[name], decorative)

    def picture_parts(self) -> Markup:
        """``{{ picture_parts() }}``: the people and things that pictures are made of."""
        return render_picture_parts(self._words)

    def chart(self, name: str) -> Markup:
        """``{{ chart("name") }}``: numbers side by side, with their table and source."""
        chart = self._content.charts[name]
        return render_chart(chart, self._catalogue.vocabulary.sources[chart.source], self._words)

    def all_sources(self) -> Markup:
        """``{{ all_sources() }}``: everything that the site cites."""
        return render_all_sources(self._catalogue.vocabulary, self._words)

    def wcag_table(self) -> Markup:
        """``{{ wcag_table() }}``: every criterion of WCAG 2.2 A and AA, and how it is checked."""
        return render_wcag_table(self._content.criteria, self._words)

    def which_rung(self) -> Markup:
        """``{{ which_rung() }}``: the questions that find the rung of a piece of work."""
        return render_which_rung(self._content.tools.which_rung, self._root, self._words)

    def is_it_real(self) -> Markup:
        """``{{ is_it_real() }}``: the warning signs to tick."""
        return render_is_it_real(self._content.tools.signs, self._rungs, self._root, self._words)

    def plan_on_a_page(self) -> Markup:
        """``{{ plan_on_a_page() }}``: the prompts of a plan, with boxes to write in."""
        return render_plan_on_a_page(self._content.tools.plan, self._root, self._words)

    def glossary(self) -> Markup:
        """``{{ glossary() }}``: every word of the field with its meaning."""
        return render_glossary(self._content.terms, self._content.guides, self._root, self._words)

    def paper_download(self) -> Markup:
        """``{{ paper_download() }}``: the page's paper as a Word file, for a page with ``paper: true``."""
        return render_paper_download(self._url_of_page(), self._words)

    def learning_paths(self) -> Markup:
        """``{{ learning_paths() }}``: guides and webinars in an order that somebody can follow."""
        return render_paths(self._content.paths, self._catalogue.by_slug, self._root, self._words)

    def training_kit(self) -> Markup:
        """``{{ training_kit() }}``: webinars to use with a group, with their slides and session plans."""
        return render_training_kit(self._catalogue.webinars, self._content.paths, self._root, self._words)

    def path_plans(self) -> Markup:
        """``{{ path_plans() }}``: links to the session plans of the learning paths."""
        return render_path_plans(self._content.paths, self._content.sessions, self._root, self._words)

    def search_page(self) -> Markup:
        """``{{ search_page() }}``: the search, and for readers without JavaScript the way to the index."""
        picture = render_nothing_found(self._content.pictures)
        return render_search(self._catalogue, places(sliced(self._entries)), self._root, self._words, picture)

    def a_to_z(self) -> Markup:
        """``{{ a_to_z() }}``: everything on the site in alphabetical order."""
        return render_a_to_z(self._entries, self._root, self._words)

    def help_places(self, topic: str) -> Markup:
        """``{{ help_places("benefits") }}``: where to get help with this, in each nation of the UK."""
        return render_help_places(self._content.help, topic, self._words)

    def owner_statement(self) -> Markup:
        """``{{ owner_statement() }}``: who publishes this copy of the site, or that nobody does yet."""
        settings = self._content.settings
        return render_owner_statement(settings.owner, settings.contact, self._words)

    def kept_on_device(self) -> Markup:
        """``{{ kept_on_device() }}``: what the site keeps on a reader's device, with buttons that clear it."""
        return render_kept_on_device(self._root, self._words)

    @property
    def _entries(self) -> list[Entry]:
        content = self._content
        return entries(content.catalogue, content.pages, content.terms, content.tools.signs, content.words)

    def _find(self, slug: str) -> Webinar:
        webinars = self._catalogue.by_slug
        if slug not in webinars:
            raise LookupError(f"{self._url_of_page()}: {no_webinar(slug, set(webinars))}")
        return webinars[slug]

    @property
    def _root(self) -> str:
        """Leads from the page being rendered to the top of the site."""
        return "../" * self._url_of_page().count("/") or "./"
