"""Problems: what is wrong with the content, told so that a contributor can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong.

    ``file`` is relative to the project's folder, with forward slashes; ``line`` counts from 1
    (0 where the problem is about the whole file); ``message`` says what is wrong and what to do;
    ``rule`` names the rule's anchor in docs/contribute/checks.md. ``follows`` names files that this was judged by:
    if one of them could not be read, that is what is wrong, and this may not be.
    """

    file: str
    line: int
    message: str
    rule: str
    follows: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


class ContentError(Exception):
    """Raised where content with problems would have been used. Carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(dict.fromkeys(problems))
        super().__init__("\n".join(map(str, self.problems)))


def causes_first(problems: Iterable[Problem], unread: Collection[str]) -> list[Problem]:
    """Each problem once: first those of files that could not be read, and none that only follows from one of these."""
    own = {problem for problem in problems if not unread or not set(problem.follows) & set(unread)}
    return sorted(own, key=lambda problem: (problem.file not in unread, problem))


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """``"; did you mean 'x'?"`` for the nearest choice, or an empty string if none is near."""
    near = nearest(word, choices)
    return f"; did you mean '{near}'?" if near else ""


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that is most like a word; empty if none is."""
    return next(iter(difflib.get_close_matches(word, list(choices), n=1, cutoff=0.5)), "")
