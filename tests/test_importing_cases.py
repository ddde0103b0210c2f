"""Files as tools write them that once went wrong: who says what, and when, in each."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.importing.converting import Choices, Imported, convert
from macros.problems import ContentError

CASES = Path(__file__).parent / "corpus" / "captions"
MOST_OUT = 0.3
"""Seconds by which a time may be out."""

A, B, C = "Welcome to the archery club.", "Thank you for having me.", "And who paid for them?"
TARGETS = "The archers chose the targets."

RIGHT: dict[str, list[tuple[float, str, str]]] = {
    "srt-one-unpadded.srt": [
        (1.5, "", "Welcome to the canoe club. We meet at the lock."),
        (4, "", "Bring a dry bag and a friend."),
    ],
    "srt-title-colon.srt": [
        (1, "", "Part One: Why the lane was closed"),
        (4, "", "We asked the swimmers first."),
        (8, "", "They said the ramp was too steep."),
    ],
    "zoom-comma-name.vtt": [
        (2, "Asha Bell, Archery Club", A),
        (5.5, "Tom Reed", B),
        (8.5, "Asha Bell, Archery Club", "Who chose the targets?"),
        (11.5, "Tom Reed", "The archers did."),
    ],
    "zoom-pronouns.vtt": [
        (2, "Asha Bell (she/her)", A),
        (5.5, "Tom Reed (he/they) - Coach", B),
        (8.5, "Asha Bell (she/her)", "Who chose the targets?"),
    ],
    "zoom-oneoff.vtt": [
        (2, "Asha Bell", A),
        (5.5, "asha's iPad", "Can you hear me now?"),
        (8.5, "Tom Reed", "Yes, we can."),
        (11.5, "07700 900123", "I am on the phone."),
        (13.5, "Asha Bell", "One thing: bring water."),
        (16.5, "nia", "I will."),
    ],
    "zoom-said-colon.vtt": [
        (2, "Asha Bell", A),
        (5.5, "Asha Bell", "Our Rule: nobody shoots alone."),
        (8.5, "Asha Bell", "Our Rule: nobody shoots alone."),
    ],
    "two-voices.vtt": [
        (1, "Asha Bell", "Who chose the targets?"),
        (3.3, "Tom Reed", "The archers did."),
        (5, "Tom Reed", "And they paid for them."),
    ],
    "rev-dash-voice.vtt": [
        (0.8, "", "The keys to the boathouse"),
        (3, "", "are held by the rowers."),
        (5.2, "Tom", "And by me."),
    ],
    "whisperx.srt": [(2, "SPEAKER_00", A), (5.5, "SPEAKER_01", B), (8.5, "SPEAKER_00", "Who chose the targets?")],
    "dash-speaker.srt": [
        (1, "Asha", A),
        (2.6, "Tom", B),
        (4, "Asha", "Who chose the targets?"),
        (6.3, "Tom", "The archers did."),
    ],
    "rev-times.txt": [(2, "Asha Bell", A), (5, "Tom Reed", f"{B} {TARGETS}"), (72, "Asha Bell", C)],
    "word-transcribe.txt": [(2, "Speaker 1", A), (5, "Speaker 2", f"{B} {TARGETS}"), (12, "Speaker 1", C)],
    "fathom.txt": [(2, "Asha Bell (Archery Club)", A), (5, "Tom Reed", B), (9, "Asha Bell (Archery Club)", C)],
    "teams-words-and-time.txt": [(2, "Asha Bell", A), (5, "Tom Reed", B), (72, "Asha Bell", C)],
    "meet.txt": [
        (0, "Asha Bell", A),
        (4.5, "Tom Reed", B),
        (300, "Asha Bell", C),
        (302.8, "Tom Reed", "The council did."),
    ],
    "panopto.srt": [(0, "", A), (3, "", TARGETS)],
    "hls-joined.vtt": [(1, "", A), (4, "", TARGETS), (7, "", "They paid for them too.")],
    "settings-space.vtt": [(1, "", A), (4, "", TARGETS)],
    "double-entity.vtt": [(1, "", "It's the archers' club & café."), (5, "", "They're here.")],
    "tags-unknown.srt": [(1, "", A), (4, "", f"{TARGETS} And they paid."), (7, "", "Thank you.")],
    "whisper-stdout.txt": [
        (0, "", A),
        (4, "", "The archers chose the targets, and they paid for them."),
        (12, "", "Thank you."),
    ],
    "yt-pause-short.vtt": [(1, "", "are you ready"), (12.5, "", "go"), (20, "", "what a fast race")],
    "human-v-closed.vtt": [
        (1, "Asha Bell", "Here is the question."),
        (3.5, "Asha Bell", "Who"),
        (5, "Asha Bell", "chose the targets?"),
        (8, "Tom Reed", "The archers did."),
    ],
    "revai.txt": [(2, "Speaker 0", A), (5, "Speaker 1", f"{B} {TARGETS}"), (72, "Speaker 0", C)],
    "region-old.vtt": [(1, "", A)],
}
REFUSED = {
    "zoom-chat.txt": "zoom-chat.txt: is a saved chat, not a transcript; export the captions, and import those",
    "premiere.txt": (
        "premiere.txt:1: has times with frames (00:00:02:10); export it as .srt or .vtt instead, and import that"
    ),
    "sub.ass": "sub.ass: is ASS (SubStation Alpha); save it as .vtt or .srt, and import that",
    "t.ttml": "t.ttml: is TTML; save it as .vtt or .srt, and import that",
    "one60.vtt": "one60.vtt:6: these times cannot be read; write them like 00:01:02.000 --> 00:01:05.500",
}
ENDS = {
    "whisper-stdout.txt": [4, 9.5, 14],
    "human-v-closed.vtt": [3.5, 5, 8, 11],
    "yt-pause-short.vtt": [8, 13.5, 22.5],
    "srt-one-unpadded.srt": [4, 7.5],
}


def imported(name: str) -> Imported:
    return convert((CASES / name).read_bytes(), name, Choices(), {})


def test_every_case_has_its_right_value() -> None:
    assert sorted([*RIGHT, *REFUSED]) == sorted(path.name for path in CASES.iterdir())


@pytest.mark.parametrize("name", RIGHT)
def test_each_person_says_their_own_words_at_their_time(name: str) -> None:
    pieces: list[tuple[float, str, str]] = []
    for piece in imported(name).said:
        # Long words of one person are captions of their own; they are theirs all the same.
        goes_on = pieces and pieces[-1][1] == piece.speaker and len(pieces) > len(RIGHT[name]) - 1
        begun = RIGHT[name][len(pieces) - 1][2] if pieces else ""
        if pieces and (goes_on or (pieces[-1][2] != begun and begun.startswith(pieces[-1][2]))):
            pieces[-1] = (pieces[-1][0], piece.speaker, f"{pieces[-1][2]} {piece.text}")
        else:
            pieces.append((piece.start / 1000, piece.speaker, piece.text))
    assert [piece[1:] for piece in pieces] == [piece[1:] for piece in RIGHT[name]]
    assert [piece[0] for piece in pieces] == pytest.approx([piece[0] for piece in RIGHT[name]], abs=MOST_OUT)


@pytest.mark.parametrize("name", ENDS)
def test_captions_end_when_the_file_says(name: str) -> None:
    assert [piece.end / 1000 for piece in imported(name).said] == pytest.approx(ENDS[name], abs=MOST_OUT)


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_read_is_told_with_what_to_do(name: str) -> None:
    with pytest.raises(ContentError) as caught:
        imported(name)
    assert [str(problem) for problem in caught.value.problems] == [REFUSED[name]]


@pytest.mark.parametrize("name", RIGHT)
def test_words_read_are_words_written(name: str) -> None:
    result = imported(name)
    assert result.reading.read - result.reading.repeated == sum(len(piece.words) for piece in result.said)


def test_a_file_that_says_both_ends_is_not_said_to_have_only_starts() -> None:
    assert not any("only when each part starts" in check.kind.one for check in imported("whisper-stdout.txt").checks)


@pytest.mark.parametrize("name", ["whisperx.srt", "word-transcribe.txt", "revai.txt"])
def test_speakers_without_a_name_are_told(name: str) -> None:
    unknown = [check.detail for check in imported(name).checks if "who is not known" in check.kind.one]
    assert unknown == sorted({f"'{speaker}'" for _, speaker, _ in RIGHT[name]})


def test_a_name_with_a_comma_can_be_renamed() -> None:
    content = (CASES / "zoom-comma-name.vtt").read_bytes()
    result = convert(content, "z.vtt", Choices(renames={"Asha Bell, Archery Club": "Asha Bell"}), {})
    assert {piece.speaker for piece in result.said} == {"Asha Bell", "Tom Reed"}
