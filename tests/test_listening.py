"""What machines hear of a talk is counted fairly: spellings, divisions and names apart, over samples of all of it."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from macros.narration.timing import SentenceTimes
from tests.conftest import ROOT
from tests.listening.__main__ import main
from tests.listening.samples import LONGEST_PAUSE, samples, stretches
from tests.listening.talk import Heard, names, together
from tests.listening.words import Mishearing, mishearings, spoken_words

INSTALLED = ROOT / ".venv-listen"

# What distillmos 0.9.1 itself said of the same sounds, with PyTorch 2.14.
OPINIONS_OF_ITS_OWN_CODE = (1.229548, 1.288949)
_OPINIONS_OF_NOISE = """
import numpy as np
from tests.listening.opinion import RATE, WINDOW, opinions
time = np.arange(WINDOW) / RATE
hiss = np.random.default_rng(16).normal(size=WINDOW)
hum = np.sin(2 * np.pi * 180 * time) * np.abs(np.sin(2 * np.pi * 2 * time)) + 0.01 * hiss
print(*(opinions(sound.astype("f4"))[0] for sound in (0.1 * hiss, hum)))
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s the club’s CENTRE.", "it's the club's center"),
        ("They organised a programme", "They organized a program"),
        ("Co-production – a two-minute look", "coproduction, a twominute look"),
        ("One in three people", "1 in 3 people"),
        ("Twenty-one of a hundred and five", "21 of 105"),
        ("In twenty thirteen, and two thousand and nine", "in 2013 and 2009"),
        ("The twentieth, then the third", "The 20th, then the 3rd"),
        ("Fifty pounds, or £1,200", "£50, or one thousand two hundred pounds"),
        ("forty percent & more", "40% and more"),
        ("a café", "a cafe"),
        ("In twenty twenty-five", "in 2025"),
        ("I’m the swimmers’ adviser; it's people's", "Im the swimmer's advisor, its peoples"),
    ],
)
def test_the_same_words_in_another_spelling_are_the_same(one: str, other: str) -> None:
    assert not mishearings(spoken_words(one), spoken_words(other))


@pytest.mark.parametrize(
    ("said", "heard", "errors"),
    [
        ("who sets the agenda", "who sets the agenda", 0),
        ("who sets the agenda", "who set the agenda", 1),
        ("who sets the agenda", "who sets agenda", 1),
        ("who sets the agenda", "who sets the new agenda", 1),
        ("who sets the agenda", "", 4),
        ("nobody asked you", "thank you for watching", 4),
        ("a wheelchair user", "a wheel chair user", 0),
        ("a co-production group", "a co production group", 0),
        ("a co-production group", "a co induction group", 2),
    ],
)
def test_the_fewest_wrong_words_are_counted(said: str, heard: str, errors: int) -> None:
    found = mishearings(spoken_words(said), spoken_words(heard))
    assert sum(one.errors for one in found) == errors


def test_what_was_said_and_what_was_heard_are_told_together() -> None:
    said, heard = spoken_words("The swimmers use the pool."), spoken_words("The swimmer's used the pool")
    assert mishearings(said, heard) == [Mishearing(("use",), ("used",), 1)]


@pytest.mark.parametrize("heard", ["peer roo dis wrote it", "Beruthy's wrote it", "wrote it"])
def test_a_name_is_never_misheard(heard: str) -> None:
    found = mishearings(spoken_words("Pieroudis wrote it"), spoken_words(heard), {"pieroudis"})
    assert sum(one.errors for one in found) == 0


def test_a_word_beside_a_name_is_counted() -> None:
    said, heard = spoken_words("Pieroudis’s colleagues wrote"), spoken_words("Parody's cauliflower wrote")
    assert [one.errors for one in mishearings(said, heard, {"pieroudis"})] == [1]


def test_the_names_are_those_that_are_respelt_and_no_common_words() -> None:
    assert {"pieroudis", "icworks", "boccia"} <= names()
    assert names() & {"uses", "works", "belay"} == set()


def sentences(count: int, length: float = 6.0, pause: float = 0.5) -> list[SentenceTimes]:
    """Sentences of one length, one after the other."""
    starts = [0.1 + number * (length + pause) for number in range(count)]
    return [SentenceTimes(start, start + length, (start,)) for start in starts]


def test_samples_are_whole_sentences_of_the_start_the_middle_and_the_end() -> None:
    talk = sentences(160)
    found = samples(talk)
    assert len(found) == 3
    assert found[0].first == 0
    assert found[-1].last == len(talk)
    assert abs(found[1].start + found[1].end - talk[-1].end) < 20
    for sample in found:
        assert (sample.start, sample.end) == (talk[sample.first].start, talk[sample.last - 1].end)
        assert 110 < sample.end - sample.start <= 120


@pytest.mark.parametrize("count", [0, 1, 5, 20, 30, 45])
def test_no_sentence_of_a_short_talk_is_listened_to_twice(count: int) -> None:
    found = samples(sentences(count))
    assert bool(found) == bool(count)
    assert all(sample.last > sample.first for sample in found)
    assert all(one.last <= following.first for one, following in pairwise(found))


def test_no_pause_that_is_listened_to_is_long() -> None:
    talk = [SentenceTimes(1, 5, (1,)), SentenceTimes(5.6, 9, (5.6,)), SentenceTimes(30, 33, (30,))]
    (sample,) = samples(talk, count=1)
    (start, end), (again, over) = stretches(talk, sample)
    assert start < 1
    assert end > 9
    assert again < 30
    assert over > 33
    assert (end - 9) + (30 - again) <= LONGEST_PAUSE


def test_samples_are_judged_together() -> None:
    use, set_ = Mishearing(("use",), ("used",), 1), Mishearing(("sets", "the"), ("set",), 2)
    heard = together([Heard(200, (use, set_), (4.0, 4.3)), Heard(100, (use,), (4.6,))])
    assert heard.misheard == pytest.approx(100 * 4 / 300)
    assert heard.opinion == pytest.approx(4.3)
    assert heard.most_misheard() == ["2 x use -> used: 1 wrong", "1 x sets the -> set: 2 wrong"]


def test_where_nothing_can_listen_it_says_what_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # As Python looks for packages without the group's folder.
    monkeypatch.setattr(sys, "path", [folder for folder in sys.path if Path(folder).name != INSTALLED.name])
    assert main([]) == 1
    assert "NOT RUN: type `make listen`" in capsys.readouterr().err


def test_nothing_else_needs_what_listens() -> None:
    rules = [line for line in (ROOT / "Makefile").read_text("utf-8").splitlines() if ".venv-listen/ready" in line]
    assert [rule.partition(":")[0] for rule in rules] == [".venv-listen/ready", "listen"]
    files = [*(ROOT / "scripts").glob("*.sh"), *(ROOT / ".github").rglob("*.y*ml")]
    assert [file.name for file in files if "requirements-listen" in file.read_text("utf-8")] == ["setup-listen.sh"]


@pytest.mark.skipif(not (INSTALLED / "ready").exists(), reason="what listens is not installed: make listen")
def test_the_listening_model_gives_what_its_own_code_gives() -> None:
    result = subprocess.run(
        [sys.executable, "-c", _OPINIONS_OF_NOISE],
        cwd=ROOT,
        # Threads of the sums would wait for each other while other tests run.
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{INSTALLED}", "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert [float(number) for number in result.stdout.split()] == pytest.approx(OPINIONS_OF_ITS_OWN_CODE, abs=1e-4)
