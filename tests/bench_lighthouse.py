"""Asks Lighthouse about one page of each kind, as a phone on a slow network gets it from a compressing host.

`make bench ARGS=lighthouse` takes the median of three runs; `ARGS=lighthouse:1` takes one. Lighthouse comes from npm
the first time, into a folder of its own: its 176 MB are no part of `make test`. How fast it thinks a page is depends
on the machine; the three other figures do not.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright
from pydantic import BaseModel, Field

from macros.building.build import build
from tests.browser.chromium import chromium_path
from tests.browser.kinds import PAGE_KINDS
from tests.servers import Server

ROOT = Path(__file__).parent.parent
TOOLS = Path(__file__).parent / "lighthouse"
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Hundredths, by what Lighthouse calls its categories."""
RUNS = 3
LONGEST = 240
"""Seconds for one page."""


class _Ref(BaseModel):
    """An audit that a category counts."""

    id: str
    weight: float


class _Category(BaseModel):
    """A category: its score from 0 to 1, and what it counts."""

    score: float | None
    refs: list[_Ref] = Field(alias="auditRefs")


class _Audit(BaseModel):
    """One thing that Lighthouse looked at; no score where it does not apply."""

    title: str
    score: float | None


class _Report(BaseModel):
    """The part of Lighthouse's report that is shown."""

    categories: dict[str, _Category]
    audits: dict[str, _Audit]


def rows(runs: int = RUNS) -> Iterator[tuple[str, str]]:
    """The figures of each kind of page, and below them what Lighthouse found wrong."""
    _install()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(ROOT, site, "mkdocs", lambda message: None)
        with Server(site, compressed=True) as server:
            for kind, path in PAGE_KINDS.items():
                reports = [_report(server.url + path) for _ in range(runs)]
                shown = [name for name in GOALS if name != "seo" or _indexed(reports[0])]
                yield kind, ", ".join(f"{name} {_figure(name, reports)}" for name in shown)
                for title in sorted({title for report in reports for title in _faults(report)}):
                    yield "", title


def _install() -> None:
    """Gets Lighthouse as its lock file says, unless it is there."""
    if not (TOOLS / "node_modules" / "lighthouse").is_dir():
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        command = ["npm", "ci", "--prefix", str(TOOLS), "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PATH": path})


def _report(url: str) -> _Report:
    """What Lighthouse says of a page."""
    command = [
        str(Path(sys.executable).parent / "node"),
        str(TOOLS / "node_modules" / "lighthouse" / "cli" / "index.js"),
        *(url, "--output=json", "--quiet", "--no-enable-error-reporting"),
        f"--only-categories={','.join(GOALS)}",
        "--chrome-flags=--headless=new --no-sandbox",
    ]
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        env={**os.environ, "CHROME_PATH": _chromium()},
    )
    return _Report.model_validate_json(done.stdout)


def _chromium() -> str:
    if found := chromium_path():
        return found
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _indexed(report: _Report) -> bool:
    """Whether search engines may list the page: only then its figure for them says anything."""
    return report.audits["is-crawlable"].score == 1


def _figure(name: str, reports: list[_Report]) -> str:
    """The median of a category in hundredths, with its goal where that is missed."""
    median = round(100 * statistics.median(report.categories[name].score or 0 for report in reports))
    return f"{median}" if median >= GOALS[name] else f"{median} (at least {GOALS[name]})"


def _faults(report: _Report) -> set[str]:
    """The titles of what was found wrong in the categories whose figure does not depend on the machine."""
    names = ["accessibility", "best-practices", *(["seo"] if _indexed(report) else [])]
    counted = {ref.id for name in names for ref in report.categories[name].refs if ref.weight}
    return {audit.title for id_, audit in report.audits.items() if id_ in counted and audit.score not in (None, 1)}
