"""Publishes the session plans: a page and a Word file for each webinar and each learning path."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

from macros.content.content import Content
from macros.model import Made, Webinar
from macros.publishing.papers import Sheet, absolute, word_file
from macros.reading.addresses import outside
from macros.reading.interface import Words
from macros.reading.pages import Page
from macros.reading.references import by_path
from macros.rendering.environment import render
from macros.rendering.frame import deeper, framed
from macros.rendering.paths import ShownPath, shown_path
from macros.sessions.plan import LEVELS, Plan, general_blocks, path_plan, webinar_plan
from macros.sessions.shapes import SessionShapes, path_plan_url, webinar_plan_url
from macros.settings import Settings
from macros.store import Store, key_of

_General = Callable[[], tuple[Element, ...]]
"""Gives the sections that all plans share."""
_LINK, _END = 'href="', '"'


@dataclass(frozen=True)
class _Made:
    """A plan as it is kept: the content of its page, and the name of its Word file, which is kept beside it."""

    title: str
    page: str
    file: str


@dataclass(frozen=True)
class _Task:
    """A plan to make. ``shaped_by`` is all that shapes it, so that it need not be made to know if it has changed."""

    url: str
    shaped_by: tuple[object, ...]
    make: Callable[[], Plan]


def prepare_session_plans(content: Content, store: Store) -> None:
    """Sees to it that every session plan is in the store, for ``publish_session_plans`` to find. Raises PaperError."""
    for task in _tasks(content):
        key = _key(task, content)
        if not store.has(owner(task.url), key):
            _kept(task, content, store, key)


def publish_session_plans(content: Content, site: Path, store: Store) -> None:
    """Writes the page of each session plan, in the frame of the page above it, and its Word file.

    What ``store`` has need not be made again. Raises PaperError.
    """
    tasks = tuple(_tasks(content))
    for task in tasks:
        made, word = _found(task, content, store)
        folder = site / task.url
        frame = deeper((folder.parent / "index.html").read_text(encoding="utf-8"), f"{folder.name}/")
        title = content.words.sessions.page_title.format(plan=made.title, site=content.settings.site_name)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(framed(frame, title, made.page), encoding="utf-8", newline="\n")
        (folder / made.file).write_bytes(word)
    for owner_of in (owner, word_owner):
        store.forget_all_but((owner_of(task.url) for task in tasks), owner_of(""))


def _key(task: _Task, content: Content) -> str:
    settings = content.settings
    return key_of(*task.shaped_by, settings.public_url, settings.site_name, content.words.key)


def _found(task: _Task, content: Content, store: Store) -> tuple[_Made, bytes]:
    """A plan and its Word file: from the store, or made now."""
    key = _key(task, content)
    page, word = store.get(owner(task.url), key), store.get_file(word_owner(task.url), key)
    if page and word:
        return _Made(**json.loads(page)), word
    return _kept(task, content, store, key)


def _kept(task: _Task, content: Content, store: Store, key: str) -> tuple[_Made, bytes]:
    """Makes a plan and its Word file, and keeps them."""
    plan = task.make()
    made = _Made(plan.title, plan_page(plan, content.settings.public_url, content.words), plan.file)
    word = _word_file(plan, content.settings, content.words)
    store.put_file(word_owner(task.url), key, word)
    # The last: where it is, both are.
    store.put(owner(task.url), key, json.dumps(asdict(made)))
    return made, word


def owner(url: str) -> str:
    """Under which name the store keeps the page of the plan at this address."""
    return f"session plan {url}"


def word_owner(url: str) -> str:
    """Under which name the store keeps the Word file of the plan at this address."""
    return f"session file {url}"


def session_plans(content: Content) -> Iterator[Plan]:
    """Every session plan of the content. Raises PaperError."""
    return (task.make() for task in _tasks(content))


def _tasks(content: Content) -> Iterator[_Task]:
    """A task for each webinar and each learning path."""
    shapes, words = content.sessions, content.words
    pages = by_path(content.pages)
    vocabulary = content.catalogue.vocabulary
    page = pages[shapes.page]
    # Made once, and only if a plan has to be made.
    general = cache(partial(general_blocks, page, shapes, vocabulary.sources.values()))
    shared = key_of(page.body, shapes, vocabulary.sources)
    for webinar in content.catalogue.webinars:
        own = pages[f"webinars/{webinar.slug}.md"]
        told = (webinar.title, webinar.duration, webinar.made, own.body)
        make = partial(_of_webinar, webinar, own, shapes, general, words)
        yield _Task(webinar_plan_url(webinar.slug), (*told, shared), make)
    if front := page.front.made:
        made = Made(vocabulary.rungs[front.rung], front.by, front.when, tuple(front.reviewed_by))
        for path in content.paths:
            shown = shown_path(path, content.catalogue.by_slug)
            make = partial(_of_path, shown, made, shapes, general, words)
            yield _Task(path_plan_url(shapes, path.id), (shown, made, shared), make)


def _of_webinar(webinar: Webinar, page: Page, shapes: SessionShapes, general: _General, words: Words) -> Plan:
    return webinar_plan(webinar, page, shapes, general(), words)


def _of_path(shown: ShownPath, made: Made, shapes: SessionShapes, general: _General, words: Words) -> Plan:
    return path_plan(shown, made, shapes, general(), words)


def _word_file(plan: Plan, settings: Settings, words: Words) -> bytes:
    public = settings.public_url
    sheet = Sheet(
        plan.title,
        plan.subject,
        plan.made.when,
        f"{public}{plan.url}" if public else "",
        plan.blocks,
        LEVELS,
        lambda address: absolute(address, public),
    )
    return word_file(sheet, settings.site_name, words)


def plan_page(plan: Plan, public_url: str, words: Words) -> Markup:
    """The content of a plan's page; ``public_url`` is the site's public address, or empty."""
    root = "../" * plan.url.count("/")
    blocks = [Markup(_from_top(block, root)) for block in _shown(plan.blocks, words)]
    page_url = f"{public_url}{plan.url}" if public_url else ""
    return render("session_plan.html", words, plan=plan, blocks=blocks, root=root, page_url=page_url)


def _shown(blocks: Iterable[Element], words: Words) -> Iterator[str]:
    """The blocks as HTML, tables in a region that a keyboard can scroll (as macros/markdown/tables.py has them)."""
    heading, tables = "", 0
    for block in blocks:
        shown = _html(block)
        if block.tag in LEVELS:
            heading = "".join(block.itertext())
        if block.tag == "table":
            tables += 1
            name = words.page.table.format(number=tables, heading=heading)
            region = '<div class="table-scroll" role="region" aria-label="{}" tabindex="0">{}</div>'
            shown = str(Markup(region).format(name, Markup(shown)))
        yield shown


# Most blocks of a plan are those that all plans share.
@lru_cache(maxsize=256)
def _html(block: Element) -> str:
    return tostring(block, encoding="unicode", method="html")


def _from_top(block: str, root: str) -> str:
    """A block whose links lead from its page to the site's top first; those to other sites stay as they are."""
    first, *others = block.split(_LINK)
    return first + "".join(f"{_LINK}{'' if outside(link.partition(_END)[0]) else root}{link}" for link in others)
