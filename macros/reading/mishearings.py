"""Reads the words of this field that speech recognition often hears wrong: data/mishearings.yml."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from macros.problems import Problem
from macros.reading.fields import Fields, Line
from macros.reading.yaml_file import read_model

FILE = "data/mishearings.yml"


class MishearingsFields(Fields):
    """Words that computers often hear wrong: data/mishearings.yml."""

    words: dict[Line, Line] = Field(description="What the computer writes, and what was probably said.")


def read_mishearings(root: Path) -> tuple[Mapping[str, str], list[Problem]]:
    """What the computer writes to what was probably said; and every problem in the list."""
    found, _, problems = read_model(root / FILE, root, MishearingsFields)
    return (found.words if found else {}), problems
