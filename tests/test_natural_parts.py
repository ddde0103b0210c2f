"""Parts of natural voices: each belongs to its words, damage is seen, and joining keeps every time right."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from macros.narration.job import NarrationJob, narration_job
from macros.narration.narrate import Engine, joined_parts, kept_or_estimated, make_narrations
from macros.narration.natural.joining import DELAY, FRAME_SECONDS, RATE, is_whole, joined
from macros.narration.natural.parts import Part, PartStore, PartWords
from macros.narration.natural.voices import VOICES
from macros.narration.script import parse_script
from macros.narration.spoken import Respellings, spoken_sentence
from macros.narration.timing import SentenceTimes
from macros.narration.transcript import transcript_from_script
from macros.slides.reading import Known
from tests.tones import tone_mp3

SCRIPT, _ = parse_script(
    "## One\n\n> A slide\n\nWhose club is it? It is ours.\n\n[pause 5 seconds]\n\nVoice 2: Who says so?\n\n"
    "## Two\n\n> Who?\n\nThe members do.\n",
    "script.md",
    Known(),
)


def job_in(folder: Path) -> NarrationJob:
    """The job of a short conversation whose webinar is in this folder."""
    return narration_job(folder, ["emma", "lewis"], SCRIPT, Respellings())


def made_part(words: PartWords) -> Part:
    """A part that is a tone a sentence, a second long, with as many words as it has to have."""
    starts = [0.25 + 1.5 * index for index in range(len(words.sentences))]
    times = []
    for sentence, start in zip(words.sentences, starts, strict=True):
        count = len(sentence.split())
        heard = start + DELAY / RATE
        times.append(SentenceTimes(heard, heard + 1, tuple(heard + index / count for index in range(count))))
    return Part(tone_mp3(starts, starts[-1] + 1.25), tuple(times))


@pytest.fixture
def job(tmp_path: Path) -> NarrationJob:
    """A job all of whose parts are there."""
    found = job_in(tmp_path / "club")
    store = PartStore(found.folder)
    for paragraph in found.paragraphs:
        store.put(paragraph.natural, made_part(paragraph.natural))
    return found


def test_all_that_shapes_a_part_is_in_its_key_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = ("Whose club is it?",)
    words = PartWords("emma", sentences, tuple(spoken_sentence(s, {}) for s in sentences))
    keys = {
        words.key,
        replace(words, voice="lewis").key,
        replace(words, sentences=("Whose club is it? ",)).key,
        replace(words, spoken=tuple(spoken_sentence(s, {"club": "klub"}) for s in sentences)).key,
    }
    monkeypatch.setitem(VOICES, "emma", replace(VOICES["emma"], speed=0.5))
    keys.add(words.key)
    assert len(keys) == 5


def test_a_pause_is_no_part_of_a_part(tmp_path: Path) -> None:
    with_pause, without = SCRIPT.chapters[0].paragraphs, job_in(tmp_path)
    assert with_pause[0].pause_after == 5
    silent, _ = parse_script("## One\n\n> A slide\n\nWhose club is it? It is ours.\n", "s", Known())
    other = narration_job(tmp_path, ["emma"], silent, Respellings())
    assert other.paragraphs[0].natural.key == without.paragraphs[0].natural.key
    assert other.natural_key != without.natural_key


def test_what_is_kept_comes_back(job: NarrationJob) -> None:
    words = job.paragraphs[0].natural
    found, given = PartStore(job.folder).get(words), made_part(words)
    assert found
    assert found.mp3 == given.mp3
    assert [s.start for s in found.sentences] == pytest.approx([s.start for s in given.sentences], abs=0.001)


@pytest.mark.parametrize(
    "damage",
    ["no sound", "sound empty", "sound cut", "no times", "times are no JSON", "times are a list", "times are words",
     "times of other words"],
)  # fmt: skip
def test_a_damaged_part_counts_as_missing(damage: str, job: NarrationJob) -> None:
    words = job.paragraphs[0].natural
    times, sound = job.folder / "times.json", job.folder / f"{words.key}.mp3"
    stored = json.loads(times.read_text())
    match damage:
        case "no sound":
            sound.unlink()
        case "sound empty":
            sound.write_bytes(b"")
        case "sound cut":
            sound.write_bytes(sound.read_bytes()[:-120])
        case "no times":
            times.unlink()
        case "times are no JSON":
            times.write_text(times.read_text()[:50])
        case "times are a list":
            times.write_text("[1]")
        case "times are words":
            times.write_text(json.dumps(stored | {words.key: stored[words.key] | {"sentences": "soon"}}))
        case _:
            stored[words.key]["sentences"][0][2].pop()
            times.write_text(json.dumps(stored))
    assert PartStore(job.folder).get(words) is None
    assert joined_parts(job) is None


def test_parts_that_nothing_needs_are_removed_and_the_others_stay(job: NarrationJob) -> None:
    kept = {p.natural.key for p in job.paragraphs[1:]}
    assert PartStore(job.folder).keep_only(kept) == 1
    assert {path.stem for path in job.folder.glob("*.mp3")} == kept
    assert set(json.loads((job.folder / "times.json").read_text())) == kept
    assert PartStore(job.folder).get(job.paragraphs[1].natural)


def test_parts_are_whole_frames_and_so_is_the_recording(job: NarrationJob) -> None:
    recording = joined_parts(job)
    assert recording
    assert is_whole(recording.mp3)
    assert recording.duration == pytest.approx(len(recording.mp3) / 120 * FRAME_SECONDS)
    assert not is_whole(recording.mp3[:-1])
    assert not is_whole(b"")


def test_sentences_keep_their_place_in_the_recording() -> None:
    part = Part(tone_mp3([0.25], 1.5), (SentenceTimes(0.3, 1.3, (0.3,)),))
    frames = len(part.mp3) // 120
    recording = joined([(part, 2.0), (part, 0.0)])
    assert recording.sentences[0].start == 0.3
    silence = round(2.0 / FRAME_SECONDS)
    assert recording.sentences[1].start == pytest.approx((frames + silence) * FRAME_SECONDS + 0.3)


def test_a_webinar_with_all_its_parts_is_joined_and_its_captions_are_the_script(
    job: NarrationJob, tmp_path: Path
) -> None:
    said: list[str] = []
    before = kept_or_estimated(job, tmp_path / "cache")
    make_narrations([job], tmp_path / "cache", said.append)
    result = kept_or_estimated(job, tmp_path / "cache")
    assert said == []
    assert result.engine is before.engine is Engine.NATURAL
    assert result.audio
    assert is_whole(result.audio.read_bytes())
    assert result.duration == before.duration
    transcript = transcript_from_script(SCRIPT, result, speakers=("One", "Two"))
    assert " ".join(cue.text for cue in transcript.cues) == " ".join(SCRIPT.sentences)
    # Who asks is answered after a pause of five seconds and the usual one.
    asked, answered = transcript.chapters[0].paragraphs
    assert 5 <= answered.start - asked.end <= 6.5


def test_one_missing_part_gives_the_whole_webinar_to_the_stand_in(job: NarrationJob, tmp_path: Path) -> None:
    (job.folder / f"{job.paragraphs[1].natural.key}.mp3").unlink()
    make_narrations([job], tmp_path / "cache", lambda line: None)
    assert kept_or_estimated(job, tmp_path / "cache").engine is Engine.STAND_IN
