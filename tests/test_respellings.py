"""Respellings: the stand-in says each as people do (IPA of espeak-ng's British voice)."""

from __future__ import annotations

import pytest

from macros.cli import main
from macros.narration.spoken import respelt
from macros.narration.voice import Voice
from macros.reading.vocabulary import read_respellings
from tests.conftest import ROOT

RESPELLINGS = read_respellings(ROOT)[0].stand_in

# Word, what the voice makes of it as it stands, what it has to make of it.
INTENDED = [
    ("boccia", "bˈɒksɪɐ", "bˈɒtʃɐ"),
    ("cobiquity", "kəbˈɪkwɪtɪ", "kəʊbˈɪkwɪtɪ"),
    ("coprobabble", "kˈɒpɹəbəbbəl", "kˈəʊpɹˈəʊbˈæbəl"),
    ("ic-works", "ˈaɪkwˈɜːks", "aɪsˈiːwˈɜːks"),
    ("NIHR", "nˈɪhɐ", "ˈɛnaɪˈeɪtʃˈɑː"),
    ("Nous", "nˈuːz", "nˈaʊs"),
    ("Manchester", "mˈɑːntʃɛstɐ", "mˈænntʃɛstɐ"),
    ("Bracknell", "bɹæknˈɛl", "bɹˈæknəl"),
    ("Beresford", "bˈɛrzfəd", "bˈɛɹɪsfəd"),
    ("Kothari", "kəθˈɑːɹɪ", "kəʊtˈɑːɹɪ"),
    ("McGeown", "mɐ dʒˌiːəʊwn", "məɡɪˈəʊn"),
    ("Pieroudis", "piəɹˈaʊdɪz", "piəɹˈuːdɪz"),
    ("Ralphs", "ɹˈælfz", "ɹˈælfs"),
    ("uses", "jˈuːsɪz", "jˈuːzɪz"),
]

# Names and terms of the scripts that the voice says well without help. If it stops, they need a respelling.
SAID_WELL = [
    ("Co-PARS", "kˈəʊpˈɑːz"),
    ("co-production", "kˈəʊpɹədˈʌkʃən"),
    ("faux", "fˈəʊ"),
    ("nef", "nˈɛf"),
    ("BSL", "bˌiːˌɛsˈɛl"),
    ("Arnstein", "ˈɑːnstaɪn"),
    ("Tritter", "tɹˈɪtɐ"),
    ("McCallum", "mɐ kˈæləm"),
    ("Slay", "slˈeɪ"),
    ("Wadey", "wˈeɪdɪ"),
    ("Darlington", "dˈɑːlɪŋtən"),
    ("Doncaster", "dˈɒŋkɑːstɐ"),
    ("Fulham", "fˈʊləm"),
    ("Hammersmith", "hˈæməsmˌɪθ"),
    ("Norfolk", "nˈɔːfək"),
    ("Slough", "slˈaʊ"),
    ("Wirral", "wˈɪɹəl"),
    ("Braille", "bɹˈeɪl"),
    ("belay", "bɪlˈeɪ"),
    ("goalball", "ɡˈəʊlbɔːl"),
]


@pytest.fixture(scope="module")
def voice() -> Voice:
    """The voice of the narrations."""
    return Voice("en-gb-x-rp+f3")


@pytest.mark.parametrize(("word", "wrong", "right"), INTENDED)
def test_a_respelling_sounds_as_intended(voice: Voice, word: str, wrong: str, right: str) -> None:
    assert voice.phonemes(word) == wrong, "the voice has changed: is the respelling still needed?"
    assert voice.phonemes(respelt(word, RESPELLINGS)) == right


@pytest.mark.parametrize(("word", "right"), SAID_WELL)
def test_other_names_need_no_respelling(voice: Voice, word: str, right: str) -> None:
    assert respelt(word, RESPELLINGS) == word
    assert voice.phonemes(word) == right


def test_every_respelling_has_its_sound_in_the_table() -> None:
    assert set(RESPELLINGS) == {word.lower() for word, _, _ in INTENDED}


def test_sounds_for_the_natural_voices_are_written_in_their_alphabet() -> None:
    known = set("AIOQSTWYabdefhijklmnpstuvwzæðŋɑɒɔəɛɜɡɪɹʃʊʌʒʤʧˈˌːθᵊ ")
    sounds = [value[1:-1] for value in read_respellings(ROOT)[0].natural.values() if value.startswith("/")]
    assert sounds
    assert {sign for sound in sounds for sign in sound} <= known


def test_several_clauses_are_all_written_down(voice: Voice) -> None:
    assert voice.phonemes("Yes. No.").split() == [voice.phonemes("Yes"), voice.phonemes("No")]


def test_the_command_shows_what_the_voice_makes_of_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sounds", "boccia", "bocha"]) == 0
    assert capsys.readouterr().out == "boccia: bˈɒksɪɐ\nbocha: bˈɒtʃɐ\n"
    assert main(["sounds", "--voice", "no-such-voice", "boccia"]) == 1
    assert capsys.readouterr().err == "espeak-ng has no voice 'no-such-voice'\n"
