"""The player for other sites: in a frame, from 280 pixels, with a link back; other pages refuse frames."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.browser.axe import axe_violations
from tests.browser.player_page import PlayerPage
from tests.fixture_project import PUBLIC_URL
from tests.servers import Server

NARRATED = "webinars/a-short-script/embed/"
RECORDED = "webinars/talking-it-over/embed/"
OUTSIDE = "webinars/elsewhere-on-youtube/embed/"

NewPage = Callable[..., Page]


def test_the_player_works_in_a_frame_on_another_site(new_page: NewPage, fixture_served: Server, tmp_path: Path) -> None:
    frame_address = fixture_served.url + RECORDED
    (tmp_path / "index.html").write_text(
        f'<!doctype html><html lang=en><title>A trainer</title><iframe title="A webinar" src="{frame_address}"'
        ' width="280" height="640" allow="autoplay"></iframe>',
        encoding="utf-8",
    )
    with Server(tmp_path) as trainer:
        page = new_page()
        page.goto(trainer.url)
        frame = page.frame_locator("iframe")
        frame.get_by_text("Chapters").click()
        frame.get_by_role("link", name="Talking about the pool").click()
        expect(frame.locator("[data-caption]")).to_contain_text("Who decided when the pool is open?")
        expect(frame.locator(".chapters a[aria-current]")).to_have_text("Talking about the pool")
        frame.get_by_role("button", name="Play", exact=True).click()
        expect(frame.get_by_role("button", name="Pause")).to_be_visible()
        assert page.url == trainer.url
        frame.get_by_role("link", name="Transcript and more on Doing With").click()
        page.wait_for_url(fixture_served.url + "webinars/talking-it-over/")


def test_it_plays_under_the_strict_policy_of_a_page_of_another_origin(
    new_page: NewPage, public_site: Path, tmp_path: Path
) -> None:
    """By the code that the share panel gives. What the trainer's page forbids itself, the frame does not need of it."""
    shared = BeautifulSoup((public_site / "webinars/a-short-script/index.html").read_text("utf-8"), "html.parser")
    code = shared.select_one("[data-share-embed]")
    assert code
    with Server(public_site) as club, Server(tmp_path) as trainer:
        frame_code = code.get_text().replace(PUBLIC_URL, club.url)
        for name, frames in (("index.html", club.url), ("closed.html", "'none'")):
            policy = f"default-src 'none'; frame-src {frames}; base-uri 'none'; form-action 'none'"
            (tmp_path / name).write_text(
                f'<!doctype html><html lang="en"><meta charset="utf-8"><title>A trainer</title>'
                f'<meta http-equiv="Content-Security-Policy" content="{policy}">{frame_code}',
                encoding="utf-8",
            )
        page = new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        page.goto(trainer.url)
        assert page.url.split("/")[2] != club.url.split("/")[2]
        frame = page.frame_locator("iframe")
        frame.get_by_role("button", name="Play", exact=True).click()
        expect(frame.locator("[data-caption]")).to_contain_text("Imagine a club that opens its doors")
        assert refused == []
        # The policy does hold: without the leave for this frame, there is none.
        page.goto(f"{trainer.url}closed.html")
        page.wait_for_timeout(200)
        assert any("frame-src" in text for text in refused)


@pytest.mark.parametrize("address", [NARRATED, RECORDED, OUTSIDE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_into_280_pixels_and_axe_finds_nothing(
    new_page: NewPage, fixture_served: Server, address: str, scheme: str
) -> None:
    page = new_page(width=280, scheme=scheme)
    page.goto(fixture_served.url + address)
    page.get_by_text("Chapters").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 280
    assert axe_violations(page) == []


def test_the_slide_of_a_narration_goes_with_it(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), fixture_served.url + NARRATED).ready()
    player.page.get_by_text("Chapters").click()
    player.page.get_by_role("link", name="Saying what changed").click()
    expect(player.page.locator(".slide[aria-current]")).to_contain_text("We said. We did.")


def test_a_moment_in_the_frames_address_is_kept(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), f"{fixture_served.url}{RECORDED}#t=26").ready()
    player.expect_time(26)
    assert player.is_paused


def test_without_javascript_its_chapters_lead_to_the_words(new_page: NewPage, fixture_served: Server) -> None:
    page = new_page(javascript=False)
    page.goto(fixture_served.url + RECORDED)
    page.get_by_text("Chapters").click()
    page.get_by_role("link", name="Talking about the pool").click()
    page.wait_for_url(f"{fixture_served.url}webinars/talking-it-over/#t-20")


def test_only_the_player_may_be_framed(fixture_site: Path) -> None:
    rules = (fixture_site / "_headers").read_text(encoding="utf-8")
    everywhere, player = rules.split("/webinars/:slug/embed/*")
    assert "X-Frame-Options: DENY" in everywhere
    assert "frame-ancestors" not in everywhere
    # The whole policy: some hosts send only the last rule of a name.
    (own,) = [line for line in player.splitlines() if "Content-Security-Policy:" in line]
    (general,) = [line for line in everywhere.splitlines() if "Content-Security-Policy:" in line]
    assert own == f"{general}; frame-ancestors *"
