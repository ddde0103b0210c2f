"""Old addresses lead to the new ones, with the part that was asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.servers import Server


@pytest.mark.parametrize(
    ("old", "javascript", "new"),
    [
        ("understand/is-it-real/#signs", True, "understand/real-or-faux/#signs"),
        # A refresh forgets the part; the page is the right one.
        ("understand/is-it-real/#signs", False, "understand/real-or-faux/"),
        ("webinars/an-older-name/transcript.html#t-20", True, "webinars/talking-it-over/transcript.html#t-20"),
        ("webinars/an-older-name/embed/", True, "webinars/talking-it-over/embed/"),
    ],
)
def test_an_old_address_leads_to_the_new_one(
    fixture_served: Server, new_page: Callable[..., Page], old: str, javascript: bool, new: str
) -> None:
    page = new_page(javascript=javascript)
    page.goto(fixture_served.url + old)
    page.wait_for_url(fixture_served.url + new)
