"""Speaking with the natural voices: what is missing, and, where `make voice` has installed them, what they say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from macros.cli import main
from macros.narration.job import NarrationJob, narration_job
from macros.narration.natural.joining import is_whole
from macros.narration.natural.missing import missing_parts, remove_orphans, spoken_before, take_from
from macros.narration.natural.parts import Part, PartStore
from macros.narration.script import parse_script
from macros.narration.spoken import Respellings
from macros.narration.timing import SentenceTimes
from macros.slides.reading import Known
from tests.conftest import ROOT

INSTALLED = ROOT / ".venv-natural"

SCRIPT, _ = parse_script("## One\n\n> A slide\n\nIt is ours.\n\nWho says so?\n\nIt is ours.\n", "s", Known())


@pytest.fixture
def job(tmp_path: Path) -> NarrationJob:
    """A job none of whose parts has been spoken; it says one paragraph twice."""
    return narration_job(tmp_path / "club", ["emma"], SCRIPT, Respellings())


PARTS = {
    "It is ours.": Part(b"one", (SentenceTimes(0.1, 1, (0.1, 0.4, 0.7)),)),
    "Who says so?": Part(b"two", (SentenceTimes(0.1, 1, (0.1, 0.4, 0.7)),)),
}


def test_each_missing_part_is_named_once(job: NarrationJob) -> None:
    missing = missing_parts([job])
    assert [part.words.sentences for part in missing] == [("It is ours.",), ("Who says so?",)]
    assert [part.count for part in missing] == [3, 3]
    missing[0].store.put(missing[0].words, PARTS["It is ours."])
    assert [part.words.sentences for part in missing_parts([job])] == [("Who says so?",)]


def test_what_this_computer_has_spoken_before_is_taken_and_not_spoken_again(job: NarrationJob, tmp_path: Path) -> None:
    spoken_before(tmp_path).put(job.paragraphs[0].natural, PARTS["It is ours."])
    left = take_from(spoken_before(tmp_path), missing_parts([job]))
    assert [part.words.sentences for part in left] == [("Who says so?",)]
    assert PartStore(job.folder).get(job.paragraphs[0].natural) == PARTS["It is ours."]


def test_what_a_changed_script_no_longer_says_is_removed(job: NarrationJob) -> None:
    for paragraph in job.paragraphs[:2]:
        PartStore(job.folder).put(paragraph.natural, PARTS[paragraph.sentences[0]])
    assert remove_orphans([replace(job, paragraphs=job.paragraphs[1:2])]) == 1
    assert PartStore(job.folder).get(job.paragraphs[0].natural) is None
    assert PartStore(job.folder).get(job.paragraphs[1].natural) == PARTS["Who says so?"]


def test_a_webinar_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voice", "--missing", "no-such-talk"]) == 1
    assert "webinars/no-such-talk: is no webinar with a script" in capsys.readouterr().out


def told_with_voices(*arguments: str) -> str:
    """What Python prints with the packages of the natural voices beside ours."""
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{INSTALLED}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.mark.skipif(not (INSTALLED / "ready").exists(), reason="the natural voices are not installed: make voice")
def test_the_voice_says_a_respelt_name_and_writes_whole_frames() -> None:
    told = told_with_voices("-m", "macros", "voice", "--as", "lewis", "--say", "Pieroudis", "asked.")
    assert told.splitlines()[0] == "piəɹˈuːdɪz ˈɑːskt."
    mp3 = (ROOT / ".build-cache" / "say.mp3").read_bytes()
    assert is_whole(mp3)
    # A second or two: two words, and no silence that is longer than they are.
    assert 0.7 <= len(mp3) / 5000 <= 2.5


TONES = """
import json, sys
import numpy as np
from macros.narration.natural.loudness import levelled, loudness
time = np.arange(3 * 24000) / 24000
tone = np.sin(2 * np.pi * 997 * time)
quiet_half = np.concatenate([tone, np.zeros(10 * 24000)])
loud = levelled(np.where(time < 0.02, 1.0, 0.05) * tone, 24000, usual=-20.0, leeway=100.0)
figures = [loudness(sound, 24000) for sound in (tone, tone / 2, quiet_half, loud)]
print(json.dumps([*figures, float(np.abs(loud).max())]))
"""


@pytest.mark.skipif(not (INSTALLED / "ready").exists(), reason="the natural voices are not installed: make voice")
def test_loudness_is_that_of_the_standard_and_a_voice_is_brought_to_it_without_a_peak() -> None:
    """ITU-R BS.1770-4: a full tone of 997 Hz has -3.01 LUFS, and silence around it does not count."""
    told = told_with_voices("-c", TONES)
    full, half, with_silence, levelled, peak = json.loads(told)
    assert full == pytest.approx(-3.01, abs=0.05)
    assert half == pytest.approx(-9.03, abs=0.05)
    assert with_silence == pytest.approx(full, abs=0.5)
    # -16 LUFS once MP3 has taken its part; 2 dB below full at most.
    assert levelled == pytest.approx(-15.4, abs=0.2)
    assert peak <= 0.795


@pytest.mark.parametrize("arguments", [["--say", "Hello."], []])
def test_who_has_not_the_packages_for_the_voices_is_told_how_to_get_them(
    copied_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    for module in ("paragraph", "speaking"):
        monkeypatch.setitem(sys.modules, f"macros.narration.natural.{module}", None)
    assert main(["--root", str(copied_project), "voice", *arguments]) == 1
    told = capsys.readouterr()
    assert "What the natural voices need is not installed; use: make voice" in told.out + told.err
    assert "Every paragraph has its voice" not in told.out
