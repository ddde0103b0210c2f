"""Checks where links and pictures lead inside the site: pages, anchors and files that are there, by their exact names.

The engines find such links too, but only in a build, and without a line.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from macros.markdown.sources import ANCHOR as SOURCES_ANCHOR
from macros.model import GlossaryTerm
from macros.problems import Problem, did_you_mean, nearest
from macros.reading.addresses import leads_into, outside
from macros.reading.pages import Page
from macros.reading.paths import LearningPath

RULE = "inside"

_ANCHORS_OF_DATA = frozenset(
    [
        *["webinar", "webinar_catalogue", "which_rung", "is_it_real", "plan_on_a_page", "all_sources"],
        *["help_places", "search_page", "a_to_z"],
    ]
)
"""Macros that make anchors of their own which only a build knows; it checks the links to them."""

_QUOTES = "\"'“”‘’„«»"


class Lead(NamedTuple):
    """Where a link or a picture of a page leads inside the site. A tag's address is one of the site, not a path."""

    target: str
    line: int
    is_picture: bool
    is_tag: bool


@dataclass(frozen=True)
class Inside:
    """What can be led to.

    ``files`` are all of docs/, by their paths in it; ``addresses`` those of pages, with the path of each. ``anchors``
    has the anchors of each page by its path; a page is not in there if they are not known.
    """

    files: frozenset[str]
    addresses: Mapping[str, str]
    anchors: Mapping[str, frozenset[str]]
    webinars: frozenset[str]

    def any_case(self, path: str) -> str:
        """The path of the file that differs from this one in capitals only; empty if there is none."""
        return next((file for file in self.files if file.lower() == path.lower()), "")


def leads_of(page: Page, site: str) -> tuple[Lead, ...]:
    """Every link and picture of a page that stays inside the site, whose own address is ``site``."""
    links = (Lead(link.target, link.line, False, link.is_tag) for link in page.text.links if not link.key)
    pictures = (Lead(picture.target, picture.line, True, picture.is_tag) for picture in page.text.pictures)
    return tuple(lead for lead in (*links, *pictures) if lead.target and is_inside(lead.target, site))


def is_inside(target: str, site: str) -> bool:
    """Whether an address stays inside the site, or comes back to it by the site's own address."""
    where = outside(target)
    return where is None or bool(site and leads_into(where, (site,)))


def inside(
    files: Iterable[str],
    pages: Sequence[Page],
    made: Mapping[str, Collection[str]],
    citing: Collection[str],
    terms: Sequence[GlossaryTerm] | None,
    paths: Sequence[LearningPath],
    webinars: Iterable[str],
) -> Inside:
    """What pages can lead to. ``made`` has the anchors that each page makes by itself, by its file; ``citing`` are the
    files of those that name sources, which get a list of them.

    ``terms`` are None, and ``paths`` empty, where their own file has problems.
    """
    anchors = {}
    for page in pages:
        calls = {call.name for call in page.macros}
        unknown = ("glossary" in calls and terms is None) or ("learning_paths" in calls and not paths)
        if not (unknown or calls & _ANCHORS_OF_DATA):
            found = set(made[page.file]) | ({SOURCES_ANCHOR} if page.file in citing else set())
            found |= {term.id for term in terms or ()} if "glossary" in calls else set()
            found |= {path.id for path in paths} if "learning_paths" in calls else set()
            anchors[page.path] = frozenset(found)
    return Inside(frozenset(files), {page.url: page.path for page in pages}, anchors, frozenset(webinars))


def check_inside(page: Page, leads: Iterable[Lead], known: Inside, site: str) -> Iterator[Problem]:
    """A problem for each link of the page that leads nowhere, or would not on every server."""
    for lead in leads:
        if outside(lead.target):
            path = urlsplit(lead.target).path.removeprefix(urlsplit(site).path.rstrip("/"))
            cure = _write(page, path, urlsplit(lead.target).fragment, known)
            message = f"'{lead.target}' is this site by its own address, which can change; {cure}"
            yield Problem(page.file, lead.line, message, RULE)
        elif message := _wrong(page, lead, known):
            yield Problem(page.file, lead.line, message, RULE)


def _wrong(page: Page, lead: Lead, known: Inside) -> str:
    """What is wrong with a link, and what to write; empty if it is right."""
    target = lead.target
    path, anchor = (unquote(part) for part in (urlsplit(target).path, urlsplit(target).fragment))
    if target.startswith("www."):
        return f"'{target}' is taken for a file of ours; an address of another site starts with https://"
    if path.startswith(("/", "\\")):
        cure = _write(page, path, anchor, known)
        return f"'{target}' starts at the top of the server, where the site may not be; {cure}"
    if path != path.strip(_QUOTES):
        return f"'{target}' has quotation marks, which are taken for a part of the address; leave them out"
    if "\\" in path:
        return f"'{target}' has backslashes; write '{target.replace(chr(92), '/')}'"
    if lead.is_tag:
        return _wrong_address(page, lead, path, known)
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    if there in known.files:
        return _wrong_anchor(page, target, there, anchor, known)
    if right := known.any_case(there):
        return f"'{target}' has other capitals than the file; write '{_from(page, right)}'"
    if lead.is_picture:
        return f"there is no picture '{target}'; {_nearest(page, there, known)}"
    if there.startswith("../") or there == "..":
        return f"'{target}' leads out of docs/, which is all that is published; {_nearest(page, path, known)}"
    address = "" if there == "." else f"{there}/"
    if address in known.addresses:
        return f"'{target}' is an address; name the page's file: '{_from(page, known.addresses[address])}'"
    return f"there is no page '{target}'; {_nearest(page, there, known)}"


def _wrong_address(page: Page, lead: Lead, path: str, known: Inside) -> str:
    """The same for a tag, which is read from the page's own address."""
    there = posixpath.normpath(posixpath.join("/", page.url, path)).lstrip("/") if path else page.url
    address = f"{there}/" if there and not there.endswith("/") else there
    of_webinar = address.removeprefix("webinars/").partition("/")[0] in known.webinars
    if address in known.addresses or (there in known.files and not there.endswith(".md")) or of_webinar:
        return ""
    what = "picture" if lead.is_picture else "page"
    return f"a tag's '{lead.target}' is the address of no {what}{did_you_mean(address, known.addresses)}"


def _wrong_anchor(page: Page, target: str, path: str, anchor: str, known: Inside) -> str:
    made = known.anchors.get(path)
    if not anchor or made is None or anchor in made:
        return ""
    where = "this page" if path == page.path else f"docs/{path}"
    hint = did_you_mean(anchor, made) or f"; give the heading that you mean {{#{anchor}}}, or correct the link"
    return f"'{target}' leads to an anchor that {where} does not have{hint}"


def _write(page: Page, path: str, anchor: str, known: Inside) -> str:
    """The path to write for one that starts with a slash."""
    stem = path.replace("\\", "/").strip("/")
    for candidate in (known.addresses.get(f"{stem}/"), known.addresses.get(stem), stem, f"{stem}.md"):
        if candidate and candidate in known.files:
            return f"write '{_from(page, candidate)}{'#' if anchor else ''}{anchor}'"
    return "write the path of the page's file from here, such as '../do/access.md'"


def _nearest(page: Page, path: str, known: Inside) -> str:
    """The file that was probably meant, as a link of this page."""
    own = posixpath.splitext(path)[1]
    found = nearest(path, (file for file in known.files if posixpath.splitext(file)[1] == own or not own))
    return f"did you mean '{_from(page, found)}'?" if found else "correct its name, or add the file"


def _from(page: Page, path: str) -> str:
    """A file of docs/ as a link of this page names it."""
    return posixpath.relpath(path, posixpath.dirname(page.path) or ".")
