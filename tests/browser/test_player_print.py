"""A printed webinar: its words, how it was made, its address and a QR code; nothing that only works on a screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.servers import Server

NARRATED = "webinars/a-short-script/"
YOUTUBE = "webinars/elsewhere-on-youtube/"


@pytest.fixture
def printed(new_page: Callable[..., Page], fixture_served: Server) -> Page:
    """The narrated webinar as the printer gets it."""
    page = new_page(width=720)
    page.goto(fixture_served.url + NARRATED)
    page.emulate_media(media="print")
    return page


def test_paper_has_what_can_be_read(printed: Page) -> None:
    expect(printed.get_by_role("heading", level=1)).to_be_visible()
    for heading in ("Chapters", "Transcript", "How this webinar was made"):
        expect(printed.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(printed.get_by_text("Imagine a club that opens its doors on Monday.")).to_be_visible()
    expect(printed.locator(".on-slide").first).to_be_visible()
    expect(printed.locator(".said .moment").first).to_be_visible()


def test_paper_leads_back_to_the_page(new_page: Callable[..., Page], public_site: Path) -> None:
    with Server(public_site) as server:
        page = new_page(width=720)
        page.goto(server.url + NARRATED)
        page.emulate_media(media="print")
        expect(page.get_by_role("img", name="QR code that leads to this page")).to_be_visible()
        expect(page.get_by_text("This page: http")).to_contain_text(NARRATED)


def test_paper_of_a_copy_without_an_address_names_none(printed: Page) -> None:
    expect(printed.get_by_text("This page: http")).to_have_count(0)


def test_paper_has_nothing_to_press(printed: Page) -> None:
    for gone in ("audio", "button", "input", "select", "iframe", "textarea", ".caption", ".slides", ".site-header"):
        assert printed.locator(f"{gone}:visible").count() == 0, gone


def test_paper_has_no_outside_player(new_page: Callable[..., Page], fixture_served: Server) -> None:
    page = new_page()
    page.goto(fixture_served.url + YOUTUBE)
    page.emulate_media(media="print")
    expect(page.get_by_text("The pool is open on Tuesdays.")).to_be_visible()
    assert page.locator("[data-outside]:visible").count() == 0


def test_the_screen_has_no_qr_code(new_page: Callable[..., Page], fixture_served: Server) -> None:
    page = new_page()
    page.goto(fixture_served.url + NARRATED)
    expect(page.locator(".page-address")).to_be_hidden()
