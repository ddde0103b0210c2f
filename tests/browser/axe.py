"""The one axe helper of the project. Every message carries the page's address."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = (Path(__file__).parent.parent / "node" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RULES = {
    # AAA contrast (WCAG 1.4.6) is a promise of the design.
    "color-contrast-enhanced": {"enabled": True},
    "target-size": {"enabled": True},
}


def axe_violations(page: Page, tags: Sequence[str] = TAGS) -> list[str]:
    """What axe finds on the page as it is now: a line for every element, none if all is well."""
    # Playwright evaluates outside the page's policy, so the policy stays as strict as it is.
    page.evaluate(SCRIPT)
    results: dict[str, Any] = page.evaluate(
        "options => axe.run(document, options)",
        {"runOnly": {"type": "tag", "values": list(tags)}, "rules": RULES, "resultTypes": ["violations"]},
    )
    return [
        f"{page.url} [{violation['id']}] {violation['help']}: {node['target']} {node['html'][:160]}"
        f" {node.get('failureSummary', '')}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]
