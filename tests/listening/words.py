"""Compares what was said with what a recogniser wrote: spellings and names apart, how many words are wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

from macros.language.spelling import british_twin

_BELOW_TWENTY = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
# The same word in two spellings; each is right somewhere, so the speller of the site leaves them alone.
_SPELLINGS = {
    "advisor": "adviser",
    "advisors": "advisers",
    "judgment": "judgement",
    "license": "licence",
    "ok": "okay",
    "practise": "practice",
    "program": "programme",
    "programs": "programmes",
}
_SAID = [
    (re.compile(r"[’‘]"), "'"),
    (re.compile(r"(?<=\d),(?=\d{3})"), ""),
    (re.compile(r"£(\d+(?:\.\d+)?)"), r"\1 pounds "),
    (re.compile(r"(\d)%"), r"\1 percent"),
    (re.compile(r"&"), " and "),
    (re.compile(r"\ba (?=hundred|thousand)"), "one "),
    (re.compile(r"(?<=\d)\.(?=\d)"), " point "),
    # "people's", "peoples": neither an apostrophe nor a hyphen is a sound. But "twenty-five" may be read of "2025".
    (re.compile(r"(?<=[a-z])'(?=[sm]\b)"), ""),
    (re.compile(r"\b([a-z]+ty)[-‐‑](?=(?:one|two|three|four|five|six|seven|eight|nine)\b)"), r"\1 "),
    (re.compile(r"(?<=[a-z])[-‐‑](?=[a-z])"), ""),
]
_WORD = re.compile(r"\d+(?:st|nd|rd|th)?|[a-z]+(?:'[a-z]+)*")


@dataclass(frozen=True)
class Mishearing:
    """Words that were said, and what was heard in their place; either may be empty. ``errors`` counts wrong words."""

    said: tuple[str, ...]
    heard: tuple[str, ...]
    errors: int


def spoken_words(text: str) -> list[str]:
    """The words of a text as they sound: small letters, British spellings, numbers as words, no hyphens, no signs."""
    small = "".join(sign for sign in normalize("NFKD", text.lower()) if not combining(sign))
    for pattern, said in _SAID:
        small = pattern.sub(said, small)
    return [word for found in _WORD.findall(small) for word in _as_said(found)]


def mishearings(said: Sequence[str], heard: Sequence[str], names: Collection[str] = ()) -> list[Mishearing]:
    """Where two rows of words differ, by the fewest words that were changed, left out or put in (Levenshtein).

    Words that differ only in where they are divided ("wheel chair") are the same. ``names`` (and their genitives)
    count as heard however they are written, with whatever was put in beside them.
    """
    found = []
    for pairs in _differences(said, heard):
        ours = tuple(word for word, _ in pairs if word is not None)
        theirs = tuple(word for _, word in pairs if word is not None)
        if "".join(ours) == "".join(theirs):
            continue
        named = any(_is_name(word, names) for word in ours)
        wrong = [word for word, _ in pairs if (not named if word is None else not _is_name(word, names))]
        found.append(Mishearing(ours, theirs, len(wrong)))
    return found


def _is_name(word: str, names: Collection[str]) -> bool:
    return word in names or word.removesuffix("s") in names


def _differences(said: Sequence[str], heard: Sequence[str]) -> Iterator[list[tuple[str | None, str | None]]]:
    """Each stretch of words that differ, as pairs; None where a word has no partner."""
    stretch: list[tuple[str | None, str | None]] = []
    for pair in _aligned(said, heard):
        if pair[0] != pair[1]:
            stretch.append(pair)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _aligned(said: Sequence[str], heard: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """Both rows side by side with the fewest differences."""
    costs = [list(range(len(heard) + 1))]
    for row, word in enumerate(said, start=1):
        above, costs_here = costs[-1], [row]
        for column, other in enumerate(heard, start=1):
            changed = above[column - 1] + (word != other)
            costs_here.append(min(changed, above[column] + 1, costs_here[-1] + 1))
        costs.append(costs_here)
    pairs: list[tuple[str | None, str | None]] = []
    row, column = len(said), len(heard)
    while row or column:
        cost = costs[row][column]
        if row and column and cost == costs[row - 1][column - 1] + (said[row - 1] != heard[column - 1]):
            row, column = row - 1, column - 1
            pairs.append((said[row], heard[column]))
        elif row and cost == costs[row - 1][column] + 1:
            row -= 1
            pairs.append((said[row], None))
        else:
            column -= 1
            pairs.append((None, heard[column]))
    return pairs[::-1]


def _as_said(word: str) -> list[str]:
    """A word in its British spelling, or the words of a number."""
    if not word[0].isdigit():
        return [british_twin(word) or _SPELLINGS.get(word, word)]
    digits = word.rstrip("stndrh")
    number = _number(int(digits)) if len(digits) <= 6 else [_BELOW_TWENTY[int(digit)] for digit in digits]
    return number if digits == word else [*number[:-1], _ordinal(number[-1])]


def _number(number: int) -> list[str]:
    """A number below a million in words; one that looks like a year is read as a year."""
    if number < 20:
        return [_BELOW_TWENTY[number]]
    if number < 100:
        return [_TENS[number // 10 - 2], *(_number(number % 10) if number % 10 else [])]
    if (1100 < number < 2000 or 2009 < number < 2100) and number % 100 > 9:
        return [*_number(number // 100), *_number(number % 100)]
    if number < 1000:
        rest = ["and", *_number(number % 100)] if number % 100 else []
        return [_BELOW_TWENTY[number // 100], "hundred", *rest]
    rest = number % 1000
    more = [*(["and"] if rest < 100 else []), *_number(rest)] if rest else []
    return [*_number(number // 1000), "thousand", *more]


def _ordinal(word: str) -> str:
    return _ORDINALS.get(word) or (f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th")
