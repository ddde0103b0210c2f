"""What the natural voices have not spoken yet, and what nothing needs any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.narration.job import NarrationJob
from macros.narration.natural.parts import PartStore, PartWords


@dataclass(frozen=True)
class Missing:
    """A part that has to be spoken, and where it belongs."""

    slug: str
    store: PartStore
    words: PartWords

    @property
    def count(self) -> int:
        """How many words it says."""
        return sum(len(sentence.split()) for sentence in self.words.sentences)


def missing_parts(jobs: Sequence[NarrationJob]) -> list[Missing]:
    """Every part that is not there or damaged, each once, in the order of the webinars and their scripts."""
    missing = []
    for job in jobs:
        store = PartStore(job.folder)
        seen: set[str] = set()
        for paragraph in job.paragraphs:
            words = paragraph.natural
            if words.key not in seen and store.get(words) is None:
                missing.append(Missing(job.slug, store, words))
            seen.add(words.key)
    return missing


def remove_orphans(jobs: Sequence[NarrationJob]) -> int:
    """Removes the parts that no paragraph of its webinar needs; how many."""
    return sum(PartStore(job.folder).keep_only({p.natural.key for p in job.paragraphs}) for job in jobs)


def spoken_before(root: Path) -> PartStore:
    """All that this computer has spoken: words that come back, from another branch or by an undo, need not be again."""
    return PartStore(root / ".build-cache" / "voice")


def take_from(store: PartStore, missing: Sequence[Missing]) -> list[Missing]:
    """Takes what it can from another store; what is missing still."""
    left = []
    for part in missing:
        if found := store.get(part.words):
            part.store.put(part.words, found)
        else:
            left.append(part)
    return left
