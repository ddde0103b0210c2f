"""Runs what has an event loop of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")


def in_a_thread(call: Callable[[], Given]) -> Given:
    """What this gives. Where a browser test ran before in this process, the main thread has a loop of its own."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(call).result()
