"""What the preview shows first of a change is what a build of the whole site makes of it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.serving import warm
from macros.serving.worker import EndedError, Worker
from tests.folders import change, contents
from tests.threads import in_a_thread

FILES = {
    "docs/index.md": ("index.html",),
    "docs/understand/the-ladder.md": ("understand/the-ladder/index.html",),
    "docs/webinars/index.md": ("webinars/index.html",),
    "docs/webinars/talking-it-over.md": ("webinars/talking-it-over/index.html",),
    "webinars/talking-it-over/captions.en.vtt": (
        "webinars/talking-it-over/index.html",
        "webinars/talking-it-over/transcript.html",
        "webinars/talking-it-over/captions.en.vtt",
        "webinars/talking-it-over/embed/index.html",
    ),
    "webinars/a-short-script/webinar.yml": (
        "webinars/a-short-script/index.html",
        "webinars/a-short-script/slides/index.html",
    ),
}
"""What is changed, and the files of the site that come of it."""

MOVED = re.compile(rb'<p class="moved".*?</p>\n')


class Started:
    """A process that builds previews of a project, as the server asks it to."""

    def __init__(self, worker: Worker, project: Path) -> None:
        self.worker = worker
        self.project = project
        self.site = project / ".build-cache" / "preview"

    def whole(self) -> str | None:
        return self._done(warm.build_pages, self.project, self.site, "mkdocs")

    def changed(self, *files: str, engine: str = "mkdocs") -> str | None:
        paths = frozenset(self.project / file for file in files)
        return self._done(warm.show_changed, self.project, self.site, engine, paths)

    def _done(self, function: Callable[..., str | None], *arguments: object) -> str | None:
        return in_a_thread(lambda: asyncio.run(self.worker.run(function, *arguments)))


@pytest.fixture
def started(copied_project: Path) -> Iterator[Started]:
    """A started process."""
    with Worker() as worker:
        yield Started(worker, copied_project)


def test_pages_are_shown_as_the_whole_build_makes_them(started: Started) -> None:
    assert started.whole() == ""
    for file in FILES:
        with (started.project / file).open("a", encoding="utf-8") as text:
            text.write("\n")
    change(started.project / "docs" / "index.md", "\n# ", "\n<!-- another -->\n# ")
    change(started.project / "docs" / "understand" / "the-ladder.md", "name one thing", "name a new thing")
    change(started.project / "webinars" / "talking-it-over" / "captions.en.vtt", "at the pool", "at the river")
    change(started.project / "webinars" / "a-short-script" / "webinar.yml", 'title: "', 'title: "Newly ')
    before = contents(started.site)
    assert started.changed(*FILES) == ""
    first = contents(started.site)
    assert first["understand/the-ladder/index.html"] != before["understand/the-ladder/index.html"]
    assert first["webinars/talking-it-over/captions.en.vtt"] != before["webinars/talking-it-over/captions.en.vtt"]
    assert first.keys() == before.keys()
    assert started.whole() == ""
    rest = contents(started.site)
    # What is said of parts that have moved to other pages comes with these.
    others = [file for files in FILES.values() for file in files if first[file] != MOVED.sub(b"", rest[file])]
    assert not others


def test_before_a_site_was_built_nothing_is_shown_alone(started: Started) -> None:
    assert started.changed("docs/index.md") is None


def test_with_another_engine_the_whole_site_is_built(started: Started) -> None:
    assert started.whole() == ""
    assert started.changed("docs/index.md", engine="zensical") is None


def test_what_is_ended_says_so_and_another_process_goes_on(started: Started) -> None:
    async def ended() -> None:
        working = asyncio.create_task(started.worker.run(warm.build_pages, started.project, started.site, "mkdocs"))
        await asyncio.sleep(0.1)
        started.worker.start_anew()
        with pytest.raises(EndedError):
            await working

    in_a_thread(lambda: asyncio.run(ended()))
    assert started.whole() == ""
