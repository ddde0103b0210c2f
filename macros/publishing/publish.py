"""Publishes: everything that the built site has besides the engine's pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from macros.checks.published import FILE as PUBLISHED
from macros.checks.published import all_published, not_listed
from macros.content.content import Content
from macros.kinds import Shape
from macros.model import Catalogue, MediaFile, Narration, Webinar
from macros.pictures.pdf import Described, pdf
from macros.pictures.poster import POSTERS, SHEETS, ladder_poster, poster_text
from macros.pictures.svg import standalone_svg
from macros.processors import beside, in_halves
from macros.publishing.atom_feed import atom_feed
from macros.publishing.catalogue_json import FILE as CATALOGUE
from macros.publishing.catalogue_json import SCHEMA_FILE as CATALOGUE_SCHEMA
from macros.publishing.catalogue_json import catalogue_json, catalogue_schema
from macros.publishing.colours import FILE as COLOURS
from macros.publishing.colours import colours_css
from macros.publishing.feed import ATOM, JSON, PODCAST, Feed, feeds
from macros.publishing.fill import FEEDS_PLACE, fill, fill_head, fill_place
from macros.publishing.follow import render_follow
from macros.publishing.head import page_head
from macros.publishing.headers import policy
from macros.publishing.hosts import host_files
from macros.publishing.json_feed import json_feed
from macros.publishing.languages import publish_languages
from macros.publishing.moved import publish_moved
from macros.publishing.papers import paper
from macros.publishing.podcast_feed import podcast_feed
from macros.publishing.search_index import write_search_index
from macros.publishing.session_plans import publish_session_plans
from macros.publishing.share_pictures import owner as picture_owner
from macros.publishing.share_pictures import png, share_pictures
from macros.publishing.site_hash import write_site_hash
from macros.publishing.slices import publish_slices
from macros.publishing.small_files import remove_unused, shrink_files
from macros.publishing.webinar_files import WebinarFiles, owner, webinar_files
from macros.reading.catalogue import owner as webinar_owner
from macros.reading.interface import Words
from macros.reading.moved import moved_pages
from macros.reading.pages import Page
from macros.rendering.frame import framed
from macros.settings import Settings
from macros.store import Store, key_of

PAPER = "paper "
"""Under this and its page's name the store keeps a Word file."""

_FEED_WRITERS = {PODCAST: podcast_feed, ATOM: atom_feed, JSON: json_feed}
_CATALOGUE_MACRO = "webinar_catalogue"
NOT_FOUND = "404.html"
"""The page for addresses that do not exist."""


def publish(content: Content, site: Path, store: Store, earlier: Path | None = None, with_search: bool = True) -> None:
    """Writes into the built ``site`` all that it has besides its pages, and fills these.

    What ``store`` has need not be made again. Large files that an ``earlier`` site has already are shared with it
    instead of copied.
    """
    publish_files(content, site, store, earlier)
    publish_papers(content, site, store)
    if with_search:
        write_search_index(content, site)
    write_site_hash(site)


def publish_files(content: Content, site: Path, store: Store, earlier: Path | None = None) -> None:
    """Writes what each webinar has, the heads of the pages, feeds, catalogue.json and the headers."""
    settings, catalogue, words = content.settings, content.catalogue, content.words
    remove_unused(site, content.root)
    publish_feeds(content, site)
    # Whoever comes to it looked for something else: there is nothing to say of it.
    fill_head(site / NOT_FOUND, "")
    in_halves(lambda pages: publish_pages(content, pages, site, store, earlier), content.pages)
    publish_moved(content, site)
    publish_languages(content, site)
    # Their pages take over the frames of pages, which are finished now.
    with beside(partial(publish_session_plans, content, site, store)) as plans:
        publish_slices(content, site)
        publish_share_pictures(content, site, store)
        publish_poster(site, catalogue, settings, words)
        write(site / CATALOGUE, catalogue_json(catalogue, settings.public_url, words))
        write(site / CATALOGUE_SCHEMA, catalogue_schema())
        shrink_files(site)
        plans()
    if settings.colours:
        write(site / COLOURS, colours_css(settings.colours))
    moved = moved_pages(content.pages, catalogue.webinars)
    page_policy = policy(settings.frame_sources, settings.media_sources)
    for name, text in host_files(settings.site_url, page_policy, moved).items():
        write(site / name, text)
    for owner_of in (owner, webinar_owner):
        store.forget_all_but((owner_of(slug) for slug in catalogue.by_slug), owner_of(""))


def publish_share_pictures(content: Content, site: Path, store: Store) -> None:
    """Writes the pictures that stand beside links to the pages elsewhere."""
    pictures = list(share_pictures(content))
    for picture in pictures:
        write_bytes(site / picture.path, png(picture, store))
    store.forget_all_but((picture_owner(picture.path) for picture in pictures), picture_owner(""))


def publish_feeds(content: Content, site: Path) -> None:
    """Writes the feeds."""
    for feed in feeds(content):
        for file in feed.files:
            write(site / feed.path(file), _FEED_WRITERS[file](feed))


def publish_pages(content: Content, pages: Iterable[Page], site: Path, store: Store, earlier: Path | None) -> None:
    """Says in the heads of these pages what programs can read, and leads from the catalogue to the feeds.

    Fills the pages of webinars, and writes the files beside them; see ``publish`` for ``earlier``. What a site makes
    of several pages is left out: feeds, the switch between languages, where parts have moved to, session plans.
    """
    followed, by_path = feeds(content), {page.path: page for page in content.pages}
    settings, words = content.settings, content.words
    for page in pages:
        _fill_frame(content, page, by_path, followed, site)
        if webinar := content.catalogue.by_slug.get(page.webinar_slug):
            made = webinar_files(webinar, settings, words, store)
            if page.is_in_another(words.language):
                made = made.in_language(words.language)
            publish_webinar(webinar, made, site, settings.site_name, words)
            publish_media(webinar, site, earlier)


def _fill_frame(content: Content, page: Page, pages: Mapping[str, Page], followed: Sequence[Feed], site: Path) -> None:
    path = site / page.url / "index.html"
    fill_head(path, page_head(content, page, pages, followed))
    if any(call.name == _CATALOGUE_MACRO for call in page.calls):
        fill_place(path, FEEDS_PLACE, render_follow(followed, content.words, content.settings.public_url))


def publish_poster(site: Path, catalogue: Catalogue, settings: Settings, words: Words) -> None:
    """Writes the ladder as a poster in each size, as SVG and as PDF."""
    rungs = tuple(catalogue.vocabulary.rungs.values())
    # People carry it away, so an address of this computer is none.
    address = f"{settings.public_url}{POSTERS}" if settings.public_url else ""
    poster = ladder_poster(rungs, address, settings.site_name, words.poster)
    title, text = words.poster.title, poster_text(rungs, words.poster, words.ladder.scenes)
    for name, width in SHEETS.items():
        height = round(width * poster.height / poster.width)
        size = (f"{width:g}mm", f"{height}mm")
        write(site / POSTERS / f"ladder-{name}.svg", standalone_svg(poster, title, text, size))
        (site / POSTERS / f"ladder-{name}.pdf").write_bytes(pdf(poster, width, Described(title, text, words.language)))


def prepare_papers(content: Content, store: Store) -> None:
    """Sees to it that every paper is in the store, for ``publish_papers`` to find."""
    for page in _papers(content):
        _kept_paper(page, content, store)


def publish_papers(content: Content, site: Path, store: Store) -> None:
    """Writes each paper as a Word file beside its page: that of an earlier build if the same would come of it."""
    papers = _papers(content)
    for page in papers:
        folder = site / page.url
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{folder.name}.docx").write_bytes(_kept_paper(page, content, store))
    store.forget_all_but((f"{PAPER}{page.file}" for page in papers), PAPER)


def _papers(content: Content) -> list[Page]:
    return [page for page in content.pages if Shape.WORD_FILE in page.kind.shape]


def _kept_paper(page: Page, content: Content, store: Store) -> bytes:
    settings, words = content.settings, content.words
    key = key_of(page.first_line, page.data, page.body, settings.public_url, settings.site_name, words.key)
    if kept := store.get_file(f"{PAPER}{page.file}", key):
        return kept
    made = paper(page, settings.public_url, settings.site_name, words)
    store.put_file(f"{PAPER}{page.file}", key, made)
    return made


def publish_webinar(webinar: Webinar, made: WebinarFiles, site: Path, site_name: str, words: Words) -> None:
    """Fills a webinar's page, and writes the files beside it."""
    folder = site / "webinars" / webinar.slug
    page = folder / "index.html"
    # Before it is filled: its frame is all that the pages beside it take from it.
    title = words.transcript.page_title_of_site.format(title=webinar.title, site=site_name)
    frame = page.read_text(encoding="utf-8")
    transcript = framed(frame, title, made.transcript)
    if made.qr:
        title = words.share.qr_title.format(title=webinar.title, site=site_name)
        write(folder / "qr.html", framed(frame, title, made.qr))
    fill(page, webinar.slug, made.player, made.words)
    write(folder / "transcript.html", transcript)
    for name, text in made.files.items():
        write(folder / name, text)


def publish_media(webinar: Webinar, site: Path, earlier: Path | None) -> None:
    """Writes a webinar's recording, slides and other versions: large files, shared with an earlier site."""
    sources = {extra.path.name: extra.path for extra in webinar.extras if extra.path and extra.kind != "captions"}
    match webinar.recording:
        case Narration(audio=audio) if audio is not None:
            sources[f"{webinar.slug}.mp3"] = audio
        case MediaFile(path=path) if path is not None:
            sources[path.name] = path
    for name, source in sources.items():
        place = Path("webinars", webinar.slug, name)
        copy(source, site / place, earlier / place if earlier else None)


def without_public_address(settings: Settings) -> str:
    """What the site does not have because people elsewhere cannot open its address; empty if they can."""
    if settings.public_url:
        return ""
    return (
        f"No feeds, share pictures or oEmbed files: they need the site's public address, and 'site_url' (SITE_URL) is "
        f"{settings.site_url}"
    )


def first_published(content: Content) -> str:
    """How many addresses are published that the list of those that stay does not have; empty if it has all."""
    found = not_listed(content.root, all_published(content.pages, content.catalogue.vocabulary, content.terms))
    if not found:
        return ""
    return (
        f"Not yet on the list of what stays ({PUBLISHED}): {len(found)} addresses, such as {found[0]}. Once they are"
        " published, add them: make published (or python -m macros published)"
    )


def write(path: Path, text: str) -> None:
    """Writes a text file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_bytes(path: Path, content: bytes) -> None:
    """Writes a file that is no text, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def copy(source: Path, target: Path, earlier: Path | None = None) -> None:
    """Makes ``target`` a copy of ``source``.

    Where an ``earlier`` copy is the same still, both are one file on the disk: recordings are large, and a preview
    publishes them at every save. Never one file with ``source``, so that nobody can write through it.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    if not (earlier and _is_same(source, earlier) and share(earlier, target)):
        shutil.copy2(source, target)


def share(one: Path, other: Path) -> bool:
    """Makes ``other`` a second name of the file ``one``; whether the disk can do it."""
    try:
        os.link(one, other)
    except OSError:
        return False
    return True


def _is_same(source: Path, copied: Path) -> bool:
    """Whether a copy that was made with its times is still what it was copied from."""
    if not copied.is_file():
        return False
    there, here = copied.stat(), source.stat()
    return (there.st_size, there.st_mtime_ns) == (here.st_size, here.st_mtime_ns)
