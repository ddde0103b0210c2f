"""Promises that every page of the site keeps: machine-checked accessibility, one column, no outside request."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import COLOUR_RULES, axe_violations
from tests.browser.pages import page_paths
from tests.servers import Server

NewPage = Callable[..., Page]

WIDTHS = (320, 768, 1280)

PARTS = 4
"""The pages are visited in parts, so that two workers share the longest test."""


# WCAG 1.4.12: the spacing that a reader may set.
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""

CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((element) => {
  const style = getComputedStyle(element);
  if (!['hidden', 'clip'].includes(style.overflowX) && !['hidden', 'clip'].includes(style.overflowY)) return false;
  if (element.closest('.visually-hidden, svg, audio, video') || !element.textContent.trim()) return false;
  return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
}).map((element) => element.outerHTML.slice(0, 120))"""

SCROLLS_SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(served: Server, site: Path, new_page: NewPage, part: int) -> None:
    """In three widths; all rules in the light scheme, those about colours in the dark one too."""
    page = new_page()
    violations = []
    for path in page_paths(site)[part::PARTS]:
        page.goto(served.url + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            violations += axe_violations(page)
            page.emulate_media(color_scheme="dark")
            violations += axe_violations(page, only=COLOUR_RULES)
            page.emulate_media(color_scheme="light")
    assert violations == []


def test_no_page_asks_another_origin_breaks_its_policy_or_reports_an_error(
    served: Server, site: Path, new_page: NewPage
) -> None:
    page = new_page()
    outside: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(served.url) else outside.append(request.url))
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for path in page_paths(site):
        page.goto(served.url + path, wait_until="load")
    assert [url for url in outside if not url.startswith(("blob:", "data:"))] == []
    assert said == []


def test_at_400_percent_zoom_no_page_scrolls_two_ways(served: Server, site: Path, new_page: NewPage) -> None:
    """WCAG 1.4.10: 1280 x 1024 at 400 % is 320 x 256."""
    page = new_page(width=320, height=256)
    sideways = []
    for path in page_paths(site):
        page.goto(served.url + path)
        if page.evaluate(SCROLLS_SIDEWAYS):
            sideways.append(path)
    assert sideways == []


def test_with_the_reader_s_own_spacing_nothing_is_cut_off(served: Server, site: Path, new_page: NewPage) -> None:
    page = new_page(width=320)
    cut = {}
    for path in page_paths(site):
        page.goto(served.url + path)
        page.evaluate(
            "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }",
            TEXT_SPACING,
        )
        if found := page.evaluate(CUT_OFF):
            cut[path] = found
        if page.evaluate(SCROLLS_SIDEWAYS):
            cut.setdefault(path, []).append("scrolls sideways")
    assert cut == {}


def test_without_javascript_every_page_can_be_read_and_every_link_reached(
    served: Server, site: Path, new_page: NewPage
) -> None:
    page = new_page(width=320, javascript=False)
    lost = {}
    for path in page_paths(site):
        page.goto(served.url + path)
        assert page.locator("h1").count() == 1, path
        hidden = [
            link.get_attribute("href")
            for link in page.locator("a[href]").all()
            if not link.is_visible() and link.evaluate("a => !a.closest('[popover], .needs-js')")
        ]
        if hidden:
            lost[path] = hidden
    assert lost == {}


def test_every_page_has_a_title_of_its_own(served: Server, site: Path, new_page: NewPage) -> None:
    page = new_page()
    titles: dict[str, str] = {}
    for path in page_paths(site):
        page.goto(served.url + path)
        title = page.title()
        assert title.removesuffix(" - Doing With").strip(), path
        assert title not in titles, f"{path} and {titles[title]} are both called '{title}'"
        titles[title] = path


def test_no_picture_holds_text(served: Server, site: Path, new_page: NewPage) -> None:
    page = new_page()
    pictures = set()
    for path in page_paths(site):
        page.goto(served.url + path)
        pictures |= set(page.eval_on_selector_all("img, image, svg text", "all => all.map((e) => e.outerHTML)"))
    assert pictures == set()


def test_every_page_has_the_same_header_and_footer(served: Server, site: Path, new_page: NewPage) -> None:
    """WCAG 3.2.3, 3.2.4, 3.2.6: the same names in the same order, help and search among them."""
    page = new_page()
    seen = {}
    for path in page_paths(site):
        if path.endswith(("embed/", "transcript.html")):
            continue
        page.goto(served.url + path)
        names = page.eval_on_selector_all(
            ".site-header a, .site-header button, .site-header select, .site-header input, .site-footer a",
            "all => all.map((e) => e.tagName + ' ' + (e.innerText || e.name || e.id).trim()).join(', ')",
        )
        seen.setdefault(names, path)
    assert len(seen) == 1, seen
    (names,) = seen
    assert "Accessibility" in names
    assert "A to Z" in names


def test_what_a_control_shows_is_in_its_name(served: Server, site: Path, new_page: NewPage) -> None:
    """WCAG 2.5.3: who speaks to a device says what they see."""
    page = new_page()
    wrong = []
    for path in page_paths(site):
        page.goto(served.url + path)
        wrong += page.eval_on_selector_all(
            "a[aria-label], button[aria-label], summary[aria-label]",
            """all => all.filter((e) => e.innerText.trim()
              && !e.getAttribute('aria-label').toLowerCase().includes(e.innerText.trim().toLowerCase()))
              .map((e) => location.pathname + ' ' + e.outerHTML.slice(0, 160))""",
        )
    assert wrong == []


def test_a_transcript_in_another_language_says_so(fixture_served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.goto(fixture_served.url + "webinars/talking-it-over/")
    assert page.get_by_text("Pwy benderfynodd?").evaluate("e => e.closest('[lang]').lang") == "cy"


def test_focus_and_choices_change_nothing_by_surprise(served: Server, site: Path, new_page: NewPage) -> None:
    page = new_page()
    for path in page_paths(site):
        page.goto(served.url + path)
        address = page.url
        for control in page.locator("main select, main input[type=checkbox], header select").all():
            if control.is_visible():
                control.focus()
                assert page.url == address
        assert len(page.context.pages) == 1


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_shifts_while_it_loads(served: Server, site: Path, new_page: NewPage, width: int) -> None:
    page = new_page(width=width)
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => {"
        " for (const entry of list.getEntries()) window.shift += entry.value;"
        "}).observe({type: 'layout-shift', buffered: true});"
    )
    shifted = {}
    for path in page_paths(site):
        page.goto(served.url + path, wait_until="load")
        if (shift := page.evaluate("window.shift")) > 0.01:
            shifted[path] = shift
    assert shifted == {}
