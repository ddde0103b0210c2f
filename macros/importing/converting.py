"""Makes captions, a draft of the transcript and remarks of a file's bytes: the whole import without the disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from macros.captions.clock import clock
from macros.captions.cue import SpokenCue
from macros.captions.paragraphs import transcript_from_captions
from macros.captions.writing import captions_vtt
from macros.importing.decoding import decode
from macros.importing.detecting import read_source
from macros.importing.fillers import ENGLISH_ONLY, LEFT_OUT, without_fillers
from macros.importing.flags import flags
from macros.importing.flowing import broken_anew
from macros.importing.limits import within_limits
from macros.importing.mishearings import misheard
from macros.importing.naming import with_tidy_speakers
from macros.importing.overlaps import in_order, one_after_the_other
from macros.importing.said import Kind, Reading, Remark, Said, count_words, refuse, refuse_too_many
from macros.model import Chapter, Cue, Paragraph, Transcript
from macros.publishing.plain_text import wrapped
from macros.reading.settings_fields import DEFAULT_LENGTHS
from macros.reading.text_file import LARGEST

MOST_WORDS_A_SECOND = 20
"""People say three words a second; captions of more than this have wrong times."""
FEW_WORDS = 500
"""Words up to which the times do not matter."""

BROKEN_ANEW = Kind(
    "the captions were broken anew, at the ends of sentences where they allow",
)


@dataclass(frozen=True)
class Choices:
    """What a person asks for besides the captions. ``renames`` is from old names to new; ``longest`` is how many
    minutes a webinar may have by the site's own rule."""

    language: str = "en"
    drop_fillers: bool = False
    renames: Mapping[str, str] = field(default_factory=dict)
    longest: float = DEFAULT_LENGTHS.longest

    @property
    def is_english(self) -> bool:
        """Whether the words are English."""
        return self.language.split("-")[0] == "en"


@dataclass(frozen=True)
class Imported:
    """What an import makes: the captions as WebVTT, a draft of the transcript, and all to be said of it."""

    reading: Reading
    said: tuple[Said, ...]
    captions: str
    draft: str
    changes: tuple[Remark, ...]
    checks: tuple[Remark, ...]
    fillers: int


def convert(content: bytes, name: str, choices: Choices, mishearings: Mapping[str, str]) -> Imported:
    """The captions of a file with this content; ``name`` is what problems call it. Raises ContentError."""
    source = decode(content, name)
    reading = read_source(source, tuple(choices.renames))
    _refuse_lost_words(reading, name)
    refuse_too_many(sum(len(piece.words) for piece in reading.said), name)
    _refuse_nobody_can_say(reading, name)
    changes, checks = list(reading.changes), [*source.checks, *reading.checks]
    said, ordered = in_order(reading.said)
    said, tidied, missing = with_tidy_speakers(said, choices.renames)
    changes += [*ordered, *tidied]
    checks += missing
    if choices.drop_fillers and not choices.is_english:
        checks.append(Remark(ENGLISH_ONLY, 0, 0))
    elif choices.drop_fillers:
        said, dropped = without_fillers(said)
        changes += dropped
        if not said:
            raise refuse(name, 0, "has nothing but fillers; import it without --drop-fillers")
    said, moved = one_after_the_other(said)
    changes += moved
    if reading.flows:
        said = within_limits(broken_anew(said))[0]
        changes.append(Remark(BROKEN_ANEW, said[0].start, said[0].line))
    else:
        said, mended = within_limits(said)
        changes += mended
    captions = captions_vtt(_transcript(said, choices.language))
    if len(captions.encode()) > LARGEST:
        message = (
            f"makes {len(captions.encode()):,} bytes of captions; the most is {LARGEST:,}: cut the recording first"
        )
        raise refuse(name, 0, message)
    lines = [number for number, line in enumerate(captions.split("\n"), start=1) if " --> " in line]
    checks += flags(said, lines, choices.longest, reading.doubtful)
    if choices.is_english:
        checks += misheard(said, lines, mishearings)
    fillers = sum(change.kind is LEFT_OUT for change in changes)
    return Imported(
        reading, said, captions, transcript_draft(said, choices.language),
        tuple(dict.fromkeys(changes)), tuple(dict.fromkeys(checks)), fillers,
    )  # fmt: skip


def _refuse_nobody_can_say(reading: Reading, name: str) -> None:
    """Raises ContentError if there are far more words than the file has time for."""
    seconds = (max(piece.end for piece in reading.said) - min(piece.start for piece in reading.said)) / 1000
    if reading.read > FEW_WORDS and reading.read > MOST_WORDS_A_SECOND * seconds:
        message = f"has {reading.read:,} words in {seconds:,.0f} seconds, more than anybody can say; check its times"
        raise refuse(name, 0, message)


def _refuse_lost_words(reading: Reading, name: str) -> None:
    """Raises ContentError unless every word of the file is said, names who speaks, or is listed as left out."""
    written = count_words(reading.said)
    if reading.read - reading.repeated != written:
        message = (
            f"has {reading.read - reading.repeated:,} words of speech, and {written:,} would be written; nothing was"
            " written. Save the captions again as .vtt or .srt, and import that; and please report this file"
        )
        raise refuse(name, 0, message)


def _cue(piece: Said) -> Cue:
    return Cue(piece.start / 1000, piece.end / 1000, piece.lines)


def _transcript(said: Sequence[Said], language: str) -> Transcript:
    """One chapter, with a paragraph a speaker: what the writer of captions needs."""
    paragraphs = tuple(
        Paragraph(tuple(map(_cue, pieces)), speaker)
        for speaker, pieces in groupby(said, key=lambda piece: piece.speaker)
    )
    return Transcript(language, (Chapter("", 0.0, said[-1].end / 1000, paragraphs),))


def transcript_draft(said: Sequence[Said], language: str) -> str:
    """The words as paragraphs with the time and the speaker of each: to read against the recording."""
    cues = [SpokenCue(_cue(piece), piece.speaker) for piece in said]
    transcript = transcript_from_captions(cues, [(0.0, "")], said[-1].end / 1000, language)
    blocks = []
    for chapter in transcript.chapters:
        for paragraph in chapter.paragraphs:
            head = f"[{clock(paragraph.start)}] {paragraph.speaker}".rstrip()
            blocks.append(f"{head}\n{wrapped(paragraph.text)}")
    return "\n\n".join(blocks) + "\n"


def words_written(imported: Imported) -> int:
    """How many words are in the captions."""
    return count_words(imported.said)
