"""The macros: what a page can call, each a line that hands over to a renderer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from macros.checks.pages import no_webinar
from macros.model import Catalogue, Webinar
from macros.rendering.catalogue import render_card, render_catalogue, render_ladder
from macros.rendering.sources import render_all_sources
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
            "all_sources": self.all_sources,
            "which_rung": self.stub,
            "is_it_real": self.stub,
            "plan_on_a_page": self.stub,
            "glossary": self.stub,
            "search_page": self.stub,
            "a_to_z": self.stub,
        }

    def stub(self) -> Markup:
        return Markup("")

    def webinar_catalogue(self) -> Markup:
        """``{{ webinar_catalogue() }}``: all webinars, with filters."""
        return render_catalogue(self._catalogue, self._root)

    def webinar(self, slug: str) -> Markup:
        """``{{ webinar("slug") }}``: a webinar's player, transcript and details."""
        return render_webinar(self._find(slug), self._root)

    def webinar_card(self, slug: str) -> Markup:
        """``{{ webinar_card("slug") }}``: a webinar's title, length and summary, with a link."""
        return render_card(self._find(slug), self._root)

    def ladder(self) -> Markup:
        """``{{ ladder() }}``: the seven rungs."""
        return render_ladder(tuple(self._catalogue.vocabulary.rungs.values()), self._root)

    def all_sources(self) -> Markup:
        """``{{ all_sources() }}``: everything that the site cites."""
        return render_all_sources(self._catalogue.vocabulary)

    def _find(self, slug: str) -> Webinar:
        webinars = self._catalogue.by_slug
        if slug not in webinars:
            raise LookupError(f"{self._env.page.url}: {no_webinar(slug, set(webinars))}")
        return webinars[slug]

    @property
    def _root(self) -> str:
        """Leads from the page being rendered to the top of the site."""
        return "../" * self._env.page.url.count("/") or "./"
