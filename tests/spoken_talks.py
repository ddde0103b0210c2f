"""The talks whose parts have all been spoken by the natural voices, for those who measure them in a browser."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from macros.narration.narrate import joined_parts
from macros.narration.natural.joining import Joined
from macros.narration.transcript import NarratedWords
from tests.browser.chromium import launch
from tests.content import catalogue_and_problems

ROOT = Path(__file__).parent.parent


def spoken_talks(slugs: Collection[str] = ()) -> Iterator[tuple[Page, NarratedWords, Joined]]:
    """Each spoken talk, of these or of all, with its recording and a page of a browser that can decode it."""
    catalogue, _ = catalogue_and_problems(ROOT)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        page.goto("about:blank")
        for webinar in catalogue.webinars if catalogue else ():
            asked_for = not slugs or webinar.slug in slugs
            if asked_for and isinstance(webinar.words, NarratedWords):
                recording = joined_parts(webinar.words.job)
                if recording:
                    yield page, webinar.words, recording
        browser.close()
