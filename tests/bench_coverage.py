"""Measures how much of macros/ the tests run, line by line and branch by branch, in processes that they start too.

`make bench ARGS=coverage` runs the whole suite but for the browser, with every line counted, and so takes twice as
long as `make test` does without one. The goal is 95 of 100 in all; files below it are listed, each with the lines
that no test runs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOAL = 95.0
SUITE = ("tests", "--ignore=tests/browser")
AS_EVER = ("-q", "-p", "no:cacheprovider", "-n", "auto", "--dist", "loadgroup")
"""How the suite runs: in as many processes as there are processors."""
SETTINGS = """\
[run]
branch = true
source = {root}/macros
# And copies of it: the preview's tests change the code, and run that.
source_pkgs = macros
parallel = true
# Engines, the preview and its process, commands: tests start many. Copies of processes (macros/processors.py) and the
# preview's end by os._exit.
patch =
    subprocess
    fork
    _exit
sigterm = true
data_file = {folder}/data
disable_warnings = module-not-imported, no-data-collected
[paths]
source =
    {root}/macros
    */macros
[report]
exclude_also = if TYPE_CHECKING:
"""
_MOST_LINES = 12
"""Numbers of lines that are shown of a file."""


def rows() -> Iterator[tuple[str, str]]:
    """(a file below the goal, its part and the lines that are not run), then the part of all of them."""
    yield from shown(measured(SUITE))


def measured(tests: Sequence[str]) -> dict[str, object]:
    """What coverage reports of these tests, as its JSON has it. Raises RuntimeError if it has nothing to report."""
    with tempfile.TemporaryDirectory(dir=ROOT / ".build-cache") as folder:
        settings, report = Path(folder) / "settings", Path(folder) / "report.json"
        settings.write_text(SETTINGS.format(folder=folder, root=ROOT), encoding="utf-8")
        with_settings = f"--rcfile={settings}"
        run = [sys.executable, "-m", "coverage"]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
        failed = subprocess.run(
            [*run, "run", with_settings, "-m", "pytest", *AS_EVER, *tests],
            cwd=ROOT,
            env=environment,
            check=False,
        ).returncode
        if failed:
            print("  Some tests failed, so what they would run further on is not counted")
        for command in (["combine", with_settings, "-q"], ["json", with_settings, "-q", "-o", str(report)]):
            done = subprocess.run([*run, *command], cwd=ROOT, capture_output=True, text=True, check=False)
            if done.returncode:
                raise RuntimeError(f"coverage {command[0]} failed:\n{done.stdout}{done.stderr}")
        found: dict[str, object] = json.loads(report.read_text(encoding="utf-8"))
        return found


def shown(report: dict[str, object]) -> Iterator[tuple[str, str]]:
    """The rows of a report, the files with the least first."""
    files, totals = report["files"], report["totals"]
    if not isinstance(files, dict) or not isinstance(totals, dict):
        raise TypeError("coverage's report has no files or no totals")
    for name, file in sorted(files.items(), key=lambda item: item[1]["summary"]["percent_covered"]):
        part = file["summary"]["percent_covered"]
        if part < GOAL:
            lines = [*map(str, file["missing_lines"])]
            more = f" and {len(lines) - _MOST_LINES} more" if len(lines) > _MOST_LINES else ""
            half = ", ".join(f"{start} to {end}" for start, end in file["missing_branches"][:3])
            told = f"lines {', '.join(lines[:_MOST_LINES])}{more}" if lines else f"branches from {half}"
            yield name, f"{part:.1f} %: {told}"
    yield f"all of macros/, lines and branches (goal {GOAL:.0f} %)", f"{totals['percent_covered']:.1f} %"
