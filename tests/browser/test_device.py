"""What stays on the device: nothing before it is needed, all of it listed, and cleared when a reader asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe_violations
from tests.browser.kinds import PAGE_KINDS
from tests.servers import Server

NewPage = Callable[..., Page]

ADDRESS = "about/what-stays-on-your-device/"
KEEP = "items => { for (const [key, value] of Object.entries(items)) localStorage.setItem(key, value); }"
ALL = {
    "doing-with:plan:why": "Our words",
    "doing-with:plan:who": "More words",
    "doing-with:position:the-ladder": "60",
    "doing-with:scheme": "dark",
    "another-site": "stays",
}


@pytest.fixture
def kept(served: Server, new_page: NewPage) -> Page:
    """The page, on a device that keeps a few things."""
    page = new_page()
    page.goto(served.url + ADDRESS)
    page.evaluate(KEEP, ALL)
    page.reload()
    expect(page.locator("[data-kept-on-device].is-ready")).to_be_visible()
    return page


def clear(page: Page, name: str, answer: str = "Clear it") -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.get_by_role("button", name=answer, exact=True).click()


def test_each_thing_says_whether_it_is_kept(kept: Page) -> None:
    states = kept.locator("[data-state]").all_text_contents()
    assert states[:4] == [*["Kept on this device now."] * 3, "Not kept on this device."]
    assert len([state for state in states if state.startswith("Kept")]) == 3


def test_one_thing_is_cleared_and_the_others_stay(kept: Page) -> None:
    clear(kept, "Clear the words of your plan", "Keep it")
    assert kept.evaluate("localStorage.length") == len(ALL)
    clear(kept, "Clear the words of your plan")
    expect(kept.get_by_role("status")).to_have_text("Cleared from this device: The words of your plan.")
    left = set(kept.evaluate("Object.keys(localStorage)"))
    assert left == {key for key in ALL if ":plan:" not in key}
    # The focus is where it was: on the button.
    expect(kept.get_by_role("button", name="Clear the words of your plan")).to_be_focused()


def test_all_of_it_is_cleared_and_shows_at_once(kept: Page) -> None:
    assert kept.evaluate("document.documentElement.dataset.scheme") == "dark"
    clear(kept, "Clear all of it")
    expect(kept.get_by_role("status")).to_have_text("Cleared from this device: all of it.")
    assert kept.evaluate("Object.keys(localStorage)") == ["another-site"]
    assert kept.evaluate("document.documentElement.dataset.scheme ?? ''") == ""
    expect(kept.locator("#scheme")).to_have_value("system")


def test_the_page_is_reached_from_every_foot_and_has_no_barrier_that_axe_finds(served: Server, kept: Page) -> None:
    assert axe_violations(kept) == []
    kept.goto(served.url)
    kept.get_by_role("contentinfo").get_by_role("link", name="What stays on your device").click()
    expect(kept.get_by_role("heading", level=1)).to_have_text("What stays on your device")


def test_without_javascript_there_is_no_button_that_does_nothing(served: Server, new_page: NewPage) -> None:
    page = new_page(javascript=False)
    page.goto(served.url + ADDRESS)
    expect(page.get_by_text("The words of your plan", exact=True)).to_be_visible()
    assert page.locator("[data-kept-on-device]").get_by_role("button").count() == 0


def test_nothing_is_kept_before_a_reader_does_something(served: Server, new_page: NewPage) -> None:
    page = new_page()
    for address in (*PAGE_KINDS.values(), ADDRESS):
        page.goto(served.url + address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""], address


def test_searched_words_go_to_no_other_address(served: Server, new_page: NewPage) -> None:
    page = new_page()
    referrers: list[str] = []
    page.on("request", lambda request: referrers.append(request.headers.get("referer", "")))
    page.goto(f"{served.url}search/?q=secretword")
    page.wait_for_load_state("networkidle")
    assert len(referrers) > 5
    assert [referrer for referrer in referrers if "secretword" in referrer] == []
