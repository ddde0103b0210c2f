"""Has MkDocs or ProperDocs make some pages of a site only, as if it made the others too.

Runs inside the engine. The pages that are left out keep their places in the navigation and in the sitemap, and links
to them and between them are looked at as ever.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

LEFT_OUT = "DOING_WITH_LEFT_OUT"
"""In the environment of an engine: the file with the pages that it need not make. What it made is told beside it."""


@dataclass(frozen=True)
class Anchors:
    """What an engine knows of a page's anchors once it has made the page.

    ``own`` are those that the page has. ``led_to`` has those that it links to by the path of their page, each with
    the address that it links to them by.
    """

    own: tuple[str, ...]
    led_to: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class MacroOutput:
    """What a macro, called with these arguments, gives on a page."""

    name: str
    arguments: tuple[str | float | bool, ...]
    html: str


@dataclass(frozen=True)
class Told:
    """What an engine is told: the anchors of pages that it leaves out, and what macros give on those that it makes."""

    left_out: Mapping[str, Anchors]
    outputs: Mapping[str, tuple[MacroOutput, ...]]


def write_told(file: Path, told: Told) -> None:
    """Writes what an engine is told, for ``read_told``."""
    file.write_text(json.dumps(asdict(told)), encoding="utf-8")


def read_told(file: Path) -> Told:
    """What ``write_told`` wrote."""
    told = json.loads(file.read_text(encoding="utf-8"))
    outputs = {
        path: tuple(MacroOutput(call["name"], tuple(call["arguments"]), call["html"]) for call in calls)
        for path, calls in told["outputs"].items()
    }
    return Told({path: Anchors(**of_page) for path, of_page in told["left_out"].items()}, outputs)


def write_anchors(file: Path, anchors: Mapping[str, Anchors]) -> None:
    """Writes the anchors of the pages that an engine has made, by their paths in docs/, for ``read_anchors``."""
    file.write_text(json.dumps({path: asdict(of_page) for path, of_page in anchors.items()}), encoding="utf-8")


def read_anchors(file: Path) -> dict[str, Anchors]:
    """What ``write_anchors`` wrote."""
    return {path: Anchors(**of_page) for path, of_page in json.loads(file.read_text(encoding="utf-8")).items()}


def told_beside(file: Path) -> Path:
    """Where an engine tells the anchors of the pages that it made."""
    return file.with_name(f"{file.name}-made")


class LeaveOut:
    """A plugin for one build, as MkDocs and ProperDocs call it. ``file`` names the pages that are left out."""

    def __init__(self, file: Path) -> None:
        self._file = file
        told = read_told(file)
        self._anchors = told.left_out
        self._outputs = {
            (path, output.name, output.arguments): Markup(output.html)
            for path, outputs in told.outputs.items()
            for output in outputs
        }

    def macro(self, name: str, macro: Callable[..., Markup], path_of_page: Callable[[], str]) -> Callable[..., Markup]:
        """A macro that need not make again what it is known to give on a page."""

        def known(*arguments: str | float | bool) -> Markup:
            found = self._outputs.get((path_of_page(), name, arguments))
            return macro(*arguments) if found is None else found

        return known

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Takes the pages out of what is to be made, now that they have their places in the navigation."""
        self._files = files
        self._all = list(files.documentation_pages())
        by_path = {file.src_uri: file for file in self._all}
        for path, anchors in self._anchors.items():
            file = by_path[path]
            if file.page is None:
                # It is in no navigation. Its class is that of the engine, which may be the one or the other.
                file.page = type(nav.pages[0])(None, file, config)
            else:
                # Its title stands in the navigation of the others.
                file.page.read_source(config)
            file.page.present_anchor_ids = set(anchors.own)
            file.page.links_to_anchors = {by_path[to]: dict(links) for to, links in anchors.led_to.items()}
            file.inclusion = type(file.inclusion).EXCLUDED

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> None:
        """The sitemap has all pages."""
        context["pages"] = self._all

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """A page may name any other."""
        context["pages"] = self._all

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Warns of links from pages that were left out to anchors that are there no more, and tells what was made."""
        made = {}
        for file in self._all:
            page = file.page
            if page is None or page.present_anchor_ids is None:
                continue
            if file.src_uri in self._anchors:
                page.validate_anchor_links(files=self._files, log_level=config.validation.links.anchors)
            else:
                led_to = {to.src_uri: links for to, links in (page.links_to_anchors or {}).items()}
                made[file.src_uri] = Anchors(tuple(sorted(page.present_anchor_ids)), led_to)
        write_anchors(told_beside(self._file), made)
