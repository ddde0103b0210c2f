"""Reads data/wcag.yml: how each criterion of WCAG 2.2 A and AA is checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from macros.problems import Problem
from macros.reading.fields import Fields, Line
from macros.reading.text_file import relative_name
from macros.reading.yaml_file import read_model

RULE = "wcag"

# As read by Python itself it takes a quarter of a second, in each run.
_FUNCTION = re.compile(r"^def (\w+)\(", re.MULTILINE)


class CriterionFields(Fields):
    """A success criterion and how it is checked."""

    id: Line = Field(description="Its number in WCAG 2.2, in quotation marks.")
    name: Line = Field(description="Its name in WCAG 2.2.")
    level: Literal["A", "AA"] = Field(description="Its level.")
    applies: bool = Field(True, description="Whether the site has anything that it is about.")
    tests: tuple[Line, ...] = Field((), description="file::function of each test that guards it.")
    hand: Line | None = Field(None, description="What was looked at by hand, and when.")
    note: Line | None = Field(None, description="What readers should know, such as why it does not apply.")


class WcagFields(Fields):
    """All criteria."""

    criteria: tuple[CriterionFields, ...] = Field(description="All of levels A and AA, in order.")


@dataclass(frozen=True)
class Criterion:
    """A success criterion. ``tests`` holds the names of test functions that exist."""

    id: str
    name: str
    level: str
    applies: bool
    tests: tuple[str, ...]
    hand: str
    note: str

    @property
    def state(self) -> str:
        """What the statement may say of it."""
        if not self.applies:
            return "Does not apply"
        if self.tests:
            return "Met, by test"
        return "Met, by hand" if self.hand else "Not yet checked"


def read_criteria(root: Path) -> tuple[tuple[Criterion, ...], list[Problem]]:
    """The criteria in order; a test that does not exist is a problem, so it cannot be claimed."""
    path = root / "data" / "wcag.yml"
    found, data, problems = read_model(path, root, WcagFields)
    if found is None or data is None:
        return (), problems
    name = relative_name(path, root)
    criteria = []
    for index, fields in enumerate(found.criteria):
        place = ("criteria", index)
        for number, test in enumerate(fields.tests):
            if not _test_exists(root, test):
                message = f"there is no test '{test}'; a criterion is met only by a test that exists"
                problems.append(Problem(name, data.line((*place, "tests", number)), message, RULE))
        if not fields.applies and not fields.note:
            message = f"say in 'note' why {fields.id} does not apply"
            problems.append(Problem(name, data.line(place), message, RULE))
        criteria.append(
            Criterion(
                fields.id, fields.name, fields.level, fields.applies, fields.tests, fields.hand or "", fields.note or ""
            )
        )
    return (() if problems else tuple(criteria)), problems


def _test_exists(root: Path, test: str) -> bool:
    file, _, function = test.partition("::")
    path = root / file
    return path.is_file() and function in _functions(path, path.stat().st_mtime_ns)


@cache
def _functions(path: Path, changed: int) -> frozenset[str]:
    """The names of the test functions in a file."""
    return frozenset(_FUNCTION.findall(path.read_text(encoding="utf-8")))
