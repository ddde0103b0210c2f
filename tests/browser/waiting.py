"""Waits for something to become true in a page."""

from __future__ import annotations

import time

from playwright.sync_api import Frame, Page

LONGEST = 15.0
"""Seconds."""


def until(page: Page | Frame, condition: str) -> None:
    """Returns once this JavaScript expression is true in the page; AssertionError if it never is.

    Not ``page.wait_for_function``: that one asks again with eval, which the pages' policy refuses.
    """
    end = time.monotonic() + LONGEST
    while not page.evaluate(f"() => Boolean({condition})"):
        assert time.monotonic() < end, f"Not true after {LONGEST} seconds: {condition}"
        page.wait_for_timeout(25)
