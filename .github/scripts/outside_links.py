"""Turns linkchecker's report into the text of an issue about dead links to other sites.

Usage: outside_links.py REPORT.csv > issue.md; the exit code is 0 if no link is dead, 3 if some are.
Links that only refused to be looked at (many sites refuse every program) are named apart: a person
has to look at them, so they alone file no issue.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SOME_ARE_DEAD = 3

_DEAD = re.compile(r"\b(404|410)\b|not known|resolve|NameResolution|No address associated", re.IGNORECASE)
_LOCAL = {"127.0.0.1", "localhost"}


@dataclass(frozen=True, order=True)
class BadLink:
    """A link that does not work: its address, the page that has it, and what the other site answered."""

    address: str
    page: str
    answer: str

    @property
    def is_dead(self) -> bool:
        """Whether the page is gone, and not only out of reach for a program."""
        return bool(_DEAD.search(self.answer))


def bad_links(report: Iterable[str]) -> list[BadLink]:
    """The links to other sites that linkchecker's CSV report calls wrong, each once a page."""
    rows = csv.DictReader((line for line in report if not line.startswith("#")), delimiter=";")
    found = {
        BadLink(row["url"], urlsplit(row["parentname"]).path, row["result"])
        for row in rows
        if row["valid"] == "False" and urlsplit(row["url"]).hostname not in _LOCAL
    }
    return sorted(found)


def issue(links: list[BadLink]) -> str:
    """The text of the issue, in Markdown."""
    dead = [link for link in links if link.is_dead]
    doubtful = [link for link in links if not link.is_dead]
    lines = ["These links lead to pages that are gone.", "", *_table(dead)]
    if doubtful:
        lines += ["", "These could not be looked at by a program. A person has to open them.", "", *_table(doubtful)]
    lines += [
        "",
        "To mend a link, change its address in `data/sources.yml` (or in the page that has it).",
        "Look for the new address on the same site first. If the page is gone for good, take out what relied on it.",
    ]
    return "\n".join(lines) + "\n"


def _table(links: list[BadLink]) -> list[str]:
    rows = [f"| `{_cell(link.address)}` | `{_cell(link.page)}` | {_cell(link.answer[:100])} |" for link in links]
    return ["| Address | Page of ours | Answer |", "|---|---|---|", *rows]


def _cell(text: str) -> str:
    """Other sites write these texts: nothing in them may become a link, a mention or a new cell."""
    return re.sub(r"[`|<>@\[\]\r\n]", " ", text)


def main(path: Path) -> int:
    """Writes the issue's text; says by its exit code whether there is one to file."""
    with path.open(encoding="utf-8", newline="") as file:
        links = bad_links(file)
    if not any(link.is_dead for link in links):
        return 0
    print(issue(links), end="")
    return SOME_ARE_DEAD


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
