"""Paragraphs of captions: where they end, to the word and to the tenth of a second."""

from __future__ import annotations

from collections.abc import Sequence

from macros.captions.cue import SpokenCue
from macros.captions.paragraphs import transcript_from_captions
from macros.model import Cue


def paragraphs(cues: Sequence[SpokenCue]) -> list[str]:
    """The words of each paragraph of captions in one chapter."""
    transcript = transcript_from_captions(cues, [(0.0, "All")], 100_000.0, "en")
    return [paragraph.text for chapter in transcript.chapters for paragraph in chapter.paragraphs]


def said(start: float, end: float, words: str, speaker: str = "") -> SpokenCue:
    return SpokenCue(Cue(start, end, (words,)), speaker)


def test_a_second_and_a_half_of_silence_ends_a_paragraph() -> None:
    assert paragraphs([said(0, 2, "One."), said(3.4, 5, "Two.")]) == ["One. Two."]
    assert paragraphs([said(0, 2, "One."), said(3.5, 5, "Two.")]) == ["One.", "Two."]


def test_a_paragraph_of_ninety_words_ends_with_its_sentence() -> None:
    def cues(words: int, end: str) -> list[SpokenCue]:
        first = " ".join(["word"] * (words - 1) + [f"last{end}"])
        return [said(0, 2, first), said(2, 4, "Next."), said(4, 6, "And more.")]

    assert len(paragraphs(cues(89, "."))) == 2
    assert paragraphs(cues(89, "."))[1] == "And more."
    assert paragraphs(cues(90, "."))[1] == "Next. And more."
    assert paragraphs(cues(90, "?"))[1] == "Next. And more."
    assert paragraphs(cues(90, "!"))[1] == "Next. And more."
    assert paragraphs(cues(90, ","))[1] == "And more."


def test_another_speaker_starts_a_paragraph() -> None:
    cues = [said(0, 2, "One.", "Asha"), said(2, 4, "Two.", "Asha"), said(4, 6, "Three.", "Tom"), said(6, 8, "Four.")]
    assert paragraphs(cues) == ["One. Two.", "Three.", "Four."]


def test_a_caption_belongs_to_the_chapter_in_which_it_starts() -> None:
    cues = [said(1, 3, "One."), said(9.9, 12, "Two."), said(12, 14, "Three."), said(20, 22, "Four.")]
    transcript = transcript_from_captions(cues, [(2.0, "A"), (10.0, "B"), (20.0, "C")], 30.0, "cy")
    assert transcript.language == "cy"
    assert [(chapter.title, chapter.start, chapter.end) for chapter in transcript.chapters] == [
        ("A", 1, 10.0),
        ("B", 10.0, 20.0),
        ("C", 20.0, 30.0),
    ]
    assert [chapter.paragraphs[0].cues[0].text for chapter in transcript.chapters] == ["One.", "Three.", "Four."]
