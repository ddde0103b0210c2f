"""Checks that every address that was ever published is still there, or leads on: people link to pages and to parts of
them from other sites, slides and handouts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from macros.language.words import read_list
from macros.model import GlossaryTerm, Vocabulary, Webinar
from macros.problems import Problem, nearest
from macros.reading.glossary import FILE as GLOSSARY
from macros.reading.moved import MovedAnchor, address_and_anchor, entry_of, moved_anchors
from macros.reading.pages import Page, files_of_address
from macros.reading.references import given_anchors

FILE = "data/published.txt"
RULE = "anchors"

Made = Mapping[str, Collection[str]]
"""The anchors that each page makes by itself, by its file."""


def check_published(
    root: Path, pages: Sequence[Page], made: Made, terms: Sequence[GlossaryTerm], webinars: Sequence[Webinar]
) -> list[Problem]:
    """A problem for each published page or anchor that is gone and leads nowhere. A page that is gone is told once."""
    published, problems = read_list(root / FILE, root)
    by_address = {page.url: page for page in pages}
    now = _now(pages, webinars)
    words = frozenset(term.id for term in terms)
    moved = {(one.old, one.anchor) for one in moved_anchors(pages)}
    gone: set[str] = set()
    for line, entry in published:
        address, anchor = address_and_anchor(entry)
        page = now.get(address)
        if page is None:
            if address not in gone:
                problems.append(Problem(FILE, line, _no_page(address, by_address), RULE, files_of_address(address)))
            gone.add(address)
        elif anchor and (address, anchor) not in moved and not _has(page, anchor, made, words):
            follows = (GLOSSARY,) if _shows_glossary(page) else ()
            problems.append(Problem(FILE, line, _no_anchor(entry, anchor, page), RULE, follows))
    return problems


def check_aliases(pages: Sequence[Page], made: Made, webinars: Sequence[Webinar]) -> Iterator[Problem]:
    """Old addresses are old, each leads to one page, and what moved is where its page says."""
    taken = {page.url: f"docs/{page.path}" for page in pages}
    # What a webinar says of its own older names is looked at where the webinars are read.
    taken |= {f"webinars/{alias}/": f"webinars/{webinar.slug}/" for webinar in webinars for alias in webinar.aliases}
    for page in pages:
        for index, alias in enumerate(page.front.aliases):
            if alias in taken:
                message = f"the alias '{alias}' is the address of {taken[alias]}; an alias is one that no page has now"
                yield Problem(page.file, page.data.line(("aliases", index)), message, RULE)
            taken.setdefault(alias, f"docs/{page.path}")
    now = _now(pages, webinars)
    places: dict[str, str] = {}
    for moved in moved_anchors(pages):
        entry = entry_of(moved.old, moved.anchor)
        message = _wrong(moved, now, made)
        if not message and entry in places:
            message = f"'{entry}' is said to have moved to {places[entry]}, too; remove one of the two"
        places.setdefault(entry, moved.page.file)
        if message:
            yield Problem(moved.page.file, moved.page.data.line(("moved_anchors", entry)), message, RULE)


def all_published(pages: Sequence[Page], vocabulary: Vocabulary, terms: Sequence[GlossaryTerm]) -> list[str]:
    """Every address that the project has, such as ``do/access/``, and every anchor that it gives on purpose, such as
    ``do/access/#law``, in order.

    Those are: ids in braces or tags, the ladder's rungs, the glossary's words. Moments of webinars are left out,
    because they move when a script changes.
    """
    words = frozenset(term.id for term in terms)
    anchors = (
        entry_of(page.url, id_)
        for page in pages
        for id_ in given_anchors(page, vocabulary) | (words if _shows_glossary(page) else frozenset())
    )
    return sorted({entry_of(page.url) for page in pages} | set(anchors))


def not_listed(root: Path, published: Sequence[str]) -> list[str]:
    """Those of ``published`` that the list does not have yet."""
    known = {entry for _, entry in read_list(root / FILE, root)[0]}
    return [entry for entry in published if entry not in known]


def add_published(root: Path, published: Sequence[str]) -> list[str]:
    """Adds to the list those that it does not have; gives those that were added."""
    path = root / FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    notes = [line for line in lines if line.startswith("#")]
    known = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    added = not_listed(root, published)
    path.write_text("\n".join([*notes, *sorted(known | set(added))]) + "\n", encoding="utf-8", newline="\n")
    return added


def _now(pages: Sequence[Page], webinars: Sequence[Webinar]) -> dict[str, Page]:
    """Which page people come to at an address, old ones too."""
    by_address = {page.url: page for page in pages}
    of_webinars = {page.webinar_slug: page for page in pages if page.webinar_slug}
    old = {alias: page for page in pages for alias in page.front.aliases}
    old |= {
        f"webinars/{alias}/": of_webinars[webinar.slug]
        for webinar in webinars
        for alias in webinar.aliases
        if webinar.slug in of_webinars
    }
    return old | by_address


def _has(page: Page, anchor: str, made: Made, words: Collection[str]) -> bool:
    return anchor in made[page.file] or (anchor in words and _shows_glossary(page))


def _no_page(address: str, pages: Mapping[str, Page]) -> str:
    near = nearest(address, pages)
    such = f", such as docs/{pages[near].path}" if near else ""
    return (
        f"'{entry_of(address)}' was published, and no page is there any more; bring it back, or add this line to the"
        f" top of the page that takes its place{such}: aliases: [{entry_of(address)}]"
    )


def _no_anchor(entry: str, anchor: str, page: Page) -> str:
    if _shows_glossary(page):
        cure = f"give a term of data/glossary.yml the id '{anchor}' again"
    else:
        cure = f"give its heading in {page.file} the id again: {{#{anchor}}}"
    return (
        f"'{entry}' was published, and people link to it; {cure}. If it has another name or page now, add to the top of"
        f" that page: moved_anchors: {{{entry}: its-new-id}}"
    )


def _wrong(moved: MovedAnchor, now: Mapping[str, Page], made: Made) -> str:
    """What is wrong with what a page says of an anchor that moved; empty if nothing is."""
    entry = entry_of(moved.old, moved.anchor)
    if moved.new not in made[moved.page.file]:
        return (
            f"'{entry}' is said to be '#{moved.new}' now, which this page does not have; give its heading"
            f" {{#{moved.new}}}"
        )
    page = now.get(moved.old)
    if page is None:
        return f"'{entry}' is said to have moved, and no page is at '{entry_of(moved.old)}'; add it to 'aliases', too"
    if page.url != moved.old and page is not moved.page:
        return f"'{entry}' has moved with its page to {page.file}; say it there"
    if moved.anchor in made[page.file]:
        return f"'{entry}' is said to have moved, and {page.file} has '#{moved.anchor}'; remove the line"
    return ""


def _shows_glossary(page: Page) -> bool:
    return any(call.name == "glossary" for call in page.macros)
