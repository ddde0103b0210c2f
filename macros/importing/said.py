"""What passes between the steps of an import: words with their times, and remarks for the report."""

from __future__ import annotations

from dataclasses import dataclass, replace

from macros.captions.limits import CHARACTERS_A_SECOND
from macros.importing.wording import words_in
from macros.problems import ContentError, Problem

RULE = "import"

MOST_WORDS = 40_000
"""Words that are imported at most: more than four hours of speech."""

UNKNOWN_SPEAKER = "Unknown speaker"
"""Written where a file names other speakers, but not this one."""


@dataclass(frozen=True)
class Said:
    """Words of one speaker, as they are shown together.

    ``start`` and ``end`` are in milliseconds: whole numbers, so that no step can drift. ``line`` is
    the line of the file where they stand. ``word_starts`` has the start of each word where the file
    says it, and is empty otherwise. ``speaker`` is empty where nobody is named.
    """

    start: int
    end: int
    speaker: str
    lines: tuple[str, ...]
    line: int
    word_starts: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """All its words in one line."""
        return " ".join(self.lines)

    @property
    def words(self) -> list[str]:
        """Its words."""
        return self.text.split()

    @property
    def time_to_read(self) -> int:
        """Milliseconds that its characters ask for at the greatest reading speed."""
        return round(1000 * len(self.text) / CHARACTERS_A_SECOND)

    def until(self, end: int) -> Said:
        """The same until ``end``, in milliseconds. Most captions stay as they are, and cost nothing."""
        return self if end == self.end else replace(self, end=end)


@dataclass(frozen=True)
class Kind:
    """A kind of remark. ``many`` says it of several places, with ``{count}`` for how many.

    Where ``many`` is empty, ``one`` does for several too.

    ``in_original`` tells whether its lines are those of the file that was read, not of the captions.
    """

    one: str
    many: str = ""
    in_original: bool = True


@dataclass(frozen=True)
class Remark:
    """One place that was changed, or that a person has to check; ``at`` is in milliseconds."""

    kind: Kind
    at: int
    line: int
    detail: str = ""


@dataclass(frozen=True)
class Reading:
    """What a file says.

    ``flows`` is set where the file's own captions break anywhere, so that they are broken anew at
    the ends of sentences. ``counted`` is how many words the file has after its first time, taken before
    anybody's name is; ``named`` of them say who speaks, ``left_out`` are a tool's, and ``repeated`` are
    there again only because captions roll or are in the file twice. ``doubtful`` has texts that could be
    names and were kept as words.
    """

    format: str
    said: tuple[Said, ...]
    counted: int
    flows: bool = False
    repeated: int = 0
    named: int = 0
    left_out: int = 0
    changes: tuple[Remark, ...] = ()
    checks: tuple[Remark, ...] = ()
    doubtful: tuple[str, ...] = ()

    @property
    def read(self) -> int:
        """How many words of speech the file has."""
        return self.counted - self.named - self.left_out


NOT_SAID = Kind(
    "a line before the first time was left out: if it is said, put a time above it and import again",
    "{count} lines before the first time were left out: if they are said, put a time above them and import again",
)


def refuse(file: str, line: int, message: str) -> ContentError:
    """The error for a file that cannot be used: the one way in which an import fails."""
    return ContentError([Problem(file, line, message, RULE)])


def refuse_too_many(words: int, file: str, most: int = MOST_WORDS) -> None:
    """Raises ContentError if there are more words than are imported."""
    if words > most:
        message = f"holds {words:,} words, more than one webinar's captions may; cut the recording first"
        raise refuse(file, 0, message)


def count_words(said: tuple[Said, ...]) -> int:
    """How many words are said in all."""
    return sum(words_in(line) for piece in said for line in piece.lines)
