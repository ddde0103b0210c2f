"""`make bench`: measures sizes and speeds and prints them. Nothing here passes or fails.

`make bench ARGS=webinar` runs one part; the parts are the modules tests/bench_*.py and those below. A part that can
measure several sizes is told them after a colon: `make bench ARGS=scale:100,400`. The part `voice`
measures what `make voice` has spoken, and is run only if asked for.
`make bench ARGS=lighthouse` installs Lighthouse from npm and asks it about one page of each kind.
`make bench ARGS=faults` shows what was tried to break a build, and what held; it too runs only when asked for.
So do `make bench ARGS=coverage`, how much of the code the tests run, and `make bench ARGS=mutation`, what they notice.
"""

from __future__ import annotations

import gzip
import importlib
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Error, Response, sync_playwright

from macros.building.build import build
from tests.browser.chromium import launch
from tests.browser.kinds import PAGE_KINDS
from tests.browser.slow import SLOWER, layout_shift, slow_down
from tests.servers import Server

ROOT = Path(__file__).parent.parent
PARTS = ("pages", "build", "check", "spelling", "preview", "webinar", "search", "scale")


def main(wanted: list[str]) -> int:
    """Prints the rows of each part as it is measured."""
    for part in wanted or PARTS:
        print(f"\n{part}")
        name, _, sizes = part.partition(":")
        measure = OWN[name] if name in OWN else importlib.import_module(f"tests.bench_{name}").rows
        rows = measure(*map(int, sizes.split(",") if sizes else ()))
        for name, value in rows:
            print(f"  {name:<58} {value}", flush=True)
    return 0


def page_rows() -> list[tuple[str, str]]:
    """What a first visit to each type of page fetches before it is loaded, compressed, and its layout shift on a slow
    device."""
    rows = []
    with tempfile.TemporaryDirectory(dir=ROOT / ".build-cache") as folder:
        site = Path(folder) / "site"
        build(ROOT, site, "mkdocs", print)
        with Server(site) as server, sync_playwright() as playwright:
            browser = launch(playwright)
            for name, path in PAGE_KINDS.items():
                page = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
                bodies: dict[str, bytes] = {}
                page.on("response", lambda r, kept=bodies: kept.setdefault(r.url, _body(r)))
                slow_down(page)
                page.goto(server.url + path, wait_until="load")
                shift = layout_shift(page)
                fetched = {url: body for url, body in bodies.items() if not url.endswith((".mp3", ".vtt"))}
                size = sum(len(gzip.compress(body)) for body in fetched.values())
                script = sum(len(gzip.compress(body)) for url, body in fetched.items() if url.endswith(".js"))
                # The icon in the tab is no part of the load, and the list of resources leaves it out.
                requests = 1 + page.evaluate(
                    "performance.getEntriesByType('resource').filter((entry) => entry.startTime"
                    " < performance.getEntriesByType('navigation')[0].loadEventStart).length"
                )
                rows.append(
                    (
                        f"{name}: compressed, its JavaScript, requests, shift ({SLOWER} times slower)",
                        f"{size / 1000:.1f} kB, {script / 1000:.1f} kB, {requests}, {shift:.3f}",
                    )
                )
                page.context.close()
            browser.close()
    return rows


def _body(response: Response) -> bytes:
    try:
        return bytes(response.body())
    except Error:
        # A recording that the browser stopped fetching has no body.
        return b""


def build_rows() -> list[tuple[str, str]]:
    """Seconds that a build takes with every narration cached, by engine."""
    rows = []
    for engine in ("mkdocs", "properdocs", "zensical"):
        with tempfile.TemporaryDirectory(dir=ROOT / ".build-cache") as folder:
            start = time.monotonic()
            build(ROOT, Path(folder) / "site", engine, print)
            rows.append((f"build with {engine}", f"{time.monotonic() - start:.1f} s"))
    return rows


OWN = {"pages": page_rows, "build": build_rows}

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
