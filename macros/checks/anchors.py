"""Checks that every anchor that was ever published is still there: people link to them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from macros.language.words import read_list
from macros.model import GlossaryTerm, Vocabulary
from macros.problems import Problem, did_you_mean
from macros.reading.glossary import FILE as GLOSSARY
from macros.reading.pages import Page, files_of_address
from macros.reading.references import given_anchors

FILE = "data/anchors.txt"


def check_anchors(
    root: Path, pages: Sequence[Page], made: Mapping[str, Collection[str]], terms: Sequence[GlossaryTerm]
) -> list[Problem]:
    """A problem for each published anchor that no page makes any more.

    ``made`` has the anchors that each page makes by itself, by its file.
    """
    published, problems = read_list(root / FILE, root)
    by_address = {page.url: page for page in pages}
    words = frozenset(term.id for term in terms)
    for line, entry in published:
        address, _, anchor = entry.partition("#")
        page = by_address.get(address)
        if page is None or not anchor:
            message = _no_page(entry, address, anchor, by_address)
            problems.append(Problem(FILE, line, message, "anchors", follows=files_of_address(address)))
            continue
        if anchor not in made[page.file] and not (anchor in words and _shows_glossary(page)):
            follows = (GLOSSARY,) if _shows_glossary(page) else ()
            problems.append(Problem(FILE, line, _missing(entry, page), "anchors", follows))
    return problems


def all_given_anchors(pages: Sequence[Page], vocabulary: Vocabulary, terms: Sequence[GlossaryTerm]) -> list[str]:
    """Every anchor that the project gives on purpose, such as ``do/access/#law``, in order.

    That is: ids in braces or tags, the ladder's rungs, the glossary's words. Moments of webinars are
    left out, because they move when a script changes.
    """
    words = frozenset(term.id for term in terms)
    return sorted(
        f"{page.url}#{id_}"
        for page in pages
        for id_ in given_anchors(page, vocabulary) | (words if _shows_glossary(page) else frozenset())
    )


def add_anchors(root: Path, given: Sequence[str]) -> list[str]:
    """Adds to the list of published anchors those that it does not have; gives those that were added."""
    path = root / FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    notes = [line for line in lines if line.startswith("#")]
    known = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    added = [anchor for anchor in given if anchor not in known]
    path.write_text("\n".join([*notes, *sorted(known | set(added))]) + "\n", encoding="utf-8", newline="\n")
    return added


def _no_page(entry: str, address: str, anchor: str, pages: Mapping[str, Page]) -> str:
    if not anchor:
        return f"'{entry}' has no anchor; write a page and an anchor, such as do/access/#law"
    return f"'{entry}' was published, and there is no page '{address}' any more{did_you_mean(address, pages)}"


def _missing(entry: str, page: Page) -> str:
    anchor = entry.partition("#")[2]
    if _shows_glossary(page):
        cure = f"give a term of data/glossary.yml the id '{anchor}' again"
    else:
        cure = f"give its heading in {page.file} the id again: {{#{anchor}}}"
    return f"'{entry}' was published, and people link to it; {cure}"


def _shows_glossary(page: Page) -> bool:
    return any(call.name == "glossary" for call in page.macros)
