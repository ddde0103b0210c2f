"""Narration: what the voice is given, the clock that it shares with the captions, and the cache."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from macros.narration import narrate as narrate_module
from macros.narration.job import NarrationJob, narration_job
from macros.narration.narrate import Engine, NarrationResult, estimated_times, kept_or_estimated, make_narrations
from macros.narration.script import Script, parse_script
from macros.narration.spoken import Respellings, SpokenSentence, respelt, spoken_sentence
from macros.narration.stand_in import speak, word_starts
from macros.narration.transcript import transcript_from_script
from macros.narration.voice import Voice, VoiceError
from macros.slides.reading import Known

SCRIPT, _ = parse_script(
    "## One\n\n> A slide\n\nImagine a boccia club. It meets on Mondays, in a hall with a stage.\n\n"
    "[pause 5 seconds]\n\nWho decides?\n\n## Two\n\n> Who?\n\nThe members do.\n",
    "script.md",
    Known(),
)
VOICE = "emma"
WORDS = {"boccia": "bocha", "kothari": "/kQtˈɑːɹi/"}
LIST = Respellings(WORDS, WORDS)


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("boccia", "bocha"),
        ("Boccia,", "bocha,"),
        ("(boccia)", "(bocha)"),
        ("boccia's", "bocha's"),
        ("Kothari,", "[Kothari](/kQtˈɑːɹi/),"),
        ("Kothari’s", "[Kothari's](/kQtˈɑːɹiz/)"),
        ("bocce", "bocce"),
        ("Mondays", "Mondays"),
    ],
)
def test_only_words_of_the_list_are_respelt_and_their_punctuation_stays(word: str, seen: str) -> None:
    assert respelt(word, WORDS) == seen


def test_each_displayed_word_knows_where_it_starts_in_the_spoken_text() -> None:
    sentence = spoken_sentence("Play boccia today.", WORDS)
    assert sentence == SpokenSentence("Play bocha today.", (0, 5, 11))


def test_words_that_the_voice_reports_together_get_times_in_between() -> None:
    sentence = SpokenSentence("one two three", (0, 4, 8))
    assert word_starts(sentence, [(0, 0.0), (8, 0.8)], 1.3) == pytest.approx([0.0, 0.4, 0.8])


def test_reports_that_run_backwards_are_left_out() -> None:
    sentence = SpokenSentence("one two three", (0, 4, 8))
    starts = word_starts(sentence, [(0, 0.0), (4, 0.5), (3, 0.1), (8, 0.4)], 1.3)
    assert starts == sorted(starts)


def made(job: NarrationJob, cache: Path) -> NarrationResult:
    """A narration that has just been made."""
    make_narrations([job], cache, lambda line: None)
    return kept_or_estimated(job, cache)


def job_of(
    slug: str = "club", voice: str = VOICE, text: Script = SCRIPT, respellings: Respellings = LIST
) -> NarrationJob:
    """The job of a script whose parts nobody has spoken."""
    return narration_job(Path("webinars-that-are-not-there") / slug, [voice], text, respellings)


def test_a_narration_is_the_same_bytes_each_time_and_its_cues_are_the_script(tmp_path: Path) -> None:
    first = made(job_of(), tmp_path / "a")
    # Whatever is drawn by chance from the time, in seconds, is another now.
    time.sleep(1.1)
    second = made(job_of(), tmp_path / "b")
    assert first.audio is not None
    assert second.audio is not None
    assert first.engine is Engine.STAND_IN
    assert first.audio.read_bytes() == second.audio.read_bytes()
    transcript = transcript_from_script(SCRIPT, first)
    assert " ".join(cue.text for cue in transcript.cues) == " ".join(SCRIPT.sentences)
    assert [chapter.title for chapter in transcript.chapters] == ["One", "Two"]
    assert transcript.chapters[0].paragraphs[0].pause_after == 5
    gap = transcript.chapters[0].paragraphs[1].start - transcript.chapters[0].paragraphs[0].end
    assert gap >= 5
    assert 0 <= first.duration - transcript.cues[-1].end <= 2


def test_what_is_cached_is_not_made_again_and_every_change_makes_it_anew(tmp_path: Path) -> None:
    said: list[str] = []
    make_narrations([job_of()], tmp_path, said.append)
    make_narrations([job_of()], tmp_path, said.append)
    assert [line for line in said if line.startswith("narrated")] == [said[1]]
    assert said[1].startswith("narrated 1 of 1: club")
    others = [
        job_of(voice="lewis"),
        job_of(respellings=Respellings()),
        job_of(text=parse_script("## One\n\n> One\n\nOther words.\n", "s", Known())[0]),
    ]
    assert len({job_of().stand_in_key, *(other.stand_in_key for other in others)}) == 4


def test_a_webinar_without_all_its_parts_is_read_by_the_stand_in_and_one_line_says_so(tmp_path: Path) -> None:
    said: list[str] = []
    make_narrations([job_of("one"), job_of("two")], tmp_path, said.append)
    warnings = [line for line in said if line.startswith("Warning")]
    assert len(warnings) == 1
    assert "espeak reads all of: one, two" in warnings[0]
    assert "make voice" in warnings[0]


@pytest.mark.parametrize("damage", ["times away", "times cut", "sound cut", "sound empty", "sound another"])
def test_a_narration_that_is_damaged_is_made_again(damage: str, tmp_path: Path) -> None:
    audio = made(job_of(), tmp_path).audio
    assert audio
    times = audio.with_suffix(".json")
    whole = audio.read_bytes()
    if damage == "times away":
        times.unlink()
    elif damage == "times cut":
        times.write_bytes(times.read_bytes()[:100])
    else:
        found = {"sound cut": whole[:1000], "sound empty": b"", "sound another": whole[:-1] + b"?"}[damage]
        audio.write_bytes(found)
    said: list[str] = []
    make_narrations([job_of()], tmp_path, said.append)
    assert any(line.startswith("narrated 1 of 1") for line in said)
    assert audio.read_bytes() == whole


def test_a_voice_that_does_not_exist_is_named() -> None:
    with pytest.raises(VoiceError, match="espeak-ng has no voice 'en-gb-nobody'"):
        Voice("en-gb-nobody")


def test_without_a_voice_the_times_are_estimates_and_why_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrate_module, "voice_problem", lambda: "no wheel here")
    said: list[str] = []
    jobs = [job_of("one"), job_of("two")]
    make_narrations(jobs, tmp_path, said.append)
    results = {job.slug: kept_or_estimated(job, tmp_path) for job in jobs}
    assert said[1:] == ["webinars are read only: no wheel here"]
    assert results["one"].audio is None
    assert results["one"].engine is Engine.ESTIMATE
    transcript = transcript_from_script(SCRIPT, results["one"])
    assert " ".join(cue.text for cue in transcript.cues) == " ".join(SCRIPT.sentences)
    assert results["one"].duration > transcript.cues[-1].start


def test_estimates_are_close_to_what_the_voice_takes() -> None:
    heard, _ = speak(job_of())
    assert estimated_times(job_of()).duration == pytest.approx(heard.duration, rel=0.35)


def test_the_mp3_is_of_the_promised_rate() -> None:
    times, mp3 = speak(job_of())
    assert mp3[0] == 0xFF
    assert mp3[1] & 0xE0 == 0xE0
    assert len(mp3) * 8 / times.duration == pytest.approx(48_000, rel=0.05)
