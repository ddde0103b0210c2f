"""The one axe helper of the project. Every message carries the page's address."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = (Path(__file__).parent.parent / "node" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RULES = {
    # The design promises the contrast of level AAA (WCAG 1.4.6). axe leaves to the rule of level AA
    # what fails that one too, so both are needed.
    "color-contrast-enhanced": {"enabled": True},
    "target-size": {"enabled": True},
}

COLOUR_RULES = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")
"""All that can differ between the light and the dark scheme: the page is otherwise the same."""

WIDTH_RULES = ("target-size", "scrollable-region-focusable", "heading-order", "region", "skip-link")
"""What can differ between a wide and a narrow window of the same page: sizes, and what is shown."""


def load_axe(page: Page) -> None:
    """Puts axe into the page. Playwright does it from outside, so the page's policy stays as strict as it is."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"() => {{ {SCRIPT} }}")


def axe_violations(page: Page, only: Sequence[str] = ()) -> list[str]:
    """What axe finds on the page as it is now: a line for every element, none if all is well.

    With ``only``, these rules alone are run.
    """
    load_axe(page)
    run = {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": list(TAGS)}
    options = {"runOnly": run, "resultTypes": ["violations"], "preload": False, **({} if only else {"rules": RULES})}
    results: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{page.url} [{violation['id']}] {violation['help']}: {node['target']} {node['html'][:160]}"
        f" {node.get('failureSummary', '')}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]
