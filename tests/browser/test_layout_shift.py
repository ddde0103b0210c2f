"""Nothing jumps under the reader's finger, on a slow device either."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import PAGE_KINDS
from tests.browser.slow import MOST_SHIFT, layout_shift, slow_down
from tests.servers import Server

NewPage = Callable[..., Page]

PUSH_DOWN = """() => {
  const pusher = document.createElement('div');
  pusher.style.height = '20rem';
  document.querySelector('main').before(pusher);
}"""


@pytest.fixture(scope="module")
def slowly_served(site: Path) -> Iterator[Server]:
    """Pages that come in pieces: what stands first must not move when the rest arrives."""
    with Server(site, slowly=True) as server:
        yield server


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_no_kind_of_page_jumps_while_it_loads_on_a_slow_device_and_connection(
    slowly_served: Server, new_page: NewPage, kind: str, width: int
) -> None:
    page = new_page(width=width, height=740)
    slow_down(page)
    page.goto(slowly_served.url + PAGE_KINDS[kind], wait_until="load")
    if "?q=" in PAGE_KINDS[kind]:
        expect(page.locator("[data-search-status]")).to_contain_text("result")
    assert layout_shift(page) <= MOST_SHIFT


def test_a_page_that_jumps_is_noticed(served: Server, new_page: NewPage) -> None:
    page = new_page(width=360, height=740)
    slow_down(page)
    page.goto(served.url + "do/access/", wait_until="load")
    page.evaluate(PUSH_DOWN)
    assert layout_shift(page) > MOST_SHIFT
