"""The swap: an owner removes our content, brings three webinars and a name, and all is as green as with ours.

The whole suite of such a site is `make test` in it. What runs here is the part that looks at the project's own
content and settings, which takes about half a minute, and a few promises that only a browser can see.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import BUILT_SITE, ROOT
from tests.own_words import without_the_examples_text

NAME = "Clwb Chwarae"
LEFT_OUT = shutil.ignore_patterns(
    *[".git", ".venv*", ".build-cache", ".cache", "site", "node_modules", "__pycache__", ".*_cache"],
    *["voice", "*.mp3", ".hypothesis"],
)
ANSWERS = (
    *("--name", NAME, "--tagline", "Sport that we make together", "--owner", NAME, "--contact", "hello@chwarae.cymru"),
    *("--address", "https://chwarae.cymru/", "--colours", "#5b1046", "#ffffff", "#ffc7ec", "#2b0020"),
    *("--webinars", "remove", "--stories", "remove", "--guides", "remove"),
)
NEW = (
    ("recorded-webinar", "A new first talk"),
    ("recorded-webinar", "A new second talk"),
    ("narrated-webinar", "A new talk"),
)
SUITE = (
    *("schemas", "tools", "pictures", "interface", "language_words", "poster", "design", "papers"),
    *("developers_page", "licences", "glossary", "help", "paths", "charts", "session_plans", "markdown"),
    *("pictures_in_pages", "respellings", "threat_model", "device", "checks_easier"),
    *("reading_markdown", "rendering_webinar", "webinars_content", "reader_questions"),
)
"""Files of tests that read the project's own content and build no site.

Those in which all is about ours are among them: they have to be left out."""

EVERY_PAGE = "tests/browser/test_every_page.py"
SEEN = (
    "test_no_page_asks_another_origin_breaks_its_policy_or_reports_an_error",
    "test_every_page_has_a_title_of_its_own",
    "test_every_page_has_the_same_header_and_footer",
    "test_what_a_control_shows_is_in_its_name",
    # With the owner's colours, on a quarter of the pages that hold every kind of element.
    "test_axe_finds_nothing_in_the_dark_scheme_or_a_narrow_window[0]",
)
"""Tests of the real site that look at the swapped one too: what they need is seen in one visit to each page."""


def run(project: Path, *arguments: str, **more: str) -> str:
    """What `python ARGUMENTS` says in the project, with the project's own code and ``more`` in its environment.

    It has to end well.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "GITHUB"))}
    environment |= {"PYTHONPATH": str(project), **more}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout[-6000:]}\n{done.stderr[-2000:]}"
    return done.stdout


@pytest.mark.early
def test_a_swapped_site_is_as_green_as_ours(tmp_path: Path) -> None:
    project = tmp_path / "own"
    shutil.copytree(ROOT, project, symlinks=True, ignore=LEFT_OUT)
    (project / "tests" / "node" / "node_modules").symlink_to(ROOT / "tests" / "node" / "node_modules")

    assert "What is left to do" in run(project, "-m", "macros", "adopt", *ANSWERS)
    for kind, title in NEW:
        run(project, "-m", "macros", "new", "--kind", kind, "--title", title)
    without_the_examples_text(project)
    assert run(project, "-m", "macros", "check") == "All content is right: 3 webinars.\n"

    run(project, "-m", "macros", "build", "--no-search")
    pages = sorted((project / "site").rglob("index.html"))
    assert {page.parent.name for page in pages} >= {"a-new-first-talk", "a-new-second-talk", "a-new-talk", "the-ladder"}
    for page in pages:
        shown = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        assert shown.title
        assert NAME in shown.title.get_text(), page
        for part in shown.select("header, footer, [data-embed]"):
            assert "Doing With" not in part.get_text(" "), page
    assert (project / "site" / "webinars" / "a-new-first-talk" / "talk.wav").is_file()

    files = [f"tests/test_{name}.py" for name in SUITE]
    said = run(project, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files)
    assert passed(said) > 250

    seen = [f"{EVERY_PAGE}::{name}" for name in SEEN]
    built = {BUILT_SITE: str(project / "site")}
    assert passed(run(project, "-m", "pytest", "-q", "-p", "no:cacheprovider", *seen, **built)) == len(SEEN)


def passed(said: str) -> int:
    """How many tests have passed, as pytest says at its end."""
    return int(said.split(" passed")[0].split()[-1])
