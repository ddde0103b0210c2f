"""Renders a webinar's page: player, chapters, transcript, other versions, how it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.captions.clock import clock
from macros.model import (
    Chapter,
    Extra,
    MediaFile,
    Narration,
    OutsideRecording,
    Paragraph,
    Transcript,
    Webinar,
    moment,
)
from macros.narration.narrate import Engine
from macros.narration.transcript import NarratedWords
from macros.reading.interface import Words
from macros.reading.settings_fields import DEFAULT_LENGTHS, LengthFields
from macros.rendering.environment import render
from macros.rendering.formats import is_video
from macros.rendering.pictures import render_cover
from macros.rendering.qr import qr_code
from macros.rendering.sharing import render_share
from macros.rendering.slides import render_slides
from macros.settings import Settings
from macros.slides.layouts import Layout


@dataclass(frozen=True)
class ShownParagraph:
    """A paragraph with the id that it has in the page; empty where its chapter has the same moment."""

    paragraph: Paragraph
    id: str
    names_speaker: bool
    slide: Layout | None = None
    """The slide that starts with it."""

    @property
    def anchor(self) -> str:
        """The second at which it starts, as the page's moments are named."""
        return moment(self.paragraph.start)


@dataclass(frozen=True)
class ShownChapter:
    """A chapter with its paragraphs as the page shows them."""

    chapter: Chapter
    paragraphs: tuple[ShownParagraph, ...]


@dataclass(frozen=True)
class ToldChapter:
    """A chapter with what is said in it as HTML, which more than one page has."""

    chapter: Chapter
    said: Markup


@dataclass(frozen=True)
class Media:
    """What the player needs; addresses are relative to the webinar's page."""

    kind: str
    source: str
    type: str

    def address(self, base: str) -> str:
        """Where the recording is, seen from a page from which ``base`` leads to the webinar's page."""
        return self.source if self.source.startswith("https:") else base + self.source


TYPES = {
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/ogg",
    "wav": "audio/wav", "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg",
}  # fmt: skip
"""Media types by the ending of the file's name."""


def shown_chapters(transcript: Transcript) -> tuple[ShownChapter, ...]:
    """The transcript with an id for each moment, every id once.

    A speaker is named where they start to speak, and again at the start of each chapter.
    """
    used: set[str] = {chapter.anchor for chapter in transcript.chapters}
    shown = []
    for chapter in transcript.chapters:
        speaker = ""
        paragraphs = []
        slides = {slide.first: slide.layout for slide in chapter.slides}
        for index, paragraph in enumerate(chapter.paragraphs):
            id_ = moment(paragraph.start)
            paragraphs.append(
                ShownParagraph(
                    paragraph,
                    "" if id_ in used else id_,
                    bool(paragraph.speaker) and paragraph.speaker != speaker,
                    slides.get(index),
                )
            )
            used.add(id_)
            speaker = paragraph.speaker
        shown.append(ShownChapter(chapter, tuple(paragraphs)))
    return tuple(shown)


def told_chapters(transcript: Transcript, words: Words, with_ids: bool = True) -> tuple[ToldChapter, ...]:
    """What is said in each chapter; ``with_ids`` if pages may lead to its moments."""
    values = {"language": transcript.language, "with_ids": with_ids}
    chapters = []
    for shown in shown_chapters(transcript):
        told = [_told(item) for item in shown.paragraphs]
        chapters.append(ToldChapter(shown.chapter, render("said.html", words, told=told, **values)))
    return tuple(chapters)


def _told(shown: ShownParagraph) -> tuple[object, ...]:
    """What the template says of a paragraph. It has thousands of them, and a name with a dot takes it long to read."""
    paragraph = shown.paragraph
    start, speaker = paragraph.start, paragraph.speaker if shown.names_speaker else ""
    place = (shown.id, shown.anchor, f"{start:.3f}", clock(start))
    return (*place, shown.slide, speaker, paragraph.text, int(paragraph.pause_after))


def media(webinar: Webinar) -> Media | None:
    """What there is to play on the site itself, or None."""
    match webinar.recording:
        case Narration(audio=audio) if audio is not None:
            return Media("audio", f"{webinar.slug}.mp3", "audio/mpeg")
        case MediaFile(kind=kind, url=url):
            suffix = url.split("?")[0].rsplit(".", 1)[-1].lower()
            return Media(kind, url, TYPES[suffix])
        case _:
            return None


def missing_versions(webinar: Webinar, words: Words) -> tuple[str, ...]:
    """What readers look for and this webinar does not have, a sentence for each."""
    missing = []
    if not webinar.extra("bsl"):
        missing.append(words.versions.no_bsl)
    if is_video(webinar) and not webinar.extra("described"):
        missing.append(words.versions.no_described)
    if len(webinar.words.languages) == 1:
        missing.append(words.versions.no_language)
    if not webinar.easier_words:
        missing.append(words.versions.no_easier)
    return tuple(missing)


def other_videos(webinar: Webinar, words: Words) -> tuple[tuple[Extra, str], ...]:
    """The signed and the audio-described video, each with the name that readers see."""
    names = {"bsl": words.versions.bsl, "described": words.versions.described}
    return tuple((extra, names[extra.kind]) for extra in webinar.extras if extra.kind in names)


def needs_no_description(webinar: Webinar) -> bool:
    """Whether everything on the slides is also said (W3C WAI, Planning: say so to the reader)."""
    return webinar.is_narrated


def _slides(webinar: Webinar, transcript: Transcript, words: Words, base: str) -> Markup:
    """The slides for the stage, if it has any; ``base`` leads to the webinar's page."""
    return render_slides(webinar.slug, transcript, words, base) if webinar.is_narrated else Markup()


@dataclass(frozen=True)
class RenderedWebinar:
    """``player`` is for the top of the page, with the chapters and outcomes; ``words`` is for its end.

    ``transcript`` is the content of a page of its own, beside the webinar's: to read, print, keep or send.
    """

    player: Markup
    words: Markup
    transcript: Markup


def which_voice(webinar: Webinar, words: Words) -> str:
    """Says which engine speaks a narrated webinar; empty for others, and where this machine makes no audio."""
    if not isinstance(webinar.words, NarratedWords) or not webinar.words.narration.audio:
        return ""
    is_natural = webinar.words.narration.engine is Engine.NATURAL
    return words.made.natural_voice if is_natural else words.made.stand_in_voice


def render_webinar(
    webinar: Webinar,
    transcripts: Sequence[Transcript],
    root: str,
    words: Words,
    site_url: str = "",
    edit_urls: Sequence[tuple[str, str]] = (),
    lengths: LengthFields = DEFAULT_LENGTHS,
    site_name: str = "",
) -> RenderedWebinar:
    """The whole webinar for its page.

    ``root`` leads from the page to the site's top; ``site_url`` is the site's public address, which
    the printed page and all that people take away need: where it is empty, they are not shown. ``lengths`` are those
    that webinars have by the rule.
    """
    page_url = f"{site_url}webinars/{webinar.slug}/" if site_url else ""
    shared = {"webinar": webinar, "media": media(webinar), "page_url": page_url, "root": root}
    told = {"transcript": transcripts[0], "chapters": told_chapters(transcripts[0], words)}
    return RenderedWebinar(
        player=render(
            "webinar.html",
            words,
            **shared,
            outside=webinar.recording if isinstance(webinar.recording, OutsideRecording) else None,
            video=is_video(webinar),
            cover=render_cover(webinar),
            slides=_slides(webinar, transcripts[0], words, base=""),
            transcript=transcripts[0],
            qr=qr_code(page_url, words.webinar.qr_code) if page_url else "",
            lengths=lengths,
            described_by_speech=needs_no_description(webinar),
        ),
        words=render(
            "webinar_words.html",
            words,
            **shared,
            **told,
            others=[(t, words.language_name(t.language), told_chapters(t, words, False)) for t in transcripts[1:]],
            missing=missing_versions(webinar, words),
            videos=other_videos(webinar, words),
            edit_urls=edit_urls,
            voice=which_voice(webinar, words),
            share=render_share(webinar, transcripts[0], root, page_url, site_name, words),
        ),
        transcript=render("transcript.html", words, **shared, **told),
    )


def render_embed(
    webinar: Webinar, transcript: Transcript, root: str, page_url: str, policy: str, settings: Settings, words: Words
) -> Markup:
    """The page for a frame on a trainer's own site: player, captions and chapters alone."""
    return render(
        "embed.html",
        words,
        webinar=webinar,
        transcript=transcript,
        media=media(webinar),
        outside=webinar.recording if isinstance(webinar.recording, OutsideRecording) else None,
        cover=render_cover(webinar),
        slides=_slides(webinar, transcript, words, base="../"),
        base="../",
        root=root,
        page_url=page_url,
        policy=policy,
        settings=settings,
    )
