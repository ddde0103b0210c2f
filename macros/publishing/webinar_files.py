"""Makes what the site has of a webinar: the words for its page, captions, chapters, transcripts, the player alone.

Each is made once a change and kept (macros/store.py): with a thousand webinars, making them is most of a build.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, replace

from macros.captions.writing import captions_vtt, chapters_vtt
from macros.edit_links import edit_urls
from macros.model import Webinar
from macros.pictures.svg import standalone_svg
from macros.publishing.headers import policy
from macros.publishing.oembed import oembed_files
from macros.publishing.plain_text import transcript_text
from macros.publishing.podcast_feed import CHAPTERS, chapters_json
from macros.publishing.word_times import word_times_json
from macros.reading.interface import Words
from macros.rendering.language import in_language
from macros.rendering.pictures import webinar_cover
from macros.rendering.projector import render_projector
from macros.rendering.sharing import render_qr_page
from macros.rendering.slides import DRAWINGS, slide_drawings
from macros.rendering.webinar import render_embed, render_webinar
from macros.settings import Settings
from macros.store import Store, key_of

_TO_TOP = "../../"
"""From a webinar's page to the site's top."""


@dataclass(frozen=True)
class WebinarFiles:
    """``player`` and ``words`` go into the webinar's page, ``transcript`` into the page of its transcript.
    ``qr`` into that of its QR code; it is empty where the site has no public address.

    ``files`` are the texts beside them, by their names.
    """

    player: str
    words: str
    transcript: str
    qr: str
    files: Mapping[str, str]

    def in_language(self, language: str) -> WebinarFiles:
        """The same for a page in another language: what goes into pages says that it is in this one."""
        player, words, transcript, qr = (
            in_language(html, language) for html in (self.player, self.words, self.transcript, self.qr)
        )
        return replace(self, player=player, words=words, transcript=transcript, qr=qr)


def owner(slug: str) -> str:
    """Under which name the store keeps a webinar's files."""
    return f"files of {slug}"


def webinar_files(webinar: Webinar, settings: Settings, words: Words, store: Store) -> WebinarFiles:
    """A webinar's files: those of an earlier build if nothing that shapes them has changed, else new ones."""
    key = _key(webinar, settings, words)
    if kept := store.get(owner(webinar.slug), key):
        return WebinarFiles(**json.loads(kept))
    return _made(webinar, settings, words, store, key)


def prepare_webinar_files(webinar: Webinar, settings: Settings, words: Words, store: Store) -> None:
    """Sees to it that a webinar's files are in the store, for ``webinar_files`` to find."""
    key = _key(webinar, settings, words)
    if not store.has(owner(webinar.slug), key):
        _made(webinar, settings, words, store, key)


def _key(webinar: Webinar, settings: Settings, words: Words) -> str:
    return key_of(webinar, webinar.words.key, astuple(settings), words.key)


def _made(webinar: Webinar, settings: Settings, words: Words, store: Store, key: str) -> WebinarFiles:
    made = make_webinar_files(webinar, settings, words)
    store.put(owner(webinar.slug), key, json.dumps(asdict(made)))
    return made


def make_webinar_files(webinar: Webinar, settings: Settings, words: Words) -> WebinarFiles:
    """Loads a webinar's transcripts and makes everything that comes of them."""
    transcripts = webinar.words.load()
    own = transcripts[0]
    url = f"{settings.site_url}webinars/{webinar.slug}/"
    public = settings.public_url
    public_url = f"{public}webinars/{webinar.slug}/" if public else ""
    page_policy = policy(settings.frame_sources, settings.media_sources)
    edits = edit_urls(webinar, settings.repo_url, settings.edit_uri, words.made)
    files = {f"captions.{transcript.language}.vtt": captions_vtt(transcript) for transcript in transcripts}
    files |= {
        "chapters.vtt": chapters_vtt(own),
        "cover.svg": standalone_svg(webinar_cover(webinar), webinar.title),
        "transcript.txt": transcript_text(webinar, own, public_url, words),
        "embed/index.html": render_embed(webinar, own, f"../{_TO_TOP}", url, page_policy, settings, words),
    }
    if webinar.is_narrated:
        files["words.json"] = word_times_json(own)
        files[DRAWINGS] = slide_drawings(webinar.slug, own)
        slides = render_projector(webinar, own, f"../{_TO_TOP}", url, page_policy, settings, words)
        files["slides/index.html"] = slides
    if public:
        files[CHAPTERS] = chapters_json(webinar, url)
        files |= oembed_files(webinar, settings, words)
    page = render_webinar(webinar, transcripts, _TO_TOP, words, public, edits, settings.lengths, settings.site_name)
    return WebinarFiles(
        player=page.player,
        words=page.words,
        transcript=page.transcript,
        qr=render_qr_page(webinar, public_url, words) if public_url else "",
        files=files,
    )
