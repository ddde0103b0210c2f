"""Each line of the threat model names a test that is there."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path("docs") / "contribute" / "threat-model.md"
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def missing(root: Path, text: str) -> list[str]:
    """The tests that a text names and that are not there."""
    return [
        f"{file}::{name}"
        for file, name in _NAMED.findall(text)
        if not (root / file).is_file() or f"\ndef {name}(" not in (root / file).read_text(encoding="utf-8")
    ]


def test_every_test_that_it_names_is_there(root: Path) -> None:
    text = (root / PAGE).read_text(encoding="utf-8")
    assert len(_NAMED.findall(text)) > 20
    assert missing(root, text) == []


def test_every_row_names_a_test(root: Path) -> None:
    lines = (root / PAGE).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ") and not line.endswith("| Test |")]
    assert [row for row in rows if not _NAMED.search(row)] == []


def test_a_test_that_is_gone_would_be_told(root: Path) -> None:
    text = "`tests/test_gone.py::test_a` `tests/test_threat_model.py::test_b`"
    assert missing(root, text) == ["tests/test_gone.py::test_a", "tests/test_threat_model.py::test_b"]
