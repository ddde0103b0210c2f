"""A site of one's own: another name, mark, language and other colours reach every page and file that is published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from macros.building.build import build
from macros.reading.interface import file_of
from tests.servers import Server

NAME = "Clwb <Chwarae>"
WELSH = """\
language: cy
header:
  menu: Dewislen
player:
  captions: Capsiynau
  script:
    play: Chwarae
catalogue:
  script:
    all:
      other: "{count} gweminar"
"""
"""A few words, which nobody who speaks Welsh has checked: that they are shown is what matters here."""
SETTINGS = (
    ("site_name: Doing With", f'site_name: "{NAME}"'),
    ("  language: en\n", "  language: cy\n"),
    ('  mark: ""\n', "  mark: CC\n"),
    (
        "  # colours:\n",
        '  colours:\n    light: {brand: "#5b1046", on_brand: "#ffffff"}\n'
        '    dark: {brand: "#ffc7ec", on_brand: "#2b0020"}\n  # colours:\n',
    ),
)


@pytest.fixture
def own_site(copied_project: Path) -> Path:
    """The small project as somebody else's, built."""
    file = copied_project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in SETTINGS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    (copied_project / file_of("cy")).write_text(WELSH, encoding="utf-8")
    build(copied_project, copied_project / "site", "mkdocs", print, with_search=False)
    return copied_project / "site"


def test_a_site_of_ones_own(own_site: Path, new_page: Callable[..., Page]) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in own_site.rglob("*.html")}
    assert pages
    for path, text in pages.items():
        assert "Doing With" not in text, path
        assert text.startswith(('<!doctype html>\n<html lang="cy">',)), path
    home = BeautifulSoup(pages[own_site / "index.html"], "html.parser")
    brand = home.select_one(".brand")
    assert brand
    assert brand.get_text(" ", strip=True) == f"CC {NAME}"
    assert home.find("button", string="Dewislen")
    assert home.find("a", string="Skip to the main content")
    embed = pages[own_site / "webinars" / "talking-it-over" / "embed" / "index.html"]
    assert "Clwb &lt;Chwarae&gt;" in embed
    assert "assets/css/colours.css" in embed

    with Server(own_site) as server:
        page = new_page()
        page.goto(f"{server.url}webinars/talking-it-over/")
        play = page.locator("[data-play]")
        assert play.inner_text() == "Chwarae"
        # Buttons have the owner's colours; the stage is dark in both schemes.
        assert play.evaluate("(button) => getComputedStyle(button).backgroundColor") == "rgb(255, 199, 236)"
        page.goto(f"{server.url}webinars/")
        reset = page.get_by_role("search").get_by_role("button")
        assert reset.evaluate("(button) => getComputedStyle(button).backgroundColor") == "rgb(91, 16, 70)"
        # The script's own words, in the page's language: the form is chosen by the rules of Welsh.
        page.get_by_label("Sort by").select_option("title")
        assert page.locator("[data-count]").inner_text().endswith(" gweminar")
