"""Promises that every page of the site keeps: machine-checked accessibility, one column, no outside request.

Visiting a hundred pages takes most of the time, so what can be seen in one visit is seen in one
visit (``wide``, ``narrow`` and ``plain`` below), and each promise is a test of its own over what was seen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.axe import COLOUR_RULES, WIDTH_RULES, axe_violations
from tests.browser.kinds import PAGE_KINDS
from tests.browser.pages import covering_paths, page_paths
from tests.browser.slow import MOST_SHIFT, watch_shifts
from tests.servers import Server

pytestmark = pytest.mark.any_site

NewPage = Callable[..., Page]

WIDTHS = (320, 768, 1280)

PARTS = 4
"""The pages are visited in parts, so that two workers share the longest test."""

# WCAG 1.4.12: the spacing that a reader may set.
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""

SPACE_OUT = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""

CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((element) => {
  const style = getComputedStyle(element);
  if (!['hidden', 'clip'].includes(style.overflowX) && !['hidden', 'clip'].includes(style.overflowY)) return false;
  if (element.closest('.visually-hidden, svg, audio, video') || !element.textContent.trim()) return false;
  return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
}).map((element) => element.outerHTML.slice(0, 120))"""

SCROLLS_SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"

# The covers are files of our own, looked at below.
PICTURES = """() => [...document.querySelectorAll('img:not([src$="/cover.svg"]), image, svg text')]
  .map((e) => e.outerHTML.slice(0, 160))"""

FRAME_NAMES = """() => (document.body.lang || document.documentElement.lang) + ': ' + [...document.querySelectorAll(
  '.site-header a, .site-header button, .site-header select, .site-header input, .site-footer a')]
  .map((e) => e.tagName + ' ' + (e.innerText || e.name || e.id).trim()).join(', ')"""

NAMES_WITHOUT_LABELS = r"""() => [...document.querySelectorAll('a[aria-label], button[aria-label]')].filter((e) =>
  e.innerText.trim()
  && !e.getAttribute('aria-label').toLowerCase().includes(e.innerText.trim().replace(/\s+/g, ' ').toLowerCase()))
  .map((e) => e.outerHTML.slice(0, 160))"""

FOCUS_EACH_CONTROL = """() => {
  for (const control of document.querySelectorAll('main select, main input, header select')) control.focus();
  return location.href;
}"""

# A link that waits inside a closed <details> or a native popover, or behind a message that only
# JavaScript shows, can be reached; so can the fallback inside a player that the browser can play.
LOST_LINKS = """() => [...document.querySelectorAll('a[href]')].filter((a) =>
  !a.checkVisibility({visibilityProperty: true}) && !a.closest('[popover], [hidden], .needs-js, audio, video')
  && !a.closest('details:not([open])')).map((a) => a.getAttribute('href'))"""


@dataclass
class Seen:
    """What was seen on the way through all pages, by the page's address."""

    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def wrong(self, name: str) -> dict[str, Any]:
        """The pages on which a fact is neither empty nor false."""
        return {path: facts[name] for path, facts in self.facts.items() if facts[name]}


def visit(browser: Browser, served: Server, site: Path, look: Callable[[Page], dict[str, Any]], **options: Any) -> Seen:  # noqa: ANN401
    """Opens every page in a context with these options, and keeps what ``look`` sees and what goes wrong."""
    context: BrowserContext = browser.new_context(reduced_motion="reduce", **options)
    page = context.new_page()
    if options.get("java_script_enabled", True):
        watch_shifts(page)
    seen = Seen()
    page.on("request", lambda request: None if _inside(request.url, served) else seen.outside.append(request.url))
    page.on(
        "console",
        lambda message: seen.errors.append(f"{page.url}: {message.text}") if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: seen.errors.append(f"{page.url}: {error}"))
    for path in page_paths(site):
        page.goto(served.url + path, wait_until="load")
        seen.facts[path] = look(page)
    context.close()
    return seen


def _inside(url: str, served: Server) -> bool:
    return url.startswith((served.url, f"blob:{served.url}", "data:"))


@pytest.fixture(scope="session")
def wide(browser: Browser, served: Server, site: Path) -> Seen:
    """Every page in a wide window."""

    def look(page: Page) -> dict[str, Any]:
        address = page.url
        return {
            "title": page.title(),
            "shift": _shift(page),
            "pictures": page.evaluate(PICTURES),
            "frame": page.evaluate(FRAME_NAMES),
            "names": page.evaluate(NAMES_WITHOUT_LABELS),
            "moved": page.evaluate(FOCUS_EACH_CONTROL) != address,
        }

    return visit(browser, served, site, look, viewport={"width": 1280, "height": 900})


@pytest.fixture(scope="session")
def narrow(browser: Browser, served: Server, site: Path) -> Seen:
    """Every page as on a small phone, at 400 % zoom, and with the reader's own spacing."""

    def look(page: Page) -> dict[str, Any]:
        shift = _shift(page)
        # WCAG 1.4.10: 1280 x 1024 at 400 % is 320 x 256.
        page.set_viewport_size({"width": 320, "height": 256})
        sideways = page.evaluate(SCROLLS_SIDEWAYS)
        page.evaluate(SPACE_OUT, TEXT_SPACING)
        spaced = page.evaluate(CUT_OFF) + (["scrolls sideways"] if page.evaluate(SCROLLS_SIDEWAYS) else [])
        page.set_viewport_size({"width": 320, "height": 900})
        return {"shift": shift, "sideways": sideways, "spaced": spaced}

    return visit(browser, served, site, look, viewport={"width": 320, "height": 900})


@pytest.fixture(scope="session")
def plain(browser: Browser, served: Server, site: Path) -> Seen:
    """Every page without JavaScript."""

    def look(page: Page) -> dict[str, Any]:
        return {"headings": page.locator("h1").count() != 1, "lost": page.evaluate(LOST_LINKS)}

    options = {"viewport": {"width": 320, "height": 900}, "java_script_enabled": False}
    return visit(browser, served, site, look, **options)


def _shift(page: Page) -> float:
    """How far the page shifted while it loaded (CLS), where that is more than the site allows itself."""
    shift = page.evaluate("window.shift")
    return shift if shift > MOST_SHIFT else 0


@pytest.mark.early
@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(served: Server, site: Path, new_page: NewPage, part: int) -> None:
    page = new_page()
    violations = []
    for path in page_paths(site)[part::PARTS]:
        page.goto(served.url + path)
        violations += axe_violations(page)
    assert violations == []


@pytest.mark.early
@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_in_the_dark_scheme_or_a_narrow_window(
    served: Server, site: Path, new_page: NewPage, part: int
) -> None:
    """The rules that these can break, on pages that hold every kind of element."""
    page = new_page()
    violations = []
    for path in covering_paths(site)[part::PARTS]:
        page.goto(served.url + path)
        page.emulate_media(color_scheme="dark")
        violations += axe_violations(page, only=COLOUR_RULES)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 320, "height": 900})
        violations += axe_violations(page, only=WIDTH_RULES)
        page.set_viewport_size({"width": 1280, "height": 900})
    assert violations == []


@pytest.mark.ours
@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_axe_finds_nothing_on_a_page_of_each_kind_in_any_width(served: Server, new_page: NewPage, kind: str) -> None:
    """Pages of a kind have the same parts: all rules in each width, those about colours in the dark scheme too."""
    page = new_page()
    page.goto(served.url + PAGE_KINDS[kind])
    violations = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        violations += axe_violations(page)
        page.emulate_media(color_scheme="dark")
        violations += axe_violations(page, only=COLOUR_RULES)
        page.emulate_media(color_scheme="light")
    assert violations == []


@pytest.mark.xdist_group("wide")
def test_no_page_asks_another_origin_breaks_its_policy_or_reports_an_error(wide: Seen) -> None:
    assert wide.outside == []
    assert wide.errors == []


@pytest.mark.xdist_group("wide")
def test_every_page_has_a_title_of_its_own(wide: Seen) -> None:
    titles: dict[str, str] = {}
    for path, facts in wide.facts.items():
        title = facts["title"]
        assert title.removesuffix(" - Doing With").strip(), path
        assert title not in titles, f"{path} and {titles[title]} are both called '{title}'"
        titles[title] = path


@pytest.mark.xdist_group("wide")
def test_no_picture_holds_text(wide: Seen, site: Path) -> None:
    assert wide.wrong("pictures") == {}
    covers = list(site.glob("webinars/*/cover.svg"))
    assert covers
    assert [cover for cover in covers if "<text" in cover.read_text(encoding="utf-8")] == []


@pytest.mark.xdist_group("wide")
def test_every_page_has_the_same_header_and_footer(wide: Seen) -> None:
    """WCAG 3.2.3, 3.2.4, 3.2.6: the same names in the same order, help and search among them.

    A player in other people's pages and slides for a wall are shown alone, without any frame.
    """
    alone = ("embed/", "slides/")
    frames = {facts["frame"]: path for path, facts in wide.facts.items() if not path.endswith(alone)}
    # A page in another language may have a frame in it.
    languages = {names.partition(":")[0] for names in frames}
    assert len(frames) == len(languages), frames
    english = next(names for names in frames if names.startswith("en"))
    assert "Accessibility" in english
    assert "A to Z" in english


@pytest.mark.xdist_group("wide")
def test_what_a_control_shows_is_in_its_name(wide: Seen) -> None:
    """WCAG 2.5.3: who speaks to a device says what they see."""
    assert wide.wrong("names") == {}


@pytest.mark.xdist_group("wide")
def test_focus_and_choices_change_nothing_by_surprise(wide: Seen) -> None:
    assert wide.wrong("moved") == {}


@pytest.mark.xdist_group("wide")
def test_no_wide_page_shifts_while_it_loads(wide: Seen) -> None:
    assert wide.wrong("shift") == {}


@pytest.mark.xdist_group("narrow")
def test_no_narrow_page_shifts_while_it_loads(narrow: Seen) -> None:
    assert narrow.wrong("shift") == {}


@pytest.mark.xdist_group("narrow")
def test_at_400_percent_zoom_no_page_scrolls_two_ways(narrow: Seen) -> None:
    assert narrow.wrong("sideways") == {}


@pytest.mark.xdist_group("narrow")
def test_with_the_reader_s_own_spacing_nothing_is_cut_off(narrow: Seen) -> None:
    assert narrow.wrong("spaced") == {}


@pytest.mark.xdist_group("plain")
def test_without_javascript_every_page_can_be_read_and_every_link_reached(plain: Seen) -> None:
    assert plain.wrong("headings") == {}
    assert plain.wrong("lost") == {}


def test_a_transcript_in_another_language_says_so(fixture_served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.goto(fixture_served.url + "webinars/talking-it-over/")
    assert page.get_by_text("Pwy benderfynodd?").evaluate("e => e.closest('[lang]').lang") == "cy"
