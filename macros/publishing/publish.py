"""Publishes: everything that the built site has besides the engine's pages."""

from __future__ import annotations

import html
import shutil
from pathlib import Path

from macros.model import Catalogue, MediaFile, Narration, Webinar
from macros.pictures.pdf import Described, pdf
from macros.pictures.poster import POSTERS, SHEETS, TITLE, ladder_poster, poster_text
from macros.pictures.svg import standalone_svg
from macros.publishing.catalogue_json import catalogue_json
from macros.publishing.headers import headers_file, policy
from macros.publishing.papers import paper
from macros.publishing.plain_text import transcript_text
from macros.publishing.search_index import write_search_index
from macros.publishing.webvtt import captions_vtt, chapters_vtt
from macros.reading.pages import read_pages
from macros.rendering.pictures import webinar_cover
from macros.rendering.webinar import render_embed, render_transcript_page
from macros.settings import Settings, settings_of


def publish(root: Path, site: Path, catalogue: Catalogue) -> None:
    """Writes into the built ``site`` all that it has besides its pages. Raises ContentError."""
    publish_files(root, site, catalogue)
    publish_papers_and_index(root, site, catalogue)


def publish_files(root: Path, site: Path, catalogue: Catalogue) -> None:
    """Writes each webinar's files, catalogue.json and the headers."""
    settings = settings_of(root)
    for webinar in catalogue.webinars:
        publish_webinar(webinar, site, settings)
    publish_poster(site, catalogue, settings)
    write(site / "catalogue.json", catalogue_json(catalogue, settings.site_url))
    write(site / "_headers", headers_file(policy(settings.frame_sources, settings.media_sources)))


def publish_papers_and_index(root: Path, site: Path, catalogue: Catalogue) -> None:
    """Writes what takes longest, and what a preview can do without for a moment. Raises ContentError."""
    publish_papers(root, site, settings_of(root))
    write_search_index(root, site, catalogue)


def publish_poster(site: Path, catalogue: Catalogue, settings: Settings) -> None:
    """Writes the ladder as a poster in each size, as SVG and as PDF."""
    rungs = tuple(catalogue.vocabulary.rungs.values())
    poster, text = ladder_poster(rungs, f"{settings.site_url}{POSTERS}"), poster_text(rungs)
    for name, width in SHEETS.items():
        height = round(width * poster.height / poster.width)
        size = (f"{width:g}mm", f"{height}mm")
        write(site / POSTERS / f"ladder-{name}.svg", standalone_svg(poster, TITLE, text, size))
        (site / POSTERS / f"ladder-{name}.pdf").write_bytes(pdf(poster, width, Described(TITLE, text)))


def publish_papers(root: Path, site: Path, settings: Settings) -> None:
    """Writes each paper as a Word file beside its page."""
    for page in read_pages(root)[0]:
        if page.front.paper:
            folder = site / page.url
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{folder.name}.docx").write_bytes(paper(page, settings.site_url))


def publish_webinar(webinar: Webinar, site: Path, settings: Settings) -> None:
    """Writes a webinar's captions, chapters, transcripts, media, player to embed, and old addresses."""
    folder = site / "webinars" / webinar.slug
    url = f"{settings.site_url}webinars/{webinar.slug}/"
    for transcript in webinar.transcripts:
        write(folder / f"captions.{transcript.language}.vtt", captions_vtt(transcript))
    write(folder / "chapters.vtt", chapters_vtt(webinar.transcript))
    write(folder / "transcript.txt", transcript_text(webinar, url))
    write(folder / "cover.svg", standalone_svg(webinar_cover(webinar), webinar.title))
    write(folder / "transcript.html", render_transcript_page(webinar, "./"))
    page_policy = policy(settings.frame_sources, settings.media_sources)
    write(folder / "embed" / "index.html", render_embed(webinar, "../../../", url, page_policy))
    for extra in webinar.extras:
        if extra.kind != "captions":
            copy(extra.path, folder / extra.path.name)
    match webinar.recording:
        case Narration(audio=audio) if audio is not None:
            copy(audio, folder / f"{webinar.slug}.mp3")
        case MediaFile(path=path) if path is not None:
            copy(path, folder / path.name)
    for alias in webinar.aliases:
        write(site / "webinars" / alias / "index.html", redirect_page(f"../{webinar.slug}/", webinar.title))


def redirect_page(address: str, title: str) -> str:
    """A page that leads from an old address to the new one, for every browser."""
    address, title = html.escape(address), html.escape(title)
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{title} has moved - Doing With</title>\n<meta http-equiv="refresh" content="0; url={address}">\n'
        f'<link rel="canonical" href="{address}">\n<meta name="robots" content="noindex">\n</head>\n<body>\n'
        f'<main>\n<h1>This page has moved</h1>\n<p><a href="{address}">{title}</a></p>\n</main>\n</body>\n</html>\n'
    )


def write(path: Path, text: str) -> None:
    """Writes a text file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def copy(source: Path, target: Path) -> None:
    """Copies a file unless the target is the same already: media are large."""
    if target.exists():
        there, here = target.stat(), source.stat()
        if there.st_size == here.st_size and int(there.st_mtime) == int(here.st_mtime):
            return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)
