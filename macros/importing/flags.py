"""What only a person can check in the captions that an import made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, islice

from macros.importing.labels import looks_like_name, reads_like_speech
from macros.importing.limits import fits, is_hard_to_read
from macros.importing.naming import is_placeholder
from macros.importing.said import Kind, Remark, Said
from macros.importing.wording import ends_sentence

LONG_GAP = 10_000
"""Milliseconds without words after which a person has to listen whether something is said or heard."""
WORDS_A_SENTENCE = 60
"""With more words than this to an end of a sentence, the file has no punctuation."""

ALIKE_RATIO = 0.85
"""How much of two names is the same if they may be one (1.0 is all)."""
MOST_PAIRS = 2000
"""Pairs of names that are compared at most."""

GAP = Kind(
    "a long time without words: if something is said or heard there, write it, such as [music] or [no sound]",
    "long times without words: if something is said or heard there, write it, such as [music] or [no sound]",
    in_original=False,
)
UNKNOWN = Kind(
    'a speaker who is not known: give the name with --speaker "Old=New", or write it in the captions',
    'speakers who are not known: give the names with --speaker "Old=New", or write them in the captions',
    in_original=False,
)
ONCE = Kind(
    "a speaker who speaks only once: see that it is a name, and no words",
    "speakers who speak only once: see that these are names, and no words",
    in_original=False,
)
ODD_NAME = Kind(
    'a name that looks odd: see that it is one, or give another with --speaker "Old=New"',
    'names that look odd: see that they are names, or give others with --speaker "Old=New"',
    in_original=False,
)
ALIKE = Kind(
    'two names that are much alike: if they are one person, give one name with --speaker "Old=New"',
    'names that are much alike: if they are one person, give one name with --speaker "Old=New"',
    in_original=False,
)
MAYBE_NAME = Kind(
    'words that may be a speaker\'s name, kept as words: if they are one, import again with --speaker "Name=Name"',
    'words that may be speakers\' names, kept as words: for each that is one, import again with --speaker "Name=Name"',
    in_original=False,
)
NOBODY = Kind(
    "nobody is named: if more than one person speaks, write <v Name> at the start of the caption where another starts",
    in_original=False,
)
NEW_SPEAKER = Kind(
    "'>>' says that somebody else speaks: write <v Name> instead",
    in_original=False,
)
TOO_FAST = Kind(
    "a caption goes too fast to read, and its neighbours leave no room: shorten nothing, but check its times",
    "captions go too fast to read, and their neighbours leave no room: shorten nothing, but check their times",
    in_original=False,
)
TOO_WIDE = Kind(
    "a word is too long for a line: check that it is one",
    "words are too long for a line: check that they are",
    in_original=False,
)
NO_STOPS = Kind(
    "the words have hardly any full stops: add punctuation, so that people can read and computers can speak them",
    in_original=False,
)
TOO_LONG = Kind(
    "the captions go on for longer than a webinar: cut the recording, or say why in 'length_exception'",
    in_original=False,
)


def flags(said: Sequence[Said], lines: Sequence[int], longest: float, doubtful: Sequence[str] = ()) -> list[Remark]:
    """Everything to check; ``lines`` has the line of each piece's times in the captions.

    ``longest`` is how many minutes a webinar may have; ``doubtful`` are texts of the captions that could be names, and
    were kept as words.
    """
    places = list(zip(said, lines, strict=True))
    return [
        *_gaps(said, lines),
        *_speakers(said, lines),
        *_names(said, lines),
        *_maybe_names(said, lines, doubtful),
        *(Remark(NEW_SPEAKER, piece.start, line) for piece, line in places if ">>" in piece.words),
        *(Remark(TOO_FAST, piece.start, line) for piece, line in places if is_hard_to_read(piece)),
        *(Remark(TOO_WIDE, piece.start, line) for piece, line in places if not fits(piece.lines)),
        *_stops(said, lines),
        *([Remark(TOO_LONG, said[-1].end, lines[-1])] if said[-1].end > longest * 60_000 else []),
    ]


def _gaps(said: Sequence[Said], lines: Sequence[int]) -> list[Remark]:
    ends = [0, *(piece.end for piece in said)]
    return [
        Remark(GAP, end, line, f"{(piece.start - end) / 1000:.0f} seconds")
        for end, piece, line in zip(ends, said, lines, strict=False)
        if piece.start - end > LONG_GAP
    ]


def _speakers(said: Sequence[Said], lines: Sequence[int]) -> list[Remark]:
    if not any(piece.speaker for piece in said):
        return [Remark(NOBODY, said[0].start, lines[0])]
    first: dict[str, Remark] = {}
    for piece, line in zip(said, lines, strict=True):
        if not piece.speaker or is_placeholder(piece.speaker):
            first.setdefault(piece.speaker, Remark(UNKNOWN, piece.start, line, f"'{piece.speaker or 'no name'}'"))
    return list(first.values())


def _names(said: Sequence[Said], lines: Sequence[int]) -> Iterator[Remark]:
    """Names of people who hardly speak, that look like no name, or of which two may be one."""
    first: dict[str, tuple[int, int]] = {}
    for piece, line in zip(said, lines, strict=True):
        first.setdefault(piece.speaker, (piece.start, line))
    times = Counter(speaker for speaker, _ in {(piece.speaker, piece.line) for piece in said})
    names = [name for name in first if name and not is_placeholder(name)]
    for name in names:
        if times[name] == 1 and len(names) > 1 and max(times.values()) > 1:
            yield Remark(ONCE, *first[name], f"'{name}'")
        if reads_like_speech(name) or not _single_name(name):
            yield Remark(ODD_NAME, *first[name], f"'{name}'")
    for name, other in islice(combinations(names, 2), MOST_PAIRS):
        if _are_alike(name, other):
            yield Remark(ALIKE, *first[other], f"'{name}' and '{other}'")


def _single_name(name: str) -> bool:
    return looks_like_name(name) or (len(name.split()) == 1 and name[:1].isupper() and name.isalpha())


def _are_alike(name: str, other: str) -> bool:
    """Whether two names differ in a letter or two, or one has a part of the other's words."""
    words, others = name.casefold().split(), other.casefold().split()
    if set(words) < set(others) or set(others) < set(words):
        return True
    return SequenceMatcher(None, name.casefold(), other.casefold()).ratio() >= ALIKE_RATIO and not (
        name.split()[0] == other.split()[0] and any(map(str.isdigit, name))
    )


def _maybe_names(said: Sequence[Said], lines: Sequence[int], doubtful: Sequence[str]) -> Iterator[Remark]:
    for text in doubtful:
        for piece, line in zip(said, lines, strict=True):
            if f"{text}:" in piece.text:
                yield Remark(MAYBE_NAME, piece.start, line, f"'{text}'")
                break


def _stops(said: Sequence[Said], lines: Sequence[int]) -> list[Remark]:
    words = [word for piece in said for word in piece.words]
    stops = sum(map(ends_sentence, words))
    return [Remark(NO_STOPS, said[0].start, lines[0])] if len(words) > WORDS_A_SENTENCE * (stops + 1) else []
