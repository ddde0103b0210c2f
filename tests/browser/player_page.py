"""A webinar's page in the browser, by the words that its readers use."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.waiting import until

CLOSE = 0.3
"""Seconds by which a recording may be off the moment that was asked for."""


class PlayerPage:
    """A page with a player; ``address`` may name a moment."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.goto(address)
        self.media = page.locator("[data-player] :is(audio, video)")
        self.player = page.locator("[data-player]")
        self.caption = page.locator("[data-caption]")
        self.message = page.get_by_role("status")

    def ready(self) -> PlayerPage:
        """Once the length of the recording is known."""
        until(self.page, "document.querySelector('audio, video').readyState > 0")
        return self

    def button(self, name: str) -> Locator:
        """A button of the player."""
        return self.player.get_by_role("button", name=name, exact=True)

    @property
    def time(self) -> float:
        """Where the recording is, in seconds."""
        return float(self.media.evaluate("media => media.currentTime"))

    @property
    def is_paused(self) -> bool:
        """Whether nothing plays."""
        return bool(self.media.evaluate("media => media.paused"))

    @property
    def current_paragraph(self) -> Locator:
        """The paragraph marked as being spoken."""
        return self.page.locator(".said[aria-current=true]")

    def expect_time(self, seconds: float) -> None:
        """The recording comes to this moment, and to no other."""
        until(self.page, f"Math.abs(document.querySelector('audio, video').currentTime - {seconds}) <= {CLOSE}")

    def expect_playing(self) -> None:
        """Sound comes: the clock runs."""
        until(
            self.page,
            """[document.querySelector('audio, video')].some(({ paused, played }) => !paused && played.length
            && played.end(played.length - 1) > played.start(played.length - 1))""",
        )

    def expect_paused(self) -> None:
        """Nothing plays."""
        until(self.page, "document.querySelector('audio, video').paused")

    def expect_message(self, text: str) -> None:
        """The player says this, where a screen reader hears it."""
        expect(self.message).to_have_text(text)
