"""Finds and starts a Chromium: one that is there, else Playwright's own.

`python -m tests.browser.chromium` starts it once and prints its version; exit code 1 if none works.
"""

from __future__ import annotations

import os
import shutil
import sys

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

# The address bar's drop-downs are pages of their own: two processes for every context that a test opens.
# The list replaces the one that Playwright gives, so what matters of that one is here too.
_WITHOUT = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_path() -> str | None:
    """The program named by CHROMIUM or found on this machine; None for Playwright's own."""
    found = (os.environ.get("CHROMIUM"), *map(shutil.which, _NAMES))
    return next((path for path in found if path), None)


def launch(playwright: Playwright) -> Browser:
    """Starts Chromium without a window, and without its own traffic in the background."""
    arguments = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        f"--disable-features={','.join(_WITHOUT)}",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium's sandbox does not start for root, who is who runs in most containers.
        arguments.append("--no-sandbox")
    return playwright.chromium.launch(executable_path=chromium_path(), args=arguments)


def main() -> int:
    """Whether a browser starts."""
    try:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            print(f"Chromium {browser.version}")
            browser.close()
    except Error as error:
        print(f"No Chromium that works: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
