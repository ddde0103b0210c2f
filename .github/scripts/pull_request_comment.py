"""Turns the facts about a pull request into the text of a comment.

Runs with the right to comment, on the main branch's own code, after the pull request's workflow.
Anybody can write the facts, so they are read as data only: every value has its type checked and
every text is stripped of what Markdown could make of it. Usage: pull_request_comment.py FACTS.json
RUN_ADDRESS > comment.md
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

MARK = "<!-- doing-with: what this pull request changes -->"
"""The comment's first line, by which a later run finds it."""
LARGEST = 1_000_000
"""Bytes of facts; more is no honest file."""
MOST_ROWS = 60
LONGEST_REPORT = 20_000
"""Characters; GitHub takes comments of up to 65,536."""


class NotFactsError(Exception):
    """The file is not what pull_request_facts.py writes."""


def plain(text: str) -> str:
    """The text without anything that could become a link, an image, a mention, a tag or a command."""
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text)
    text = re.sub(r"[<>\[\]`@#\\&]", " ", text)
    # Without these signs GitHub makes no address of a word by itself.
    return re.sub(r"(?i)www\.", "www ", text.replace("://", " "))


def cell(text: str) -> str:
    """The text for one cell of a table."""
    return " ".join(plain(text).replace("|", " ").split())[:200]


def comment(facts: Any, run: str) -> str:  # noqa: ANN401
    """The comment, in Markdown. Raises NotFactsError."""
    pages = _typed(facts, "pages", list)
    lines = [MARK, "## What this pull request changes", ""]
    lines += _pages(pages) if pages else ["No page of the site changes its words."]
    lines += ["", "## Accessibility", "", *_accessibility(facts)]
    report = plain(_typed(facts, "report", str)[:LONGEST_REPORT]).strip()
    lines += ["", "<details><summary>Captions of the webinars</summary>", "", report, "", "</details>", ""]
    lines += [f"To see the pages before they are published, download `preview` from [this run]({run}), unpack it,"]
    lines += ["and open it with `python -m http.server`. What each check means: `docs/contribute/checks.md`."]
    return "\n".join(lines) + "\n"


def _pages(pages: list[Any]) -> list[str]:
    rows = ["| Page | File | Reading grade |", "|---|---|---|"]
    for page in pages[:MOST_ROWS]:
        grade = page.get("grade") if isinstance(page, dict) else None
        shown = f"{grade:.1f}" if isinstance(grade, float | int) else "too short to tell"
        rows.append(f"| {cell(_typed(page, 'title', str))} | {cell(_typed(page, 'file', str))} | {shown} |")
    if len(pages) > MOST_ROWS:
        rows.append(f"| and {len(pages) - MOST_ROWS} more | | |")
    return [*rows, "", "A grade is a number of school years. Guides aim for 8 or less."]


def _accessibility(facts: dict[str, Any]) -> list[str]:
    found = facts.get("accessibility")
    if found is None:
        return ["The site could not be built, so nothing was looked at. See the checks."]
    problems, looked_at = _typed(found, "problems", list), _typed(found, "pages", int)
    if not problems:
        return [f"axe looked at {looked_at} pages and found nothing. It cannot see everything: please look too."]
    shown = [f"- {cell(str(problem))}" for problem in problems[:20]]
    return [f"axe found {len(problems)} problems on {looked_at} pages:", "", *shown]


def _typed(values: Any, name: str, kind: type) -> Any:  # noqa: ANN401
    value = values.get(name) if isinstance(values, dict) else None
    if not isinstance(value, kind):
        raise NotFactsError(f"'{name}' is no {kind.__name__}")
    return value


def main(path: Path, run: str) -> int:
    """Writes the comment; the exit code is 1 if the file is not what it should be."""
    if path.stat().st_size > LARGEST:
        print("The facts are too large.", file=sys.stderr)
        return 1
    try:
        print(comment(json.loads(path.read_text(encoding="utf-8")), run), end="")
    except (NotFactsError, ValueError) as error:
        print(f"These are no facts: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2]))
