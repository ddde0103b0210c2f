"""Who speaks, by evidence over the whole file.

A name can have any form: ``Asha Bell, Archery Club``, ``asha's iPad``, ``[SPEAKER_00]``. So no name is
told by its look alone. What counts is where it stands (in front of nearly every caption, under nearly
every time), whether it stands there again, and whether it reads like speech. A text that fails stays in
the words, where nothing is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from macros.importing.naming import is_placeholder, key_of

LONGEST_NAME = 80
MOST_NAME_WORDS = 10
THROUGHOUT = 0.8
"""The part of a file's captions that start with a label where it names the speaker of every one."""
_OFTEN = 0.5
"""The part of the labels of such a file that have to be there again, or to look like a name."""
_FEW_LABELS = 0.3
"""The part of captions that labels have to stand before if none is there twice."""
_SPARSE = 0.01
"""The part of captions that the labels of a single speaker have to stand before."""

_INSIDE = (
    rf"(?:\[(?P<square>[^:<>\[\]]{{1,{LONGEST_NAME}}})\]"
    rf"|\((?P<round>(?:[^:<>()]|\([^:<>()]*\)){{1,{LONGEST_NAME}}})\))"
)
_LABEL = re.compile(
    rf"(?P<mark>(?:>>+|[-–—•*])\s*)?"
    rf"(?:{_INSIDE}(?P<colon>\s*:)?"
    rf"|(?P<name>[^:<>\s][^:<>\t]{{0,{LONGEST_NAME - 1}}}?)\s*[:：])"
    rf"(?:\s+|$)"
)
_LATER = re.compile(r"(?:^|(?<=[\s>]))([^\s:<>][^:<>.!?]{0,60}?):(?=\s)")
_ENDS_LIKE_SPEECH = re.compile(r"(?:[?!…;,]|(?<!\b[A-Z])(?<!Dr)(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Jr)(?<!Sr)\.)[\"'”’)\]]*$")
_SENTENCE_INSIDE = re.compile(r"[a-z]{5,}\. |[?!]|\d:\d|https?\b", re.IGNORECASE)
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "del",
        "della",
        "di",
        "van",
        "von",
        "der",
        "den",
        "el",
        "al",
        "bin",
        "la",
        "le",
        "ap",
        "af",
        "y",
        "e",
        "and",
        "&",
        "of",
    ]
)
_PRONOUNS = re.compile(r"[\[(]\s*\w+(?:\s*/\s*\w+)+\s*[\])]")
_BRACKETS = re.compile(r"[\[(][^\[\]()]*[\])]")
_DEVICE = re.compile(r"\b(?:iphone|ipad|phone|galaxy|pixel|laptop|macbook|desktop|pc|room|tablet)\b", re.IGNORECASE)
_SOUND = re.compile(
    r"music|laugh|applau|silen|nois|cough|cheer|sigh|clap|inaudible|unintelligible|crosstalk|audio|pause|ring|beep|"
    r"background|foreign|whistl|splash|sound|overlapping|speaking|singing|chatter",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"[A-Z]\.")
_ROLE = re.compile(r"(?:speaker|presenter|host|interviewer|chair|coach|captain|narrator)", re.IGNORECASE)
_BEGINS_SPEECH = frozenset(
    # A list of words, one a line, would fill a page.
    (  # noqa: SIM905
        "our the my your his her their its this that these those a an one two three part chapter section step rule "
        "rules question answer note notes remember reminder example warning tip yes no so and but first second third "
        "last next finally time http https ok okay well also now then here there please because if when where who why "
        "what how remember: important news item point topic goal aim fact update title subtitle subtitles day number"
    ).split()
)
_SPEECH = frozenset(
    # As above.
    (  # noqa: SIM905
        "i we you it he she they is are was were be been am do does did have has had can could will would should must "
        "not this that these those what which who how why when where there here it's that's don't i'm we're you're "
        "said says say know think mean want see go get got make let's"
    ).split()
)


@dataclass(frozen=True)
class Label:
    """What a line may start with: a name, and what follows it.

    ``is_marked``: whether ``>>`` stands before it, by which captioners mark a new speaker.
    """

    name: str
    rest: str
    is_marked: bool = False
    is_bracket: bool = False


@dataclass(frozen=True)
class Labels:
    """The names that lines start with, by their keys, and texts that could be names and are kept as words.

    ``names_one_of_several``: one name stands before some captions, so somebody else may say the others.
    """

    known: frozenset[str]
    doubtful: tuple[str, ...] = ()
    names_one_of_several: bool = False


def label_of(line: str) -> Label | None:
    """What may be a name in front of a line's words: before a colon, or in brackets."""
    found = _LABEL.match(line)
    if not found:
        return None
    inside = found["square"] or found["round"]
    name = inside or found["name"]
    is_bracket = bool(inside) and found["colon"] is None
    name = " ".join(name.split())
    if not can_be_name(name) or _SENTENCE_INSIDE.search(name) or (is_bracket and is_sound(name)):
        return None
    return Label(name, line[found.end() :], (found["mark"] or "").startswith(">>"), is_bracket)


def can_be_name(text: str) -> bool:
    """Whether the text is as short as a name, and has a letter or is a telephone's number."""
    if len(text) > LONGEST_NAME or len(text.split()) > MOST_NAME_WORDS:
        return False
    return any(map(str.isalpha, text)) or is_placeholder(text)


def is_sound(text: str) -> bool:
    """Whether words in brackets say what is heard, not who speaks."""
    return bool(_SOUND.search(text))


def looks_like_name(text: str) -> bool:
    """Whether a text has the form that most names have."""
    text = " ".join(text.split())
    if is_placeholder(text) or _PRONOUNS.search(text) or _DEVICE.search(text):
        return True
    words = _BRACKETS.sub("", text.split(",")[0]).replace(" - ", " ").split()
    if not words or reads_like_speech(text):
        return False
    if len(text) > 1 and text.isupper():
        return True
    return len(words) > 1 and all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    letters = [character for character in word if character.isalpha()]
    return word.casefold() in _PARTICLES or not letters or not letters[0].islower()


def reads_like_speech(text: str) -> bool:
    """Whether a text has a small word that hardly stands in a name, or starts as sentences do."""
    words = [word for word in _BRACKETS.sub("", text).split() if not _INITIAL.fullmatch(word)]
    words = [word.strip(",.'\"“”") for word in words]
    if not words or _ROLE.fullmatch(words[-1]):
        return not words
    return words[0].casefold() in _BEGINS_SPEECH or any(word == "I" or word in _SPEECH for word in words)


def find_labels(captions: Sequence[Sequence[str]], asked: Collection[str] = ()) -> Labels:
    """The labels of a file's captions (or paragraphs), each given as its lines of plain words.

    ``asked``: names that a person wants changed, and so knows to be speakers.
    """
    captions = [lines for lines in captions if lines]
    firsts = [label_of(lines[0]) for lines in captions]
    found = [label for lines in captions for line in lines if (label := label_of(line))]
    counts = Counter(key_of(label.name) for label in found if not label.is_bracket)
    counts.update(_brackets(firsts))
    names = {key_of(label.name): label.name for label in reversed(found)}
    asked_keys = frozenset(map(key_of, asked)) & names.keys()
    marked = {key_of(label.name) for label in found if label.is_marked and not reads_like_speech(label.name)}
    said = _said_labels(found)
    looks = {key: looks_like_name(names[key]) for key in counts}
    speech = {key: reads_like_speech(names[key]) and not _PRONOUNS.search(names[key]) for key in counts}
    covered = sum(first is not None and key_of(first.name) in counts for first in firsts)
    likely = sum(count for key, count in counts.items() if not speech[key] and (count > 1 or looks[key]))
    if len(captions) > 1 and covered >= THROUGHOUT * len(captions) and likely >= _OFTEN * sum(counts.values()):
        everywhere = covered == len(captions)
        known = {
            key for key, count in counts.items()
            if (count > 1 and count > said[key])
            or (not speech[key] and not said[key] and (looks[key] or everywhere))
        }  # fmt: skip
    else:
        known = _sparse(counts, looks, speech, len(captions))
    known |= asked_keys | marked
    doubtful = [names[key] for key in counts if key not in known and looks[key] and not speech[key]]
    return Labels(frozenset(known), tuple(doubtful), len(known) == 1 and covered < THROUGHOUT * len(captions))


def _brackets(firsts: Sequence[Label | None]) -> Counter[str]:
    """Names in brackets without a colon: only if nearly every caption starts so, as ``[music]`` may also do."""
    bracketed = [key_of(label.name) for label in firsts if label and label.is_bracket and label.rest]
    return Counter(bracketed) if len(bracketed) >= THROUGHOUT * len(firsts) else Counter()


def _said_labels(found: Iterable[Label]) -> Counter[str]:
    """What stands before a colon in the middle of words: it is said."""
    return Counter(key_of(said) for label in found for said in _LATER.findall(label.rest))


def _sparse(counts: Counter[str], looks: dict[str, bool], speech: dict[str, bool], captions: int) -> set[str]:
    """The labels of a file that names a speaker only where another starts: those that are there again.

    One that is there once is a speaker's only beside others, or in a file of one caption.
    """
    again = {key for key, count in counts.items() if count > 1 and not speech[key]}
    once = {key for key, count in counts.items() if count == 1 and looks[key] and not speech[key]}
    total = sum(counts[key] for key in again | once)
    if len(again) > 1 or (again and total >= _SPARSE * captions):
        return again | once
    if captions == 1 or (len(once) > 1 and total >= _FEW_LABELS * captions):
        return once
    return set()


def by_label(lines: Sequence[str], known: Collection[str], speaker: str) -> list[tuple[str, tuple[str, ...]]]:
    """Who says which of the lines; those before the first name are the given speaker's."""
    found: list[tuple[str, list[str]]] = [(speaker, [])]
    for line in lines:
        label = label_of(line)
        if label and key_of(label.name) in known:
            found.append((label.name, [label.rest] if label.rest else []))
        else:
            found[-1][1].append(line)
    return [(name, tuple(words)) for at, (name, words) in enumerate(found) if words or at]


def names_of(lines: Sequence[str], known: Collection[str]) -> list[str]:
    """The names that lines start with, as often as they do."""
    return [label.name for line in lines if (label := label_of(line)) and key_of(label.name) in known]


def are_names(texts: Sequence[str], strict: bool = False) -> bool:
    """Whether what stands at one place of every part of a file (under its time, beside it) are names.

    ``strict``: where words could stand at the same place, some of the names have to be there again.
    """
    if not texts or (strict and len(texts) == 1) or any(map(_is_sound_line, texts)):
        return False
    texts = [bare_name(text) for text in texts]
    possible = [can_be_name(text) and not _ENDS_LIKE_SPEECH.search(text) for text in texts]
    counts = Counter(map(key_of, texts))
    again = sum(counts[key_of(text)] > 1 for text in texts)
    looks = sum(_looks_like_single_name(text) for text in texts)
    speech = sum(reads_like_speech(text) and counts[key_of(text)] == 1 for text in texts)
    if sum(possible) < 0.9 * len(texts) or speech > 0.1 * len(texts):
        return False
    if len(counts) == len(texts) and strict and len(texts) > 2:
        return False
    if again >= 0.4 * len(texts):
        return not strict or 2 * len(counts) <= len(texts) + 2
    return looks >= THROUGHOUT * len(texts)


def _is_sound_line(text: str) -> bool:
    return text.strip()[:1] in ("[", "(") and is_sound(text)


def _looks_like_single_name(text: str) -> bool:
    return looks_like_name(text) or (len(text.split()) == 1 and _is_name_word(text) and not reads_like_speech(text))


def bare_name(text: str) -> str:
    """A name without what tools put round it: brackets, a dash before it, a colon behind it."""
    text = " ".join(text.split()).strip()
    text = re.sub(r"^(?:>>+|[-–—|•*])\s*", "", text)
    text = re.sub(r"\s*[-–—:：|,]+$", "", text)
    inside = re.fullmatch(_INSIDE, text)
    return (inside["square"] or inside["round"]).strip() if inside else text
