"""Checks that whoever reads of payment is led to advice, and that nobody is sent to a number that nobody read.

A payment can cost a person their benefits; a wrong phone number can cost them their help. So both have one
place: docs/help.md, made of data/help.yml.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

from macros.checks.texts import Prose
from macros.model import HelpPlace
from macros.problems import Problem, did_you_mean
from macros.reading.help import FILE, RULE, Topic
from macros.reading.pages import Page

PAGE = "help.md"
"""The page that leads on to advice, from docs/."""

PAYMENT_RULE = "payment"
NUMBERS_RULE = "phone-numbers"
DATES_RULE = "help-dates"

SOME_ARE_OLD = 3
"""The exit code that tells a workflow that there is an issue to file."""

SHOWN_ON = {
    "webinars/topics.yml": "webinars/index.md",
    "data/ladder.yml": "understand/the-ladder.md",
    "data/glossary.yml": "glossary.md",
    "data/signs.yml": "tools/is-it-real.md",
    "data/which-rung.yml": "tools/which-rung.md",
    "data/plan-on-a-page.yml": "tools/plan-on-a-page.md",
    "data/help.yml": PAGE,
}
"""The page that shows the words of each data file."""

_PAYMENT = re.compile(
    r"\b(?:pay(?:s|ing)? (?!attention\b|less attention\b)|paid\b|payments?\b|vouchers?\b|gift cards?\b)", re.IGNORECASE
)
_LINK = re.compile(rf"(?:\.\./)*{re.escape(PAGE)}(?:#[\w-]+)?")
_NUMBER = re.compile(r"(?<![\w/.-])(?:\+44[ -]?(?:\(0\)[ -]?)?\d|0\d)\d(?:[ -]?\d){5,8}(?![\w-])")
_ADDRESS = re.compile(r"https?://\S+|\]\[[^\]]*\]")


def check_topics(page: Page) -> Iterator[Problem]:
    """``help_places`` names a topic that data/help.yml can have."""
    topics = get_args(Topic)
    for call in page.macros:
        if call.name == "help_places" and call.argument not in topics:
            message = f"'{call.argument}' is no topic of {FILE}{did_you_mean(call.argument, topics)}"
            yield Problem(page.file, call.line, message, RULE)


def payment_in(prose: Prose) -> tuple[int, str] | None:
    """The line and the words with which a text first names payment or vouchers."""
    return next(
        (
            (passage.line_at(word.start()), word[0].strip())
            for passage in prose.passages
            for word in _PAYMENT.finditer(passage.own)
        ),
        None,
    )


def leads_to_help(page: Page) -> bool:
    """Whether the page has a link to the help page."""
    return PAGE in page.body and any(_LINK.fullmatch(link.target) for link in page.text.links)


def check_payment(named: Mapping[str, tuple[int, str]], leading: Collection[str]) -> Iterator[Problem]:
    """Where payment or vouchers are named, the page that readers see has a link to the help page.

    ``named`` has the line and the words for each file that names payment; ``leading`` the paths, from docs/, of
    the pages with such a link.
    """
    for file, (line, word) in named.items():
        shown = _shown_on(file)
        if shown == PAGE or shown in leading:
            continue
        place = "this page" if file == f"docs/{shown}" else f"docs/{shown}"
        message = (
            f"'{word}' names payment, which can affect benefits; lead to advice on {place}: a link to {PAGE}#benefits"
        )
        yield Problem(file, line, message, PAYMENT_RULE, follows=(f"docs/{shown}",))


def check_numbers(file: str, lines: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    """No phone number outside data/help.yml, where a number needs somebody who read it on the live page."""
    for number, line in lines:
        for found in _NUMBER.findall(_ADDRESS.sub(" ", line)):
            message = f"'{found}' looks like a phone number; link docs/{PAGE}, and put numbers into {FILE} only"
            yield Problem(file, number, message, NUMBERS_RULE)


def words_by_line(page: Page) -> list[tuple[int, str]]:
    """What readers see of a page, with its lines; code and addresses are no numbers to call."""
    pieces = (piece for block in page.text.blocks for piece in block.pieces)
    return [(piece.line, piece.text) for piece in pieces if piece.kind in ("words", "others")]


def old_places(places: Sequence[HelpPlace], today: datetime.date) -> list[Problem]:
    """The places that nobody has looked at for more than twelve months: warnings, and no reason to stop a build."""
    return [
        Problem(
            FILE, place.line,
            f"'{place.id}' was last checked on {place.checked}, more than twelve months ago;"
            " open its page, mend the entry, and change 'checked' and 'how'",
            DATES_RULE,
        )
        for place in places
        if (today.year - 1, today.month, today.day) > (place.checked.year, place.checked.month, place.checked.day)
    ]  # fmt: skip


def old_places_issue(old: Sequence[Problem]) -> str:
    """The text of an issue about old places, in Markdown; empty if there are none."""
    if not old:
        return ""
    lines = [
        f"Nobody has looked at these entries of `{FILE}` for more than twelve months.",
        "People in trouble rely on them.",
        "",
        *(f"- Line {place.line}: {place.message}" for place in old),
        "",
        f"The top of {FILE} says what its fields mean. This issue closes when every entry has been looked at.",
    ]
    return "\n".join(lines) + "\n"


def _shown_on(file: str) -> str:
    """The page, from docs/, on which readers see the words of a file."""
    if file in SHOWN_ON:
        return SHOWN_ON[file]
    if file.startswith("docs/"):
        return file.removeprefix("docs/")
    return f"webinars/{Path(file).parent.name}.md"
