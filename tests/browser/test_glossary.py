"""The words that open their meaning, as a reader meets them: by keyboard, small, printed, without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import axe_violations
from tests.browser.pages import page_paths
from tests.servers import Server

NewPage = Callable[..., Page]

GUIDE = "do/who-is-in-the-room/"


class Mark(TypedDict):
    """A term as a page shows it, and whether its meaning is all on the screen."""

    target: str
    fits: bool
    orphan: bool


EVERY_MARK = """() => [...document.querySelectorAll(".term-mark")].map((mark) => {
  const button = mark.querySelector("button");
  const meaning = document.getElementById(button.getAttribute("popovertarget"));
  const fits = ["start", "center", "end"].every((block) => {
    button.scrollIntoView({ block });
    button.click();
    const box = meaning.getBoundingClientRect();
    button.click();
    return box.height > 0 && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
  });
  const last = mark.lastChild;
  const range = document.createRange();
  range.selectNodeContents(last);
  const orphan = last.nodeType === Node.TEXT_NODE && last.data !== ""
    && range.getBoundingClientRect().top >= button.getBoundingClientRect().bottom;
  return { target: meaning.id, fits, orphan };
})"""


@pytest.mark.parametrize("javascript", [True, False])
def test_a_meaning_opens_by_keyboard_and_gives_the_place_back(
    served: Server, new_page: NewPage, javascript: bool
) -> None:
    page = new_page(javascript=javascript)
    page.goto(served.url + GUIDE)
    term = page.locator("button.term").first
    meaning = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(meaning).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    expect(term).to_be_focused()
    page.keyboard.press("Tab")
    expect(meaning.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(term).to_be_focused()
    page.keyboard.press("Space")
    expect(meaning).to_be_visible()
    page.mouse.click(5, 5)
    expect(meaning).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_meaning(served: Server, new_page: NewPage, scheme: str) -> None:
    page = new_page(width=320, scheme=scheme)
    page.goto(served.url + GUIDE)
    page.locator("button.term").first.press("Enter")
    expect(page.locator(".meaning:popover-open")).to_be_visible()
    assert axe_violations(page) == []


@pytest.fixture(scope="module")
def marks(served: Server, site: Path, browser: Browser) -> dict[str, list[Mark]]:
    """Every term of every page at 320 x 512 pixels, under the page's address."""
    context = browser.new_context(viewport={"width": 320, "height": 512}, reduced_motion="reduce")
    page = context.new_page()
    found = {}
    for path in page_paths(site):
        page.goto(served.url + path)
        found[path] = page.evaluate(EVERY_MARK)
    context.close()
    return found


@pytest.mark.xdist_group("marks")
def test_no_page_opens_more_than_eight_meanings_and_none_twice(marks: dict[str, list[Mark]]) -> None:
    assert {path for path, found in marks.items() if len(found) > 8} == set()
    assert {path for path, found in marks.items() if len({mark["target"] for mark in found}) < len(found)} == set()
    assert sum(map(len, marks.values())) > 100


@pytest.mark.xdist_group("marks")
def test_no_meaning_opens_on_the_glossary_or_in_easier_words(marks: dict[str, list[Mark]]) -> None:
    assert {path for path, found in marks.items() if found and path.startswith(("glossary/", "easier/"))} == set()


@pytest.mark.xdist_group("marks")
def test_every_meaning_fits_on_a_small_screen_wherever_its_word_is(marks: dict[str, list[Mark]]) -> None:
    outside = [(path, mark) for path, found in marks.items() for mark in found if not mark["fits"]]
    assert outside == []


@pytest.mark.xdist_group("marks")
def test_a_line_never_starts_with_the_full_stop_after_a_term(marks: dict[str, list[Mark]]) -> None:
    orphans = [(path, mark) for path, found in marks.items() for mark in found if mark["orphan"]]
    assert orphans == []


def test_on_paper_a_term_is_a_word_like_any_other(served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.goto(served.url + GUIDE)
    page.emulate_media(media="print")
    term = page.locator("button.term").first
    assert term.evaluate("element => getComputedStyle(element).textDecorationLine") == "none"
    assert page.locator(".meaning:visible").count() == 0


def test_the_glossary_leads_to_each_letter_and_each_word(served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{served.url}glossary/")
    page.get_by_role("navigation", name="Letters").get_by_role("link", name="N", exact=True).click()
    expect(page.get_by_role("heading", name="N", exact=True)).to_be_in_viewport()
    page.goto(f"{served.url}glossary/#ncag")
    expect(page.locator("#ncag")).to_be_in_viewport()
    expect(page.locator("#ncag dt")).to_have_text("National Co-production Advisory Group (NCAG)")
