"""What all tests share: the project, the built sites, servers for them, and one browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from macros.building.build import build
from tests.browser.chromium import launch
from tests.fixture_project import make_fixture_project, make_public
from tests.servers import Server
from tests.stage import write_stage

ROOT = Path(__file__).parent.parent
BUILT_SITE = "BUILT_SITE"
"""The variable that names a built site, for a run that is to look at that one (test_swap.py)."""

# Milliseconds: on a busy machine, what comes at last has come in time.
expect.set_options(timeout=15_000)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests first, so that no worker is left with one at the end.

    What looks at the real site is about its content, unless it says that it holds for any.
    """
    for item in items:
        names = getattr(item, "fixturenames", ())
        if {"site", "served"} & set(names) and item.get_closest_marker("any_site") is None:
            item.add_marker(pytest.mark.ours)
    items.sort(key=lambda item: item.get_closest_marker("early") is None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What this machine could not run is said last, where nobody overlooks it."""
    skipped = terminalreporter.getreports("skipped")
    reasons = {str(report.longrepr[2]) for report in skipped if isinstance(report.longrepr, tuple)}
    for reason in sorted(reason.removeprefix("Skipped: ") for reason in reasons):
        if reason.startswith("NOT RUN: "):
            terminalreporter.write_line(reason, red=True, bold=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


def once(folder: Path, make: Callable[[], None]) -> None:
    """Calls ``make`` in the first worker that comes here; the others wait until it is done."""
    done = folder.with_name(f"{folder.name}.done")
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        if not done.exists():
            make()
            done.touch()


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The real site, built with MkDocs as `make build` builds it."""
    return site_by("mkdocs", shared)


def site_by(engine: str, shared: Path) -> Path:
    """The real site, built with one of the engines, once in a run; or the one that is named as built."""
    if engine == "mkdocs" and (built := os.environ.get(BUILT_SITE)):
        return Path(built)
    folder = shared / ("site" if engine == "mkdocs" else f"site-by-{engine}")
    once(folder, lambda: build(ROOT, folder, engine, print))
    return folder


@pytest.fixture(scope="session")
def fixture_project(shared: Path) -> Path:
    """A small project with a recorded and a narrated webinar, and a page for each edge case."""
    folder = shared / "project"
    once(folder, lambda: make_fixture_project(ROOT, folder))
    return folder


@pytest.fixture(scope="session")
def fixture_site(shared: Path, fixture_project: Path) -> Path:
    """The small project, built with MkDocs."""
    folder = shared / "fixture-site"
    once(folder, lambda: build(fixture_project, folder, "mkdocs", print))
    return folder


@pytest.fixture(scope="session")
def public_project(shared: Path, fixture_project: Path) -> Path:
    """The small project with a public address, and a learning path."""
    folder = shared / "public-project"
    once(folder, lambda: make_public(fixture_project, folder))
    return folder


@pytest.fixture(scope="session")
def public_site(shared: Path, public_project: Path) -> Path:
    """The small project with a public address, built with MkDocs."""
    folder = shared / "public-site"
    once(folder, lambda: build(public_project, folder, "mkdocs", print, with_search=False))
    return folder


@pytest.fixture(scope="session")
def stage_served(shared: Path) -> Iterator[Server]:
    """A page with a slide of every layout, over http (tests/stage.py)."""
    folder = shared / "stage"
    once(folder, lambda: write_stage(ROOT, folder))
    with Server(folder) as server:
        yield server


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Server]:
    """The real site over http; ``served.url`` ends with a slash."""
    with Server(site) as server:
        yield server


@pytest.fixture(scope="session")
def fixture_served(fixture_site: Path) -> Iterator[Server]:
    """The small site over http."""
    with Server(fixture_site) as server:
        yield server


@pytest.fixture(scope="session")
def fixture_served_without_range(fixture_site: Path) -> Iterator[Server]:
    """The small site from a host that does not answer Range requests."""
    with Server(fixture_site, ranges=False) as server:
        yield server


@pytest.fixture
def copied_project(tmp_path: Path, fixture_project: Path) -> Path:
    """A copy of the small project to spoil."""
    # Links stay links, or every narration would be copied; another worker may be building in there.
    ignored = shutil.ignore_patterns("build-*")
    return Path(shutil.copytree(fixture_project, tmp_path / "project", symlinks=True, ignore=ignored))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """``new_page(width=320, scheme="dark", javascript=False)``: a page in a context of its own."""
    contexts: list[BrowserContext] = []

    def make(
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        javascript: bool = True,
        **options: object,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
