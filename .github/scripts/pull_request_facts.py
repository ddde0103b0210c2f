"""Writes down what a pull request changes, as data: pages, reading grades, the report, what axe found.

Runs in the pull request's own workflow, which may do nothing but read. What it writes is data for
pull_request_comment.py, which trusts none of it. Usage: pull_request_facts.py SITE FACTS.json
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from macros.checks.language import grade_of, graded_sentences
from macros.checks.texts import page_prose
from macros.language.grade import SMALLEST_SAMPLE
from macros.reading.pages import Page, read_page

SAMPLE = ("", "understand/the-ladder/", "webinars/")
"""What axe looks at where something has changed that shapes every page."""
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")


def changed_files(root: Path) -> list[str]:
    """The files that differ from the branch that the pull request goes to, with forward slashes.

    GitHub checks out a merge: its first parent is that branch.
    """
    command = ["git", "diff", "--name-only", "--diff-filter=d", "-z", "HEAD^1", "HEAD"]
    output = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout.decode()
    return [name for name in output.split("\0") if name]


def changed_pages(files: Iterable[str]) -> list[str]:
    """The Markdown files of docs/ that show a change: a webinar's page too where its data changed."""
    pages = set()
    for name in files:
        parts = PurePosixPath(name).parts
        if parts[0] == "docs" and name.endswith(".md"):
            pages.add(name)
        elif parts[0] == "webinars" and len(parts) > 2:
            pages.add(f"docs/webinars/{parts[1]}.md")
    return sorted(pages)


def page_facts(page: Page) -> dict[str, object]:
    """A page as the comment shows it; the grade is None where there are too few words to tell."""
    sentences = [sentence.text for sentence in graded_sentences(page_prose(page))]
    words = sum(len(sentence.split()) for sentence in sentences)
    return {
        "file": page.file,
        "url": page.url,
        "title": page.front.title,
        "grade": grade_of(sentences) if words >= SMALLEST_SAMPLE else None,
    }


def accessibility(site: Path, urls: list[str]) -> dict[str, object]:
    """What axe finds on these pages of the built site, at each width and in each colour scheme."""
    from playwright.sync_api import sync_playwright

    from tests.browser.axe import axe_violations
    from tests.browser.chromium import launch
    from tests.servers import Server

    problems = []
    with Server(site) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        for width in WIDTHS:
            for scheme in SCHEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
                )
                page = context.new_page()
                for url in urls:
                    page.goto(server.url + url)
                    found = axe_violations(page)
                    problems += [f"{text.removeprefix(server.url)} ({width} px, {scheme})" for text in found]
                context.close()
        browser.close()
    return {"pages": len(urls), "problems": problems}


def report(root: Path) -> str:
    """What `python -m macros report --markdown` counts in the captions of every webinar."""
    command = [sys.executable, "-m", "macros", "report", "--markdown"]
    result = subprocess.run(command, cwd=root, check=False, capture_output=True, encoding="utf-8", errors="replace")
    return result.stdout if result.returncode == 0 else "The report could not be made: see the checks.\n"


def main(site: Path, target: Path) -> int:
    """Writes the facts, and the report for people who open the run itself."""
    root = Path.cwd()
    pages = [
        page
        for name in changed_pages(changed_files(root))
        if (root / name).is_file() and (page := read_page(root / name, root)[0])
    ]
    urls = [page.url for page in pages] or list(SAMPLE)
    facts = {
        "pages": [page_facts(page) for page in pages],
        "report": report(root),
        "accessibility": accessibility(site, urls) if (site / "index.html").is_file() else None,
    }
    target.write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")
    print(facts["report"])
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
