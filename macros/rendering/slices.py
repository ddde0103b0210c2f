"""Cuts a list that is too long for one page into pages beside it, each of which leads to all others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def cut(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """The items in slices of ``size``; an empty list is one empty slice."""
    return [items[start : start + size] for start in range(0, len(items), size)] or [items]


def address(number: int) -> str:
    """Where the slice with this number is, seen from the others; the first is the page that an engine makes."""
    return "./" if number == 1 else file_name(number)


def file_name(number: int) -> str:
    """The file of a slice, in the folder of the first."""
    return f"page-{number}.html"
