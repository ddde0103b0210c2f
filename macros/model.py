"""The catalogue's objects. They are made once, from checked data, and never change.

Times and lengths are in seconds from the start of the recording.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    # Layouts hold rungs and sources, which are below.
    from macros.slides.layouts import Slide

COMPUTER_VOICE = "computer voice"
VoiceName = Literal["emma", "lewis", "isabella"]
"""The computer voices that a script can have; readers never see these names."""


@dataclass(frozen=True)
class Source:
    """A published source that a fact comes from: an entry of data/sources.yml."""

    key: str
    title: str
    by: str
    year: str
    url: str


@dataclass(frozen=True)
class Band:
    """One of the ladder's three bands: doing to, doing for, doing with."""

    id: str
    name: str
    meaning: str


@dataclass(frozen=True)
class Rung:
    """One of the ladder's seven rungs; ``number`` counts from 1 at the bottom."""

    id: str
    number: int
    name: str
    band: Band
    meaning: str
    example: str
    question: str
    next: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Term:
    """A word of the vocabulary (a topic or an audience) with the name that readers see."""

    id: str
    name: str


@dataclass(frozen=True)
class Made:
    """How a page came to be: the rung at which it was made, by whom, when, who reviewed it."""

    rung: Rung
    by: str
    when: datetime.date
    reviewed_by: tuple[str, ...]


@dataclass(frozen=True)
class Cue:
    """One caption: at most two lines, shown from ``start`` to ``end``."""

    start: float
    end: float
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The cue's words in one line."""
        return " ".join(self.lines)

    @property
    def characters_a_second(self) -> float:
        """The reading speed that the cue asks for."""
        return len(self.text) / (self.end - self.start)


@dataclass(frozen=True)
class Paragraph:
    """Words of one speaker, as cues. ``pause_after`` is silence left for the listener to think.

    ``word_starts`` has the second at which each word starts, where a computer voice has said them.
    """

    cues: tuple[Cue, ...]
    speaker: str = ""
    pause_after: float = 0.0
    word_starts: tuple[float, ...] = ()

    @property
    def start(self) -> float:
        """When its first cue starts."""
        return self.cues[0].start

    @property
    def end(self) -> float:
        """When its last cue ends."""
        return self.cues[-1].end

    @property
    def text(self) -> str:
        """All its words in one line."""
        return " ".join([line for cue in self.cues for line in cue.lines])


@dataclass(frozen=True)
class Chapter:
    """A part of the recording with a title, and its slides where there are any."""

    title: str
    start: float
    end: float
    paragraphs: tuple[Paragraph, ...]
    slides: tuple[Slide, ...] = ()

    @property
    def anchor(self) -> str:
        """The chapter's permanent id in the page: ``t-`` and its start in whole seconds."""
        return moment(self.start)


@dataclass(frozen=True)
class Transcript:
    """What is said in a webinar, in one language: chapters of paragraphs of cues."""

    language: str
    chapters: tuple[Chapter, ...]

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Every cue in order."""
        return tuple(c for chapter in self.chapters for p in chapter.paragraphs for c in p.cues)

    @property
    def words(self) -> int:
        """How many words are spoken."""
        return sum(len(cue.text.split()) for cue in self.cues)


@dataclass(frozen=True)
class ChapterStart:
    """What there is to know of a chapter without its words."""

    title: str
    start: float

    @property
    def anchor(self) -> str:
        """The chapter's permanent id in the page."""
        return moment(self.start)


class Words(Protocol):
    """What is said in a webinar. The transcripts are loaded when they are needed, and let go after use."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Of the transcripts, the recording's own first."""

    @property
    def chapters(self) -> tuple[ChapterStart, ...]:
        """Those of the first transcript."""

    @property
    def key(self) -> str:
        """Another one whenever the words or their times are others."""

    def load(self) -> tuple[Transcript, ...]:
        """The transcripts, in the order of ``languages``."""


@dataclass(frozen=True)
class KeptWords:
    """Words that are in memory: few, or about to be checked."""

    transcripts: tuple[Transcript, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """Of the transcripts, the recording's own first."""
        return tuple(transcript.language for transcript in self.transcripts)

    @property
    def chapters(self) -> tuple[ChapterStart, ...]:
        """Those of the first transcript."""
        return chapter_starts(self.transcripts)

    @property
    def key(self) -> str:
        """Another one whenever the words or their times are others."""
        return hashlib.sha256(repr(self.transcripts).encode()).hexdigest()

    def load(self) -> tuple[Transcript, ...]:
        """The transcripts, in the order of ``languages``."""
        return self.transcripts


def chapter_starts(transcripts: tuple[Transcript, ...]) -> tuple[ChapterStart, ...]:
    """The chapters of the first transcript, without their words."""
    return tuple(ChapterStart(c.title, c.start) for c in transcripts[0].chapters) if transcripts else ()


def moment(seconds: float) -> str:
    """The id that a moment has in a webinar's page: ``t-`` and its whole seconds."""
    return f"t-{int(seconds)}"


@dataclass(frozen=True)
class Narration:
    """A script read by computer voices. ``audio`` is the MP3 in the cache.

    ``audio`` is None where this machine cannot make speech: the webinar is then to read only.
    """

    audio: Path | None


@dataclass(frozen=True)
class MediaFile:
    """A recording that the site (``path``) or the organisation's own storage (``url``) holds."""

    kind: Literal["audio", "video"]
    path: Path | None
    url: str


@dataclass(frozen=True)
class OutsideRecording:
    """A recording on a provider's site, loaded only after the reader asks for it."""

    provider: Literal["YouTube", "Vimeo", "PeerTube"]
    id: str
    host: str

    @property
    def watch_url(self) -> str:
        """The provider's own page for the recording."""
        paths = {"YouTube": "/watch?v=", "Vimeo": "/", "PeerTube": "/w/"}
        return f"https://{self.host}{paths[self.provider]}{self.id}"

    @property
    def embed_origin(self) -> str:
        """The one origin that the page's policy has to allow in a frame."""
        hosts = {"YouTube": "www.youtube-nocookie.com", "Vimeo": "player.vimeo.com"}
        return f"https://{hosts.get(self.provider, self.host)}"

    @property
    def embed_url(self) -> str:
        """The address of the provider's player, without a start time."""
        paths = {"YouTube": "/embed/", "Vimeo": "/video/", "PeerTube": "/videos/embed/"}
        query = "?dnt=1" if self.provider == "Vimeo" else ""
        return f"{self.embed_origin}{paths[self.provider]}{self.id}{query}"


Recording = Narration | MediaFile | OutsideRecording


@dataclass(frozen=True)
class Presenter:
    """A person who presents; role and organisation may be empty."""

    name: str
    role: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Extra:
    """Another version of a webinar: slides, a signed video, a translation.

    Its folder holds it as the file ``path``, or else it is elsewhere, at ``url``.
    """

    kind: Literal["slides", "poster", "bsl", "described", "captions", "descriptions"]
    path: Path | None
    language: str = ""
    url: str = ""

    @property
    def address(self) -> str:
        """Where it is, seen from the webinar's page."""
        return self.path.name if self.path else self.url


@dataclass(frozen=True)
class Licence:
    """What others may do with a text: ``id`` is its name in the SPDX list, ``name`` the one that readers know."""

    id: str
    name: str
    url: str


@dataclass(frozen=True)
class Webinar:
    """One webinar of the catalogue.

    ``duration`` is the recording's length; for a webinar that this machine cannot narrate, what
    its length would be at the voice's usual speed.
    """

    slug: str
    title: str
    summary: str
    published: datetime.date
    presenters: tuple[Presenter, ...]
    topics: tuple[Term, ...]
    rungs: tuple[Rung, ...]
    audiences: tuple[Term, ...]
    aim: str
    outcomes: tuple[str, ...]
    sources: tuple[Source, ...]
    licence: Licence
    made: Made
    recording: Recording
    duration: float
    words: Words = field(repr=False)
    easier_words: str = ""
    length_exception: str = ""
    aliases: tuple[str, ...] = ()
    extras: tuple[Extra, ...] = ()

    @property
    def language(self) -> str:
        """The language of the recording."""
        return self.words.languages[0]

    @property
    def chapters(self) -> tuple[ChapterStart, ...]:
        """The chapters without their words."""
        return self.words.chapters

    @property
    def is_narrated(self) -> bool:
        """Whether a computer voice reads it."""
        return isinstance(self.recording, Narration)

    @property
    def has_media(self) -> bool:
        """Whether there is anything to play."""
        return not isinstance(self.recording, Narration) or self.recording.audio is not None

    def extra(self, kind: str) -> Extra | None:
        """The first extra version of this kind, or None."""
        return next((extra for extra in self.extras if extra.kind == kind), None)


@dataclass(frozen=True)
class Vocabulary:
    """What webinars and pages may refer to; every mapping is by id and in the data's own order."""

    topics: dict[str, Term]
    audiences: dict[str, Term]
    bands: dict[str, Band]
    rungs: dict[str, Rung]
    sources: dict[str, Source]


@dataclass(frozen=True)
class Catalogue:
    """All webinars, newest first (then by title), with the vocabulary that they use."""

    webinars: tuple[Webinar, ...]
    vocabulary: Vocabulary

    @cached_property
    def by_slug(self) -> dict[str, Webinar]:
        """Each webinar under its slug."""
        return {webinar.slug: webinar for webinar in self.webinars}


@dataclass(frozen=True)
class Guide:
    """A page that something leads to: its path inside docs/ (with its anchor), and its title."""

    path: str
    anchor: str
    title: str

    @property
    def url(self) -> str:
        """Its address from the top of the site, such as ``do/access/#law``."""
        stem = self.path.removesuffix(".md")
        address = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"
        return f"{address}#{self.anchor}" if self.anchor else address


@dataclass(frozen=True)
class Answer:
    """An answer and the highest rung that it still fits."""

    id: str
    text: str
    ceiling: Rung
    because: str


@dataclass(frozen=True)
class Question:
    """A question of "Which rung are we on?"; ``hint`` may be empty."""

    id: str
    text: str
    hint: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class QuestionGroup:
    """Questions about one side of the work."""

    id: str
    legend: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class RungResult:
    """What the tool says to those who come out on a rung."""

    rung: Rung
    say: str
    guide: Guide


@dataclass(frozen=True)
class WhichRung:
    """The tool "Which rung are we on?"; ``results`` are in the order of the ladder, from the bottom."""

    groups: tuple[QuestionGroup, ...]
    results: tuple[RungResult, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(question for group in self.groups for question in group.questions)


@dataclass(frozen=True)
class Sign:
    """A warning sign of faux co-production, and the rung that is a truer name."""

    id: str
    text: str
    why: str
    instead: str
    call_it: Rung
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Prompt:
    """A prompt of the plan; ``rows`` is the height of its box in lines."""

    id: str
    label: str
    hint: str
    rows: int


@dataclass(frozen=True)
class PlanSection:
    """Prompts of the plan that one guide helps with."""

    id: str
    title: str
    guide: Guide
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True)
class Tools:
    """The three tools."""

    which_rung: WhichRung
    signs: tuple[Sign, ...]
    plan: tuple[PlanSection, ...]


@dataclass(frozen=True)
class GlossaryTerm:
    """A word of the field. ``forms`` are all the words that it is known by, the term first."""

    id: str
    term: str
    forms: tuple[str, ...]
    meaning: str
    page: str
    """Where it is explained: a path inside docs/ with or without an anchor; may be empty."""
    sources: tuple[Source, ...]
    link: bool


@dataclass(frozen=True)
class HelpPlace:
    """A body that a reader can turn to: an entry of data/help.yml.

    ``nations`` are ids in the file's own order; ``phone`` is empty unless a person read it on the
    body's own page; ``line`` is where it starts in the file.
    """

    id: str
    topic: str
    nations: tuple[str, ...]
    name: str
    page: str
    what: str
    who: str
    checked: datetime.date
    how: str
    phone: str
    line: int
