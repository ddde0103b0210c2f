"""`make screenshot`: renews the picture of the home page that the README shows.

`python -m tests.screenshot [FILE]` builds the site, opens its home page as a visitor on a laptop sees it, and writes
the picture, made as small as it can be without a loss.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import oxipng
from playwright.sync_api import sync_playwright

from macros.building.build import build
from tests.browser.chromium import launch
from tests.servers import Server

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "assets" / "img" / "screenshot.png"
WIDTH, HEIGHT = 1280, 800


def take(site: Path) -> bytes:
    """The home page of a built site as a PNG: light colours, nothing that moves."""
    with Server(site) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(server.url, wait_until="load")
        picture = page.screenshot()
        browser.close()
    return oxipng.optimize_from_memory(picture, level=4, strip=oxipng.StripChunks.safe())


def main(arguments: list[str]) -> int:
    """Writes the picture and says how large it is."""
    target = Path(arguments[0]) if arguments else PICTURE
    cache = ROOT / ".build-cache"
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        site = Path(folder) / "site"
        build(ROOT, site, "mkdocs", print)
        target.write_bytes(take(site))
    print(f"{target}: {WIDTH} x {HEIGHT}, {target.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
