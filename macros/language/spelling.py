"""British spelling: which words of a text are American, misspelt, or in no list that we know.

Hunspell, the checker of LibreOffice and Firefox, knows British words and how they may change, from the
dictionary beside this module. codespell's lists say what is meant: British spellings with their American twins,
which are read here from right to left, and common misspellings. data/spelling.txt has the project's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from unicodedata import combining, normalize

from hunspell import Hunspell

# American twins that are also British words, with another meaning or as a choice of style.
_BRITISH_TOO = frozenset(
    [
        *["analog", "biased", "dialog", "focused", "focuses", "focusing", "journaling", "judgment", "judgments"],
        *["license", "licensed", "licenses", "licensing", "math", "meter", "meters", "overwritable", "practice"],
        *["practices", "program", "refocused", "refocuses", "refocusing", "routing", "salable", "specialties"],
        *["specialty", "stories", "story", "writable"],
    ]
)
# American twins that codespell's list does not have, as "american:british".
_MORE_AMERICAN = """
    aging:ageing airplane:aeroplane anemia:anaemia anesthetic:anaesthetic caliber:calibre candor:candour
    catalyze:catalyse councilor:councillor councilors:councillors counseled:counselled counseling:counselling
    counselors:counsellors cozy:cosy fiber:fibre fibers:fibres fueled:fuelled fulfillment:fulfilment
    gotten:got gynecology:gynaecology harbor:harbour installment:instalment installments:instalments
    jewelry:jewellery marvelous:marvellous mom:mum mustache:moustache neighborhood:neighbourhood
    neighborhoods:neighbourhoods odor:odour offense:offence offenses:offences orthopedic:orthopaedic
    pajamas:pyjamas paralyze:paralyse paralyzed:paralysed pediatric:paediatric plow:plough rumor:rumour
    rumors:rumours savior:saviour savory:savoury theater:theatre theaters:theatres traveled:travelled
    traveler:traveller travelers:travellers traveling:travelling tumor:tumour vapor:vapour vigor:vigour
    willful:wilful woolen:woollen
"""
_IZE = re.compile(r"(\w{2,})iz(e|ed|es|er|ers|ing|able|ation|ations|ational)")
_ALWAYS_IZE = re.compile(r"\w*(?:siz|priz|seiz|maiz|friz|iziz)\w*")
# Letters beside a figure, as in "20th" or "MP3", are no word.
_TOKEN = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’][^\W\d_]+)*(?![^\W_])")
_OPENS_SENTENCE = re.compile(r"(?:^|[.?!:]['\"’”)]*\s+)['\"‘“(]*$")


@dataclass(frozen=True)
class Misspelt:
    """A word that is not right: where it stands in the text, and what is wrong with it."""

    offset: int
    word: str
    message: str


@dataclass(frozen=True)
class Speller:
    """Knows British words and the project's own, which are in small letters."""

    own_words: frozenset[str]
    _faults: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _right: set[str] = field(default_factory=set, init=False, repr=False, compare=False)

    def faults(self, text: str) -> Iterator[Misspelt]:
        """The words of a text that are not right.

        A word with a capital inside a sentence is a name, and can only be American or a known
        misspelling; a word in capitals is an abbreviation and is left alone.
        """
        # Most texts have no fault: all their words are looked at as a set before any place is looked for.
        new = set(_TOKEN.findall(text)) - self._right
        wrong = {word for word in new if self._fault(word)}
        self._right.update(new - wrong)
        if not wrong:
            return
        for found in _TOKEN.finditer(text):
            word = found[0]
            if word in wrong:
                named = word[0].isupper() and not _OPENS_SENTENCE.search(text, 0, found.start())
                message = self._fault(word)
                if not (named and message == _unknown(word)):
                    yield Misspelt(found.start(), word, message)

    def _fault(self, word: str) -> str:
        if word not in self._faults:
            self._faults[word] = self._found_fault(word)
        return self._faults[word]

    def _found_fault(self, word: str) -> str:
        if len(word) < 2 or any(letter.isupper() for letter in word[1:]):
            return ""
        small = word.lower().replace("’", "'")
        if small in self.own_words or small.removesuffix("'s") in self.own_words:
            return ""
        small = small.removesuffix("'s")
        if british := british_twin(small):
            return f"'{word}' is American spelling; write '{british}'"
        if meant := _misspellings().get(small):
            return f"'{word}' is misspelt; write {_listed(meant)}"
        return "" if _is_word(word, small) else _unknown(word)


def british_twin(word: str) -> str:
    """The British spelling of an American word in small letters; empty for any other word."""
    if twin := _american().get(word):
        return twin
    found = _IZE.fullmatch(word)
    return f"{found[1]}is{found[2]}" if found and not _ALWAYS_IZE.fullmatch(word) else ""


def _unknown(word: str) -> str:
    return f"'{word}' is in no list of words; correct it, or add it to data/spelling.txt"


def _listed(meant: str) -> str:
    """What codespell's list says is meant, ready to be read: ``'their' or 'there'``."""
    return " or ".join(f"'{word}'" for word in meant.strip().rstrip(",").split(", "))


def _is_word(word: str, small: str) -> bool:
    """Whether Hunspell knows the word, which may be a name, or it is another one with an American look."""
    plain = word.replace("’", "'").removesuffix("'s")
    # The list has no accents: naive, decor.
    unaccented = "".join(sign for sign in normalize("NFKD", plain) if not combining(sign))
    return small in _BRITISH_TOO or _hunspell().spell(unaccented)


@cache
def _american() -> dict[str, str]:
    """American words with their British twins."""
    more = dict(pair.split(":") for pair in _MORE_AMERICAN.split())
    pairs = (
        (american.strip().rstrip(","), british)
        for british, american in _codespell("dictionary_en-GB_to_en-US.txt").items()
    )
    return more | {american: british for american, british in pairs if american not in _BRITISH_TOO}


@cache
def _hunspell() -> Hunspell:
    return Hunspell("en_GB", hunspell_data_dir=str(Path(__file__).parent / "dictionary"))


@cache
def _misspellings() -> dict[str, str]:
    """Common misspellings with what is meant."""
    return _codespell("dictionary.txt")


def _codespell(name: str) -> dict[str, str]:
    """A list of codespell: each word with what it should be, as it stands there."""
    text = (files("codespell_lib") / "data" / name).read_text(encoding="utf-8")
    return dict(line.split("->", 1) for line in text.splitlines() if "->" in line)
