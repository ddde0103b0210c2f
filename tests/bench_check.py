"""Measures `make check` on a made-up project of 100 recorded webinars: it has to take two seconds at most."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from macros.captions.clock import timestamp
from macros.checks.run import check_all
from tests.fixture_project import make_fixture_project

ROOT = Path(__file__).parent.parent
WEBINARS = 100
CUES = 280
"""Captions of a webinar of 17 to 18 minutes, as the real ones have."""
SECONDS_A_CUE = 3.75
MOST_SECONDS = 2.0

_MODEL = "elsewhere-on-vimeo"
_WORDS = (
    "the club asks its members first",
    "and then it waits for an answer",
    "people write it down together",
    "who decides about the money",
    "we plan the next season here",
)


def rows() -> list[tuple[str, str]]:
    """(what was measured, the figure) for each measure."""
    with tempfile.TemporaryDirectory() as temporary:
        project = make_project(Path(temporary) / "project")
        # The first run reads the word lists, as `make check` does; the second shows what content costs.
        first, second = seconds_to_check(project), seconds_to_check(project)
    return [
        (f"make check, {WEBINARS} recorded webinars (limit {MOST_SECONDS:.0f} s)", f"{first:.2f} s"),
        ("the same again, with the word lists in memory", f"{second:.2f} s"),
    ]


def make_project(folder: Path, webinars: int = WEBINARS) -> Path:
    """A project whose content is right, with this many recorded webinars besides those of the fixture."""
    make_fixture_project(ROOT, folder)
    model = folder / "webinars" / _MODEL
    page = (folder / "docs" / "webinars" / f"{_MODEL}.md").read_text(encoding="utf-8")
    for number in range(1, webinars + 1):
        slug = f"made-up-{number}"
        shutil.copytree(model, folder / "webinars" / slug)
        (folder / "webinars" / slug / "captions.en.vtt").write_text(captions(number), encoding="utf-8")
        details = folder / "webinars" / slug / "webinar.yml"
        lines = details.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith(("duration:", "aliases:", "length_exception:"))]
        details.write_text("\n".join([*kept, 'duration: "17:30"', ""]), encoding="utf-8")
        (folder / "docs" / "webinars" / f"{slug}.md").write_text(page.replace(_MODEL, slug), encoding="utf-8")
    return folder


def captions(number: int) -> str:
    """Captions that differ from webinar to webinar."""
    blocks = ["WEBVTT"]
    for cue in range(CUES):
        start = cue * SECONDS_A_CUE
        first, second = _WORDS[(cue + number) % len(_WORDS)], _WORDS[(cue * number) % len(_WORDS)]
        blocks.append(f"{timestamp(start)} --> {timestamp(start + SECONDS_A_CUE)}\n{first.capitalize()}\n{second}.")
    return "\n\n".join(blocks) + "\n"


def seconds_to_check(project: Path) -> float:
    """How much processor time all checks take, in seconds: that of the clock also depends on who else works.

    Raises ValueError if they find anything, for then it was not the usual way.
    """
    start = time.process_time()
    problems = check_all(project)[1]
    taken = time.process_time() - start
    if problems:
        raise ValueError(f"{len(problems)} problems, the first: {problems[0]}")
    return taken
