"""Measures a webinar's page: what it weighs, and whether it stays smooth while it follows a recording."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

from playwright.sync_api import Page, Response, sync_playwright

from macros.building.build import build
from macros.captions.clock import timestamp
from tests.browser.chromium import launch
from tests.fixture_project import make_fixture_project, make_recording
from tests.page_weight import compressed, with_imports
from tests.servers import Server

ROOT = Path(__file__).parent.parent
WORDS = 2500
CUES = 300
SECONDS = 1200
SPEED = 16
"""Times as fast as people listen: the page has sixteen times as much to do."""
WATCHED_SECONDS = 6.0

_FRAMES = """seconds => new Promise((done) => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration)))
    .observe({ type: "longtask" });
  const frames = [];
  const marked = new Set();
  const end = performance.now() + seconds * 1000;
  const frame = (now) => {
    frames.push(now);
    marked.add(document.querySelector(".said[aria-current]")?.id);
    if (now < end) requestAnimationFrame(frame);
    else done({ frames: frames.length / seconds, tasks, marked: marked.size });
  };
  requestAnimationFrame(frame);
})"""


def rows() -> list[tuple[str, str]]:
    """(what, how much) for each measurement."""
    found: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        found += _weight(browser.new_page(), Path(folder))
        found += _smoothness(browser.new_page(), Path(folder))
        browser.close()
    return found


def _weight(page: Page, folder: Path) -> list[tuple[str, str]]:
    """The weight of the real webinar whose length is nearest to 2,500 words, media aside."""
    build(ROOT, folder / "site", "mkdocs", lambda message: None)
    pages = sorted((folder / "site" / "webinars").glob("*/transcript.txt"))
    longest = min(pages, key=lambda path: abs(len(path.read_text(encoding="utf-8").split()) - WORDS)).parent
    scripts = sum(compressed(file) for file in with_imports(folder / "site" / "assets" / "js" / "webinar.js"))
    bodies: dict[str, bytes] = {}

    def keep(response: Response) -> None:
        if response.request.resource_type != "media":
            bodies[response.url] = response.body()

    page.on("response", keep)
    with Server(folder / "site") as server:
        page.goto(f"{server.url}webinars/{longest.name}/")
        page.wait_for_load_state("networkidle")
    size = sum(len(gzip.compress(body, 9)) for body in bodies.values())
    html = compressed(longest / "index.html")
    return [
        (f"Webinar page {longest.name}: all but media, gzip", f"{size / 1000:.1f} kB (at most 50)"),
        ("of which the HTML", f"{html / 1000:.1f} kB"),
        ("of which its JavaScript", f"{scripts / 1000:.1f} kB"),
    ]


def _smoothness(page: Page, folder: Path) -> list[tuple[str, str]]:
    """Frames and long tasks while a page of 20 minutes and 300 cues scrolls along at sixteen times the speed."""
    project = folder / "project"
    make_fixture_project(ROOT, project)
    _add_long_webinar(project)
    build(project, folder / "long", "mkdocs", lambda message: None)
    with Server(folder / "long") as server:
        page.goto(f"{server.url}webinars/talking-it-over/")
        page.get_by_label("Scroll along while it plays").check()
        page.get_by_role("button", name="Play", exact=True).click()
        page.locator("audio").evaluate("(audio, speed) => { audio.playbackRate = speed; }", SPEED)
        result = page.evaluate(_FRAMES, WATCHED_SECONDS)
    longest = max(result["tasks"], default=0)
    return [
        (f"Following {CUES} cues at {SPEED} times the speed: frames a second", f"{result['frames']:.0f} (60 wanted)"),
        ("paragraphs marked meanwhile", str(result["marked"])),
        ("tasks longer than 50 ms", f"{len(result['tasks'])} (longest {longest:.0f} ms)"),
    ]


def _add_long_webinar(project: Path) -> None:
    """Makes the fixture's recorded webinar 20 minutes long, with 300 cues."""
    folder = project / "webinars" / "talking-it-over"
    each = SECONDS / CUES
    cues = "\n\n".join(
        f"{timestamp(i * each)} --> {timestamp((i + 1) * each)}\n<v Speaker {i // 2 % 2}>Words of cue {i}. And more."
        for i in range(CUES)
    )
    (folder / "captions.en.vtt").write_text(f"WEBVTT\n\n{cues}\n", encoding="utf-8")
    (folder / "captions.cy.vtt").unlink()
    data = (folder / "webinar.yml").read_text(encoding="utf-8").replace('duration: "1:00"', 'duration: "20:00"')
    (folder / "webinar.yml").write_text(data, encoding="utf-8")
    make_recording(folder / "talk.wav", SECONDS, rate=8000)
