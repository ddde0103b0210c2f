"""A script that does not load takes away what it would have done, and nothing else.

Networks drop files, and blockers and old caches keep some away. On each kind of page each script is kept away in
turn. Then the menu and the search can still be reached, everything can be read, and no control is there that does
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.kinds import PAGE_KINDS
from tests.browser.test_every_page import LOST_LINKS
from tests.servers import Server

NewPage = Callable[..., Page]

SCRIPTS = "assets/js"
_IMPORT = re.compile(r'\bfrom\s*"(\.[^"]+)"')
_IMPORT_LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
ON_OTHER_PAGES = re.compile(r"course\.js|course/.*|moved\.js")
"""Those of packages for learning platforms (test_packages.py), and of pages at old addresses (test_moved.py)."""

# A button of a popover or a dialog, and one that sends a form to an address, work by themselves.
DEAD_CONTROLS = """() => [...document.querySelectorAll('main button, main select, main input[type=checkbox]')].filter(
  (e) => e.checkVisibility({visibilityProperty: true}) && !e.matches('[popovertarget], form[action] *, .signs *')
).map((e) => e.outerHTML.slice(0, 120))"""

# What a tool that works has taken away: it gives the same in another way.
LOST_LINKS_WITHOUT_SCRIPT = LOST_LINKS.replace("'[popover], ", "'[popover], .is-ready .by-hand, .is-ready .result, ")

# The time for which a page waits for its scripts.
STOP_WAITING = "() => document.getAnimations().forEach((animation) => animation.finish())"


def needed(site: Path, entry: str, later: bool = False) -> set[str]:
    """The script and all that it imports, by their paths below assets/js; with ``later`` also what it asks for then."""
    found: set[str] = set()
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        folder = site / SCRIPTS / PurePosixPath(name).parent
        text = (site / SCRIPTS / name).read_text(encoding="utf-8")
        for address in (*_IMPORT.findall(text), *(_IMPORT_LATER.findall(text) if later else ())):
            waiting.append((folder / address).resolve().relative_to((site / SCRIPTS).resolve()).as_posix())
    return found


def entries(page: Page) -> list[str]:
    """The scripts that the page itself names, by their paths below assets/js."""
    addresses: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('script[src]')].map((script) => script.src)"
    )
    return [urlsplit(address).path.split(f"/{SCRIPTS}/")[1] for address in addresses]


def without(page: Page, script: str, address: str) -> None:
    """Opens the page while one script does not load, and waits as long as the page does."""

    def keep_away(route: Route) -> None:
        route.abort()

    page.route(f"**/{SCRIPTS}/{script}", keep_away)
    page.goto(address, wait_until="load")
    page.evaluate(STOP_WAITING)


def test_every_script_of_the_site_is_kept_away_once(site: Path, served: Server, new_page: NewPage) -> None:
    """The kinds of pages use all scripts, so the test below forgets none."""
    page = new_page()
    used: set[str] = set()
    for path in PAGE_KINDS.values():
        page.goto(served.url + path)
        for entry in entries(page):
            used |= needed(site, entry, later=True)
    there = {file.relative_to(site / SCRIPTS).as_posix() for file in (site / SCRIPTS).rglob("*.js")}
    assert used == {name for name in there if not ON_OTHER_PAGES.fullmatch(name)}


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_page_stays_usable_whichever_script_is_missing(
    site: Path, served: Server, new_page: NewPage, kind: str
) -> None:
    page = new_page(width=360, height=740)
    address = served.url + PAGE_KINDS[kind]
    page.goto(address)
    scripts = {entry: needed(site, entry) for entry in entries(page)}
    for script in sorted(set().union(*(needed(site, entry, later=True) for entry in scripts))):
        lame = new_page(width=360, height=740)
        without(lame, script, address)
        assert lame.evaluate(LOST_LINKS_WITHOUT_SCRIPT) == [], script
        expect(lame.get_by_role("heading", level=1), script).to_be_visible()
        broken = {entry for entry, files in scripts.items() if script in files}
        if broken - {"site.js", "scheme.js"}:
            assert lame.evaluate(DEAD_CONTROLS) == [], script
        if kind not in ("player alone", "slides to project"):
            reach_menu_and_search(lame, "site.js" in broken)
        if kind.startswith("search") and "search.js" in broken:
            expect(lame.get_by_text("Search is not available here."), script).to_be_visible()
            expect(lame.get_by_role("link", name="Everything from A to Z"), script).to_be_visible()
        if kind in ("questions", "signs") and broken - {"site.js", "scheme.js"}:
            expect(lame.locator(".by-hand").first, script).to_be_visible()
        lame.context.close()


def reach_menu_and_search(page: Page, is_choice_dead: bool) -> None:
    """On a phone, by the menu's button."""
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.click()
    expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Webinars")).to_be_visible()
    expect(page.get_by_label("Search the site")).to_be_visible()
    if is_choice_dead:
        expect(page.get_by_label("Colours")).to_be_hidden()
    else:
        expect(page.get_by_label("Colours")).to_be_visible()
    page.get_by_role("button", name="Close the menu").click()
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()


def test_without_any_script_the_menu_opens(served: Server, new_page: NewPage) -> None:
    page = new_page(width=360, javascript=False)
    page.goto(served.url + "do/access/")
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    expect(page.get_by_label("Colours")).to_be_hidden()
