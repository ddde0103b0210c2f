"""Outside recordings: nothing is asked of a provider before the reader asks, and then only what is needed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe_violations
from tests.servers import Server

YOUTUBE = "webinars/elsewhere-on-youtube/"
STAND_IN = "<!doctype html><html lang=en><title>A stand-in for the provider</title><main><h1>Player</h1></main>"

PROVIDERS = [
    (
        YOUTUBE,
        "YouTube",
        "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&start=40",
        "https://www.youtube.com/watch?v=abcdefghijk",
    ),
    (
        "webinars/elsewhere-on-vimeo/",
        "Vimeo",
        "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1#t=40s",
        "https://vimeo.com/123456789",
    ),
    (
        "webinars/elsewhere-on-peertube/",
        "PeerTube",
        "https://video.example.org/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d?autoplay=1&start=40s",
        "https://video.example.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d",
    ),
]


class Outside:
    """A page with an outside recording. ``requests`` are the ones that left the site, with their referrer."""

    def __init__(self, page: Page, site: Server) -> None:
        self.page = page
        self.site = site
        self.requests: list[tuple[str, str]] = []
        page.route(lambda url: not url.startswith(site.url), self._answer)

    def _answer(self, route: object) -> None:
        request = route.request  # type: ignore[attr-defined]
        self.requests.append((request.url, request.headers.get("referer", "")))
        route.fulfill(body=STAND_IN, content_type="text/html")  # type: ignore[attr-defined]

    def open(self, address: str) -> Outside:
        """Opens a page of the site and lets it come to rest."""
        self.page.goto(self.site.url + address)
        self.page.wait_for_load_state("networkidle")
        return self

    def button(self, provider: str = "YouTube") -> object:
        """The button that loads the player."""
        return self.page.get_by_role("button", name=f"Play from {provider} here")


@pytest.fixture
def outside(new_page: Callable[..., Page], fixture_served: Server) -> Outside:
    """A page whose requests to other sites are answered by a stand-in."""
    return Outside(new_page(), fixture_served)


@pytest.mark.parametrize(("address", "provider", "embed", "watch"), PROVIDERS)
def test_a_click_loads_the_player_at_the_moment_and_nothing_before_it(
    outside: Outside, address: str, provider: str, embed: str, watch: str
) -> None:
    outside.open(f"{address}#t=40")
    assert outside.requests == []
    assert outside.page.locator("iframe, link[rel=preconnect], link[rel=dns-prefetch]").count() == 0
    link = outside.page.get_by_role("link", name=f"Watch on {provider}")
    expect(link).to_have_attribute("href", watch)
    expect(outside.page.get_by_text(f"If you play it here, {provider} learns your internet address")).to_be_visible()
    outside.page.get_by_role("button", name=f"Play from {provider} here").click()
    frame = outside.page.locator("iframe")
    expect(frame).to_have_attribute("src", embed)
    expect(frame).to_have_attribute("referrerpolicy", "strict-origin-when-cross-origin")
    expect(frame).to_have_attribute("title", f"Elsewhere on {provider}, on {provider}")
    expect(outside.page.frame_locator("iframe").get_by_role("heading", name="Player")).to_be_visible()
    assert outside.requests == [(embed.split("#")[0], outside.site.url)]


def test_axe_finds_nothing_before_and_after_the_player_is_loaded(outside: Outside) -> None:
    outside.open(YOUTUBE)
    assert axe_violations(outside.page) == []
    outside.page.get_by_role("button", name="Play from YouTube here").click()
    expect(outside.page.frame_locator("iframe").get_by_role("heading", name="Player")).to_be_visible()
    assert axe_violations(outside.page) == []


def test_the_transcript_seeks_in_a_loaded_player_and_only_there(outside: Outside) -> None:
    outside.open(YOUTUBE)
    times = outside.page.locator(".said[data-start]").get_by_role("link")
    times.nth(1).click()
    assert outside.requests == []
    outside.page.get_by_role("button", name="Play from YouTube here").click()
    expect(outside.page.locator("iframe")).to_have_attribute(
        "src", "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&start=20"
    )
    times.nth(2).click()
    expect(outside.page.locator("iframe")).to_have_attribute(
        "src", "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&start=40"
    )


def test_the_choice_is_remembered_and_withdrawn(outside: Outside) -> None:
    outside.open(YOUTUBE)
    always = outside.page.get_by_label("Show the YouTube player straight away on this device.")
    always.check()
    assert outside.requests == []
    outside.open(YOUTUBE)
    src = outside.page.locator("iframe").get_attribute("src")
    assert src is not None
    assert "autoplay" not in src
    outside.open("webinars/elsewhere-on-vimeo/")
    assert outside.page.locator("iframe").count() == 0
    outside.open(YOUTUBE)
    always.uncheck()
    outside.page.get_by_role("button", name="Close the YouTube player").click()
    expect(outside.page.locator("iframe")).to_have_count(0)
    expect(outside.page.get_by_role("button", name="Play from YouTube here")).to_be_focused()
    outside.requests.clear()
    outside.open(YOUTUBE)
    assert outside.requests == []


def test_the_policy_allows_the_providers_of_the_catalogue_and_no_others(outside: Outside) -> None:
    outside.open(YOUTUBE)
    policy = outside.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy is not None
    frames = next(rule for rule in policy.split("; ") if rule.startswith("frame-src"))
    assert frames == "frame-src https://player.vimeo.com https://video.example.org https://www.youtube-nocookie.com"
    outside.page.evaluate(
        """() => { const frame = document.createElement('iframe'); frame.src = 'https://elsewhere.example/';
        document.body.append(frame); }"""
    )
    outside.page.wait_for_load_state("networkidle")
    assert outside.requests == []


def test_without_javascript_there_is_a_plain_link(new_page: Callable[..., Page], fixture_served: Server) -> None:
    outside = Outside(new_page(javascript=False), fixture_served).open(YOUTUBE)
    expect(outside.page.get_by_role("link", name="Watch on YouTube")).to_be_visible()
    expect(outside.page.get_by_role("button", name="Play from YouTube here")).to_be_hidden()
    expect(outside.page.get_by_text("The pool is open on Tuesdays.")).to_be_visible()
    assert outside.requests == []
