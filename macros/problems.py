"""Problems: what is wrong with the content, told so that a contributor can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong.

    ``file`` is relative to the project's folder, with forward slashes; ``line`` counts from 1
    (0 where the problem is about the whole file); ``message`` says what is wrong and what to do;
    ``rule`` names the rule's anchor in docs/contribute/checks.md.
    """

    file: str
    line: int
    message: str
    rule: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


class ContentError(Exception):
    """Raised where content with problems would have been used. Carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """``"; did you mean 'x'?"`` for the nearest choice, or an empty string if none is near."""
    near = difflib.get_close_matches(word, list(choices), n=1, cutoff=0.5)
    return f"; did you mean '{near[0]}'?" if near else ""
