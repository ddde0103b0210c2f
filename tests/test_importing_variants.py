"""Any form of a name in any layout that tools write: every word, the right speaker, the right time."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from macros.importing.converting import Choices, Imported, convert
from macros.problems import ContentError

NAMES = [
    ("Asha Bell", "Tom Reed"),
    ("Asha", "Tom"),
    ("Asha Bell, Archery Club", "Tom Reed, Rowing Club"),
    ("Asha Bell (she/her)", "Tom Reed (he/they) - Coach"),
    ("asha's iPad", "nia"),
    ("SPEAKER_00", "SPEAKER_01"),
    ("Speaker 1", "Speaker 2"),
    ("ASHA", "TOM REED"),
    ("Asha 🏹", "Tom Reed 🚣"),
    ("Dr. Asha Bell", "Prof. Tom Reed"),
    ("A. Bell", "T. Reed"),
    ("Will Smith", "May Lee"),
    ("07700 900123", "Asha Bell"),
    ("Head of Coaching at the Lakeside Rowing Club", "Asha Bell"),
    ("Jean-Luc d'Arc", "Zoë Ó Briain"),
    ("李雷", "韩梅梅"),
    ("asha bell", "tom reed"),
    ("The Chair", "Asha Bell"),
    ("Asha Bell | Archery", "Tom Reed"),
    ("Asha – Archery", "Tom"),
    ("Asha & Tom", "Nia"),
]
PARTS = [
    (2, 6, 0, "Welcome to the archery club."),
    (6, 13, 1, "Thank you for having me. The archers chose the targets."),
    (13, 17, 0, "And who paid for them?"),
    (17, 22, 1, "The council did, after a while."),
    (22, 27, 0, "One thing: bring water, please."),
    (27, 32, 0, "We will do that again in May."),
    (32, 35, 1, "Yes."),
    (35, 38, 0, "It was the members who asked for it."),
]
MOST_OUT = 300
"""Milliseconds by which a time may be out."""

Part = Callable[[str, int, int, str], str]


def short(second: int) -> str:
    return f"{second // 60}:{second % 60:02}"


def long(second: int) -> str:
    return f"00:{second // 60:02}:{second % 60:02}"


def in_words(second: int) -> str:
    return f"{second // 60} minutes {second % 60} seconds"


def cue(start: int, end: int, mark: str) -> str:
    return f"{long(start)}{mark}000 --> {long(end)}{mark}000"


def srt(words: Callable[[str, str], str]) -> tuple[str, str, Part]:
    return "", "\n\n", lambda name, start, end, text: f"{start}\n{cue(start, end, ',')}\n{words(name, text)}"


def vtt(words: Callable[[str, str], str], numbered: bool) -> tuple[str, str, Part]:
    def part(name: str, start: int, end: int, text: str) -> str:
        return (f"{start}\n" if numbered else "") + f"{cue(start, end, '.')}\n{words(name, text)}"

    return "WEBVTT\n\n", "\n\n", part


LAYOUTS: dict[str, tuple[str, str, Part]] = {
    "Zoom": vtt(lambda name, text: f"{name}: {text}", numbered=True),
    "WebVTT with labels": vtt(lambda name, text: f"{name}: {text}", numbered=False),
    "WebVTT with voices": vtt(lambda name, text: f"<v {name.replace('&', '&amp;')}>{text}</v>", numbered=False),
    "Otter's SRT": srt(lambda name, text: f"{name}: {text}"),
    "SRT, label above": srt(lambda name, text: f"{name}:\n{text}"),
    "WhisperX": srt(lambda name, text: f"[{name}]: {text}"),
    "SRT, brackets": srt(lambda name, text: f"[{name}] {text}"),
    "SRT, dashes": srt(lambda name, text: f"- {name}: {text}"),
    "SRT, name's line": srt(lambda name, text: f"{name}\n{text}"),
    "SRT, (name)": srt(lambda name, text: f"({name})\n{text}"),
    "Teams, old": ("", "\n", lambda n, s, e, t: f"0:0:{s}.0 --> 0:0:{e}.0\n{n}\n{t}"),
    "Teams, window": ("", "\n", lambda n, s, e, t: f"{n}   {in_words(s)}\n{short(s)}\n{t}"),
    "Teams, copied": ("", "\n", lambda n, s, e, t: f"{n}\n{in_words(s)}\n{short(s)}\n{n} {in_words(s)}\n{t}"),
    "Otter": ("", "\n\n", lambda n, s, e, t: f"{n}  {short(s)}  \n{t}"),
    "name, tab, time": ("", "\n\n", lambda n, s, e, t: f"{n}\t{long(s)}\n{t}"),
    "name, space, time": ("", "\n\n", lambda n, s, e, t: f"{n} {long(s)}\n{t}"),
    "Rev": ("", "\n\n", lambda n, s, e, t: f"{n} ({long(s)}):\n{t}"),
    "Rev, colon first": ("", "\n\n", lambda n, s, e, t: f"{n}: ({long(s)})\n{t}"),
    "name [time]": ("", "\n\n", lambda n, s, e, t: f"{n} [{long(s)}]\n{t}"),
    "name [time]: words": ("", "\n", lambda n, s, e, t: f"{n} [{long(s)}]: {t}"),
    "Word": ("Audio file\ntalk.mp3\nTranscript\n", "\n", lambda n, s, e, t: f"{long(s)} {n}\n{t}"),
    "Fathom": ("Club night\n\n---\n\n", "\n\n", lambda n, s, e, t: f"{short(s)} - {n}\n  {t}"),
    "HappyScribe": ("", "\n\n", lambda n, s, e, t: f"[{long(s)}.00] - {n}\n{t}"),
    "Rev AI": ("", "\n\n", lambda n, s, e, t: f"{n}    {long(s)}    {t}"),
    "columns, name first": ("", "\n", lambda n, s, e, t: f"{n}\t{long(s)}\t{t}"),
    "columns, time first": ("", "\n", lambda n, s, e, t: f"{long(s)}\t{n}\t{t}"),
    "[time] name: words": ("", "\n", lambda n, s, e, t: f"[{long(s)}] {n}: {t}"),
    "time - name: words": ("", "\n", lambda n, s, e, t: f"{short(s)} - {n}: {t}"),
    "name / time / words": ("", "\n", lambda n, s, e, t: f"{n}\n{short(s)}\n{t}"),
    "name // time // words": ("", "\n\n", lambda n, s, e, t: f"{n}\n\n{short(s)}\n\n{t}"),
    "time / name / words": ("", "\n", lambda n, s, e, t: f"{short(s)}\n{n}\n{t}"),
    "time / name: words": ("", "\n\n", lambda n, s, e, t: f"{short(s)}\n{n}: {t}"),
    "range / name / words": ("", "\n\n", lambda n, s, e, t: f"{long(s)}.000 - {long(e)}.000\n{n}\n{t}"),
    "[range] name: words": ("", "\n", lambda n, s, e, t: f"[{long(s)}.000 --> {long(e)}.000]  {n}: {t}"),
    "[range] [name]: words": ("", "\n", lambda n, s, e, t: f"[{long(s)}.000 --> {long(e)}.000] [{n}]: {t}"),
    "Zoom, saved": ("", "\n", lambda n, s, e, t: f"[{n}] 14:00:{s - 2:02}\n{t}"),
}


def imported(text: str) -> Imported:
    return convert(text.encode(), "talk.txt", Choices(), {})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_word_is_said_by_its_speaker_at_its_time(layout: str) -> None:
    head, between, part = LAYOUTS[layout]
    shift = 2 if layout == "Zoom, saved" else 0
    for names in NAMES:
        text = head + between.join(part(names[who], start, end, words) for start, end, who, words in PARTS) + "\n"
        result = imported(text)
        said = [(piece.speaker, word) for piece in result.said for word in piece.words]
        assert said == [(names[who], word) for _, _, who, words in PARTS for word in words.split()], names
        starts = [piece.start for piece in result.said]
        for start, *_ in PARTS:
            assert any(abs((start - shift) * 1000 - found) <= MOST_OUT for found in starts), (names, start)


def captions(*words: str) -> str:
    """Captions of three seconds each, as SRT."""
    return "\n\n".join(f"{n}\n{cue(3 * n, 3 * n + 3, ',')}\n{text}" for n, text in enumerate(words, start=1))


@pytest.mark.parametrize(
    "text",
    [
        captions("Remember: bring water.", "We row.", "Remember: wear a coat.", "Home.", "Note: the gate is shut."),
        captions("Question: who chose?", "Answer: we did.", "Question: when?", "Answer: in May."),
        captions("Yes.\nWe asked them.", "Yes.\nWe did.", "No.\nThey did not.", "Yes.\nOf course."),
        captions("Row The Boat\nGently", "Row The Boat\nMerrily", "Row The Boat\nLife is but", "Row The Boat\nA dream"),
        captions("[music] Welcome.", "[laughter] And more.", "[music] The end."),
        captions("Welcome to the club.", "Our Rule: nobody shoots alone.", "That is all."),
        captions("- Who chose it?\n- We all did.", "- When?\n- In May."),
        "0:00\nhello and welcome\nto the pool\n0:05\nwe open at seven\nand close late\n0:09\nthe pool\nis great\n",
        "00:00:02 Welcome to the club\nwhich meets on Mondays.\n00:00:05 Thank you for having me\nand for the tea.\n",
        "0:01 We meet at 4:30 on Fridays.\n0:05 Or at (5:30) if it rains.\n0:09 Not at 10:15.\n",
    ],
    ids=["notes", "questions", "answers", "refrain", "sounds", "one colon", "dashes", "lines", "wrapped", "times said"],
)
def test_words_that_could_look_like_names_stay_words(text: str) -> None:
    result = imported(text)
    assert {piece.speaker for piece in result.said} == {""}
    assert result.reading.named == 0


def test_a_label_that_stands_once_is_words_and_is_told() -> None:
    result = imported(
        captions("Asha Bell: Welcome.", "We row.", "It is good.", "At nine.", "Tom Reed: Thanks.", "Bye.", "Bye.")
    )
    assert {piece.speaker for piece in result.said} == {""}
    told = [check.detail for check in result.checks if "kept as words" in check.kind.one]
    assert told == ["'Asha Bell'", "'Tom Reed'"]
    asked = convert(
        captions("Asha Bell: Welcome.", "We row.", "It is good.").encode(),
        "x.srt",
        Choices(renames={"Asha Bell": "A"}),
        {},
    )
    assert asked.said[0].speaker == "A"


def test_one_name_before_some_captions_is_told() -> None:
    result = imported(captions("INTERVIEWER: Who chose?", "We did.", "All of us.", "INTERVIEWER: And when?", "In May."))
    assert any("only one speaker is named" in check.kind.one for check in result.checks)


def test_names_that_look_odd_stand_once_or_are_alike_are_told() -> None:
    text = captions("Asha Bell: One.", "Asha Bel: Two.", "Asha Bell: Three.", "nia: Four.", "Asha Bel: Five.")
    told = {(check.kind.one[:24], check.detail) for check in imported(text).checks}
    assert ("a name that looks odd: s", "'nia'") in told
    assert ("a speaker who speaks onl", "'nia'") in told
    assert ("two names that are much ", "'Asha Bell' and 'Asha Bel'") in told


MEET = "00:00:00\n\nAsha Bell: One.\nTom Reed: Two words.\nAsha Bell: Three.\n\n{}\n\n{}\n"


@pytest.mark.parametrize(
    ("ended", "note"),
    [
        (
            "Transcription ended after 00:05:31",
            "This editable transcript was computer generated and might contain errors.",
        ),
        (
            "Transkription nach 00:05:31 beendet",
            "Diese Transkription wurde computergeneriert und kann Fehler enthalten.",
        ),
        (
            "La transcription s'est terminée après 00:05:31",
            "Cette transcription a été générée par ordinateur et peut contenir des erreurs.",
        ),
        (
            "La transcripción finalizó después de 00:05:31",
            "Esta transcripción se ha generado por ordenador y puede contener errores.",
        ),
        ("Tom Reed stopped transcription", "[Auto-generated transcript. Edits may have been applied for clarity.]"),
        ("Untertitel der Amara.org-Community", "Transcribed by https://otter.ai"),
    ],
)
def test_what_tools_add_is_left_out_and_listed(ended: str, note: str) -> None:
    result = imported(MEET.format(ended, note))
    assert " ".join(piece.text for piece in result.said) == "One. Two words. Three."
    listed = [change.detail for change in result.changes if "a tool added" in change.kind.one]
    assert listed == [f"'{ended}'", f"'{note}'"]


def test_what_somebody_says_about_a_transcript_is_kept() -> None:
    said = "The transcript was made by a computer and had errors in it, so at 10:30 we stopped and read it."
    assert (
        " ".join(piece.text for piece in imported(captions("Welcome.", said, "Good.", "Yes.", "Bye.")).said).count(said)
        == 1
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("00:01:02\tAsha:\tHello\n00:01:20\tTom:\tYes\n", "is a saved chat"),
        ("18:01:02 From Tom Reed to Everyone:\n\tHello\n18:02:02 From Asha to Everyone:\n\tYes\n", "is a saved chat"),
        ("02/03/2026, 18:01 - Asha: Hello\n02/03/2026, 18:02 - Tom: Yes\n", "is a saved chat"),
        ("00:00:02:10 - 00:00:05:00\nAsha\nHello.\n", "has times with frames (00:00:02:10)"),
        ("1\n00:00:02:10 --> 00:00:05:00\nHello.\n", "has times with frames (00:00:02:10)"),
        ('<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml">', "is TTML"),
        ("[Script Info]\nTitle: x\n", "is ASS"),
        ("<SAMI><BODY><SYNC Start=1000><P>Hello", "is SAMI"),
        ("Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420\n", "is SCC"),
        ("[INFORMATION]\n[TITLE]x\n", "is SubViewer"),
        ("00:00:01.00,00:00:04.00\nHello[br]you\n", "is SubViewer"),
        ("{10}{40}Hello\n", "is MicroDVD"),
        ('{"segments": [{"start": 0.0, "text": "Hello"}]}', "is JSON"),
        ("<!DOCTYPE html><html>0:00 hello", "is a page of HTML"),
    ],
)
def test_a_file_that_is_something_else_is_told_as_what_it_is(text: str, says: str) -> None:
    with pytest.raises(ContentError) as caught:
        imported(text)
    assert says in str(caught.value.problems[0])
    assert "import th" in str(caught.value.problems[0])


HEAD = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
SPEECH = "We asked the swimmers first and they said that the ramp was too steep."
SCRAPS = [
    "<v ",
    "<v A>",
    "<",
    "{\\",
    "&amp;",
    "[",
    "(",
    "a ",
    "a",
    "A: b\n",
    "- ",
    "[00:01] ",
    "0:01\n",
    "00:",
    "<rt>",
    "\n",
]


@pytest.mark.parametrize("scrap", SCRAPS)
@pytest.mark.parametrize("head", ["", HEAD], ids=["text", "WebVTT"])
def test_a_megabyte_of_one_scrap_takes_little_time(head: str, scrap: str) -> None:
    text = head + scrap * (1_000_000 // len(scrap))
    began = process_time()
    with pytest.raises(ContentError):
        imported(text)
    assert process_time() - began < 5, "two seconds where nothing else runs"


@pytest.mark.parametrize("layout", ["Zoom", "Otter", "time - name: words", "[time] name: words", "columns, name first"])
def test_an_import_takes_time_in_proportion_to_the_words(layout: str) -> None:
    head, between, part = LAYOUTS[layout]

    def seconds(count: int) -> float:
        text = head + between.join(part(f"Asha {n % 2}", 5 * n, 5 * n + 4, SPEECH) for n in range(count))
        found = []
        for _ in range(2):
            began = process_time()
            imported(text)
            found.append(process_time() - began)
        return min(found)

    assert seconds(400) < 2.5 * seconds(200)


def test_more_words_than_anybody_can_say_are_refused() -> None:
    with pytest.raises(ContentError, match="more than anybody can say"):
        imported(HEAD + "word " * 600)
