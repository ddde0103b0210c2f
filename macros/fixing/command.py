"""`python -m macros fix`: shows what it would mend as a difference, asks, and writes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from macros.checks.files import check_odd_files
from macros.fixing.plan import mends, write
from macros.problems import ContentError

Ask = Callable[[str], str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `fix`."""
    parser.add_argument("--yes", action="store_true", help="write without asking")


def fix(root: Path, options: argparse.Namespace, ask: Ask | None = None) -> int:
    """Mends what a machine can mend; the exit code is 1 if there is something to mend and nobody said yes.

    ``ask`` puts a question to the person; None where nobody is there to answer. Raises ContentError for files that
    are not ordinary ones.
    """
    if odd := list(check_odd_files(root)):
        raise ContentError(odd)
    if ask is None and sys.stdin is not None and sys.stdin.isatty():
        ask = input
    found = mends(root)
    if not found:
        print("Nothing to mend.")
        return 0
    for mend in found:
        print(mend)
    count = f"{len(found)} file{'' if len(found) == 1 else 's'}"
    if not options.yes:
        if ask is None:
            print(f"Nothing was written. To mend {count}: make fix ARGS=--yes (or python -m macros fix --yes)")
            return 1
        if ask(f"Mend {count} so? Type yes or no: ").strip().lower() not in ("y", "yes"):
            print("Nothing was written.")
            return 1
    write(root, found)
    print(f"Mended {count}. See what is left: make check (or python -m macros check)")
    return 0
