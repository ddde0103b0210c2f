"""Golden files: what a renderer gives is compared with a file that people read in reviews."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, actual: str) -> None:
    """Compares with tests/golden/<name>; UPDATE_GOLDEN=1 writes the file anew, for a review to judge."""
    path = FOLDER / name
    actual = actual.strip() + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, encoding="utf-8")
    expected = path.read_text(encoding="utf-8")
    assert actual == expected, f"differs from tests/golden/{name}; if it is right: UPDATE_GOLDEN=1 make test"
