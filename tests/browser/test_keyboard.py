"""Everything can be reached and used by keyboard, in reading order, with a focus that can be seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import PAGE_KINDS
from tests.browser.pages import covering_paths
from tests.browser.waiting import until
from tests.servers import Server

NewPage = Callable[..., Page]

PARTS = 3
"""The pages are visited in parts, so that several workers share the walk."""

MOST_STOPS = 600
AT_ONCE = 20
"""Keys between two questions to the page."""

# Keeps what each stop of the Tab key is, when the next one goes down: the page has scrolled to it by then.
KEEP_STOPS = """() => {
  // Only what can be a stop is counted: scripts add lists below fields once somebody comes to them.
  const stops = 'a[href], area[href], button, input, select, textarea, summary, audio, video, iframe, [tabindex]';
  const stop = () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const media = element.matches('audio, video');
    const rectangles = [...element.getClientRects()].filter((r) => r.width > 0 && r.height > 0);
    const box = element.getBoundingClientRect();
    const inView = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
      && box.left >= -1 && box.right <= document.documentElement.clientWidth + 1;
    const uncovered = rectangles.some((r) => {
      const x = Math.min(Math.max(r.left + r.width / 2, 0), innerWidth - 1);
      const y = Math.min(Math.max(r.top + r.height / 2, 0), innerHeight - 1);
      const hit = document.elementFromPoint(x, y);
      return hit && (element.contains(hit) || hit.contains(element) && hit.matches('label'));
    }) || box.height > innerHeight;
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const inline = style.display === 'inline';
    const name = (element.getAttribute('aria-label') || element.innerText || element.labels?.[0]?.innerText
      || element.getAttribute('title') || element.value || '').trim();
    const order = [...document.querySelectorAll(stops)].indexOf(element);
    return {
      html: element.outerHTML.slice(0, 110), order, name: media || name !== '', inView, uncovered,
      outlined: media || outlined,
      large: media || inline || Math.min(box.width, box.height) >= 24 || element.matches('main, [tabindex="-1"]'),
      key: order + element.tagName,
    };
  };
  window.stops = [];
  addEventListener('keydown', (event) => event.key === 'Tab' && window.stops.push(stop()), true);
}"""


def walk(page: Page, back: bool = False) -> list[dict[str, object]]:
    """Every stop from where the focus is to where it leaves the page, with the Tab key held down."""
    # Slides for a wall hide all but one when their script has come: nobody tabs through them before.
    expect(page.locator(".projector:not(.is-ready)")).to_have_count(0)
    until(page, "!document.querySelector('[aria-busy=true]')")
    page.evaluate(KEEP_STOPS)
    if back:
        page.keyboard.down("Shift")
    for _ in range(MOST_STOPS // AT_ONCE):
        for _ in range(AT_ONCE):
            page.keyboard.down("Tab")
        # The first is where the focus was before the walk.
        visited: list[dict[str, object] | None] = page.evaluate("window.stops.slice(1)")
        stops: list[dict[str, object]] = []
        for stop in visited:
            if stop is None or (stops and stop["key"] == stops[0]["key"]):
                page.keyboard.up("Shift")
                return stops
            stops.append(stop)
    raise AssertionError(f"{page.url}: the Tab key has not left the page after {MOST_STOPS} stops")


def faults(page: Page, stops: list[dict[str, object]]) -> list[str]:
    """What is wrong with the stops: a line each, with the page's address."""
    found = []
    checks = {
        "name": "has no name",
        "inView": "is outside the window",
        "uncovered": "is covered",
        "outlined": "shows no focus",
        "large": "is smaller than 24 px",
    }
    for stop in stops:
        found += [f"{page.url} {message}: {stop['html']}" for check, message in checks.items() if not stop[check]]
    orders = [int(str(stop["order"])) for stop in stops]
    if "#" in page.url:
        # The walk began at the part that the address names, and may have come round to what stands before it.
        first = orders.index(min(orders))
        orders = orders[first:] + orders[:first]
    if orders not in (sorted(orders), sorted(orders, reverse=True)):
        found.append(f"{page.url} the focus does not follow the reading order")
    return found


@pytest.mark.early
@pytest.mark.parametrize("part", range(PARTS))
def test_every_stop_of_the_tab_key_is_named_seen_and_in_order(
    served: Server, site: Path, new_page: NewPage, part: int
) -> None:
    """On pages that hold every kind of element, in a narrow window, where most can be covered or out of sight."""
    page = new_page(width=320)
    found = []
    for path in covering_paths(site)[part::PARTS]:
        page.goto(served.url + path)
        stops = walk(page)
        assert stops, path
        found += faults(page, stops)
    assert found == []


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_in_a_wide_window_each_kind_of_page_has_such_stops_too(served: Server, new_page: NewPage, kind: str) -> None:
    page = new_page(width=1280)
    page.goto(served.url + PAGE_KINDS[kind])
    stops = walk(page)
    assert stops
    assert faults(page, stops) == []


def test_the_way_back_has_the_same_stops(served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.goto(served.url + "do/access/")
    forwards = [stop["key"] for stop in walk(page)]
    page.evaluate("document.activeElement.blur()")
    page.goto(served.url + "do/access/")
    backwards = [stop["key"] for stop in walk(page, back=True)]
    assert backwards == list(reversed(forwards))


def test_the_skip_link_is_first_and_leads_to_the_main_part(served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.goto(served.url + "do/access/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the main content")
    assert skip.evaluate("a => a === document.activeElement && a.getBoundingClientRect().top >= 0")
    assert page.get_by_role("banner").get_by_role("link", name="Skip to the main content").count() == 1
    page.keyboard.press("Enter")
    assert page.get_by_role("main").evaluate("main => main === document.activeElement")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_opens_walks_and_closes_by_keyboard(served: Server, new_page: NewPage) -> None:
    page = new_page(width=320)
    page.goto(served.url + "do/access/")
    button = page.get_by_role("button", name="Menu", exact=True)
    closed = [stop["html"] for stop in walk(page)]
    assert not any("site-search" in str(html) for html in closed)
    page.goto(served.url + "do/access/")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator("#menu").evaluate("menu => menu.matches(':popover-open')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#menu').contains(document.activeElement)")
    current = page.get_by_role("navigation", name="Main").locator("[aria-current]")
    assert current.inner_text() == "Do it"
    page.keyboard.press("Escape")
    assert not page.locator("#menu").evaluate("menu => menu.matches(':popover-open')")
    assert button.evaluate("b => b === document.activeElement")
    assert not page.get_by_role("navigation", name="Main").is_visible()


def test_the_colours_follow_the_device_until_the_reader_chooses(served: Server, new_page: NewPage) -> None:
    page = new_page(scheme="dark")
    page.goto(served.url)
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.get_by_label("Colours").select_option("light")
    light = page.evaluate(background)
    assert light != dark
    page.goto(served.url + "do/access/")
    assert page.evaluate(background) == light
    assert page.get_by_label("Colours").input_value() == "light"
    page.get_by_label("Colours").select_option("system")
    assert page.evaluate(background) == dark


def test_a_table_that_scrolls_can_be_scrolled_by_keyboard(served: Server, new_page: NewPage) -> None:
    page = new_page(width=320)
    page.goto(served.url + "do/sharing-decisions-and-money/")
    region = page.locator(".table-scroll").first
    region.focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.activeElement.scrollLeft > 0")


@pytest.mark.parametrize("key", ["f", "s", "/", "n", "p", ".", ","])
def test_no_single_key_does_anything(served: Server, new_page: NewPage, key: str) -> None:
    """WCAG 2.1.4."""
    page = new_page()
    page.goto(served.url + "do/access/")
    before = page.evaluate("[location.href, document.activeElement.tagName, scrollY].join()")
    page.keyboard.press(key)
    assert page.evaluate("[location.href, document.activeElement.tagName, scrollY].join()") == before
