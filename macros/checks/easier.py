"""Checks pages in easier words: linked both ways with the full guide, and a picture for each idea.

How long their sentences may be is a rule of macros/checks/language.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from macros.kinds import Shape
from macros.problems import Problem, did_you_mean
from macros.reading.pages import Page, files_of_address

RULE = "easier-words"


def check_easier(pages: Sequence[Page]) -> Iterator[Problem]:
    """Every problem of the links between pages in easier words and their guides."""
    by_url = {page.url: page for page in pages}
    for page in pages:
        yield from _check_pair(page, by_url)


def _check_pair(page: Page, by_url: Mapping[str, Page]) -> Iterator[Problem]:
    """The guide and its page in easier words name each other by their addresses in the site."""
    front = page.front
    if Shape.FULL_GUIDE in page.kind.shape and front.full is None:
        message = "'full' is missing; give the address of the full guide, such as do/access/"
        yield Problem(page.file, 1, message, RULE)
    for field, other_field, given in (
        ("full", "easier_page", front.full),
        ("easier_page", "full", front.easier_page),
    ):
        if given is None or field not in page.kind.fields:
            continue
        line = page.data.line((field,))
        other = by_url.get(_address(given))
        if other is None:
            message = f"'{given}' is the address of no page{did_you_mean(given, by_url)}"
            yield Problem(page.file, line, message, RULE, follows=files_of_address(_address(given)))
        elif _address(getattr(other.front, other_field) or "missing") != page.url:
            message = f"{other.file} does not lead back; add '{other_field}: {page.url or '.'}' to its front matter"
            yield Problem(page.file, line, message, RULE)


def _address(given: str) -> str:
    """An address as ``Page.url`` has it: the home page's is empty."""
    return "" if given in (".", "./") else given.removeprefix("./")


def check_ideas(page: Page, pictures: Collection[str]) -> Iterator[Problem]:
    """Each paragraph of a page of ideas starts with a picture that data/pictures.yml has."""
    if Shape.IDEAS not in page.kind.shape:
        return
    for block in page.text.blocks:
        if block.kind == "heading" or not block.words:
            continue
        if not block.icon:
            message = "an idea starts with a picture of data/pictures.yml, such as ':round-table: '"
            yield Problem(page.file, block.line, message, RULE)
        elif block.icon not in pictures:
            message = f"there is no picture ':{block.icon}:' in data/pictures.yml{did_you_mean(block.icon, pictures)}"
            yield Problem(page.file, block.line, message, RULE)
