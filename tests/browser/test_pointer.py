"""What a mouse or a finger does: nothing happens until it is lifted, so who slips can slide away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.servers import Server

NewPage = Callable[..., Page]

OURS = "button:visible, summary:visible"
# A slider follows the pointer by its nature, and goes back the same way.
THE_BROWSERS = ("a:visible", "input:not([type=range]):visible")
ENOUGH = 6
"""Of each kind of control that is the browser's own."""

# All that a control of ours can change: the address, the page, what plays, what is open, what is ticked.
STATE = """() => JSON.stringify([
  location.href, document.documentElement.outerHTML,
  [...document.querySelectorAll('audio, video')].map((media) => [media.paused, media.currentTime]),
  [...document.querySelectorAll(':popover-open, dialog[open]')].length,
  [...document.querySelectorAll('input, select, textarea')].map((field) => [field.value, field.checked]),
])"""


def settled(page: Page) -> str:
    """The state once it stays: what answers to scrolling, such as the marks in the contents, has its turn first."""
    before = ""
    while (now := str(page.evaluate(STATE))) != before:
        before = now
        page.wait_for_timeout(150)
    return now


def done_on_press(page: Page) -> list[str]:
    """Controls that do something when they are pressed and the pointer is lifted elsewhere."""
    found = []
    controls = page.locator(OURS).all() + [one for kind in THE_BROWSERS for one in page.locator(kind).all()[:ENOUGH]]
    for control in controls:
        control.scroll_into_view_if_needed()
        if control.get_attribute("data-suggest"):
            # The press gives it the focus, which loads the suggestions once.
            control.focus()
            expect(control).to_have_role("combobox")
        before = settled(page)
        box = control.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(1, 1)
        page.mouse.up()
        if page.evaluate(STATE) != before:
            found.append(control.evaluate("element => element.outerHTML.slice(0, 120)"))
    return found


@pytest.mark.parametrize(
    "path",
    ["do/access/", "webinars/", "webinars/the-ladder/", "tools/which-rung/", "tools/is-it-real/", "search/?q=pay"],
)
def test_nothing_is_done_by_a_press_that_slides_away(served: Server, new_page: NewPage, path: str) -> None:
    """WCAG 2.5.2."""
    page = new_page(width=320)
    page.goto(served.url + path, wait_until="networkidle")
    assert done_on_press(page) == []


def test_what_is_done_on_the_press_is_reported(fixture_served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.goto(fixture_served.url)
    page.evaluate("""() => {
      const button = document.createElement('button');
      button.textContent = 'Planted';
      button.addEventListener('pointerdown', () => button.setAttribute('aria-pressed', 'true'));
      document.querySelector('main').prepend(button);
    }""")
    (found,) = done_on_press(page)
    assert "Planted" in found
