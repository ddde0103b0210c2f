"""Choices that a name makes: the same name always makes the same ones, on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Choices:
    """A row of choices that follow from ``name``; each call gives the next."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._count = 0

    def _next(self) -> int:
        self._count += 1
        return int.from_bytes(hashlib.sha256(f"{self._name}:{self._count}".encode()).digest()[:6])

    def one(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[self._next() % len(items)]

    def number(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + self._next() % (high - low + 1)

    def yes(self) -> bool:
        """Yes or no."""
        return self._next() % 2 == 0

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """The items in another order."""
        rest = list(items)
        return [rest.pop(self._next() % len(rest)) for _ in items]
