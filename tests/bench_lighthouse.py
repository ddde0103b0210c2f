"""Asks Lighthouse about one page of each kind, as a phone on a slow network gets it from a compressing host.

`make bench ARGS=lighthouse` takes the median of three runs; `ARGS=lighthouse:1` takes one. Lighthouse comes from npm
the first time, into a folder of its own: its 176 MB are no part of `make test`.

How fast a page seems depends on the machine, so the machine is measured first, and slowed down by as much as makes it
a phone of the middle class. Lighthouse's own guide says how (docs/throttling.md in its repository, "CPU Throttling"):
its default, four times slower, brings a fast desktop computer there, whose `benchmarkIndex` is 1500 to 2000. So the
phone has the middle of that divided by four, and the factor for another machine is its index divided by the phone's.
A machine that is slower than the phone cannot be made faster: there, the figure for performance is too low.
The three other figures do not depend on the machine.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright
from pydantic import BaseModel, Field

from macros.building.build import build
from tests.browser.chromium import chromium_path
from tests.browser.kinds import PAGE_KINDS
from tests.node_program import NODE_PROGRAM
from tests.servers import Server

ROOT = Path(__file__).parent.parent
TOOLS = Path(__file__).parent / "lighthouse"
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Hundredths, by what Lighthouse calls its categories."""
RUNS = 3
FAST_DESKTOP = 1750
"""The middle of the indexes that Lighthouse's guide gives for a fast desktop computer."""
DEFAULT_SLOWDOWN = 4
"""By how many times Lighthouse slows that down, to be a phone of the middle class."""
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
    shown: str = Field("", alias="displayValue")


class _Environment(BaseModel):
    """Where Lighthouse ran."""

    index: float = Field(alias="benchmarkIndex")


class _Report(BaseModel):
    """The part of Lighthouse's report that is shown."""

    categories: dict[str, _Category]
    audits: dict[str, _Audit]
    environment: _Environment


def slowdown(index: float) -> float:
    """By how many times to slow down a machine with this ``benchmarkIndex``; at least 1, as nothing makes it faster."""
    return max(1.0, round(index * DEFAULT_SLOWDOWN / FAST_DESKTOP, 2))


def rows(runs: int = RUNS, kinds: Mapping[str, str] = PAGE_KINDS) -> Iterator[tuple[str, str]]:
    """The machine, the figures of each kind of page, and below them what Lighthouse found wrong."""
    _install()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(ROOT, site, "mkdocs", lambda message: None)
        with Server(site, compressed=True) as server:
            index = statistics.median(_index(server.url) for _ in range(RUNS))
            times = slowdown(index)
            is_fair = index * DEFAULT_SLOWDOWN >= FAST_DESKTOP
            yield (
                "this machine",
                f"index {index:.0f}, slowed down {times:g} times"
                + ("" if is_fair else f", slower than the phone ({FAST_DESKTOP / DEFAULT_SLOWDOWN:.0f})"),
            )
            for kind, path in kinds.items():
                reports = [_report(server.url + path, times) for _ in range(runs)]
                shown = [name for name in GOALS if name != "seo" or _indexed(reports[0])]
                yield kind, ", ".join(f"{name} {_figure(name, reports)}" for name in shown)
                if _median("performance", reports) < GOALS["performance"]:
                    yield "", _times(reports)
                for title in sorted({title for report in reports for title in _faults(report)}):
                    yield "", title


def _install() -> None:
    """Gets Lighthouse as its lock file says, unless it is there."""
    if not (TOOLS / "node_modules" / "lighthouse").is_dir():
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        command = ["npm", "ci", "--prefix", str(TOOLS), "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PATH": path})


def _index(url: str) -> float:
    """What this machine does now: 1500 to 2000 is a fast desktop computer."""
    return _asked(url, "--only-categories=seo", "--only-audits=is-crawlable").environment.index


def _report(url: str, times: float) -> _Report:
    """What Lighthouse says of a page, on this machine slowed down."""
    return _asked(url, f"--only-categories={','.join(GOALS)}", f"--throttling.cpuSlowdownMultiplier={times}")


def _asked(url: str, *options: str) -> _Report:
    command = [
        NODE_PROGRAM,
        str(TOOLS / "node_modules" / "lighthouse" / "cli" / "index.js"),
        *(url, "--output=json", "--quiet", "--no-enable-error-reporting", *options),
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
    median = _median(name, reports)
    return f"{median}" if median >= GOALS[name] else f"{median} (at least {GOALS[name]})"


def _median(name: str, reports: list[_Report]) -> int:
    """Hundredths."""
    return round(100 * statistics.median(report.categories[name].score or 0 for report in reports))


def _times(reports: list[_Report]) -> str:
    """What performance is made of, from the run in the middle: where to look."""
    report = sorted(reports, key=lambda one: one.categories["performance"].score or 0)[len(reports) // 2]
    counted = [ref.id for ref in report.categories["performance"].refs if ref.weight]
    return ", ".join(f"{report.audits[id_].title} {report.audits[id_].shown}" for id_ in counted)


def _faults(report: _Report) -> set[str]:
    """The titles of what was found wrong in the categories whose figure does not depend on the machine."""
    names = ["accessibility", "best-practices", *(["seo"] if _indexed(report) else [])]
    counted = {ref.id for name in names for ref in report.categories[name].refs if ref.weight}
    return {audit.title for id_, audit in report.audits.items() if id_ in counted and audit.score not in (None, 1)}
