"""Whether the search answers what people ask: the questions of sport staff, and those that were kept back.

They are asked in Node, with the modules of the search page: all at once, and without a browser.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from macros.reading.answers import questions_of
from macros.reading.pages import read_pages
from macros.reading.synonyms import read_synonyms, search_words
from tests.content import catalogue_of
from tests.node_program import NODE_PROGRAM

HERE = Path(__file__).parent
ENOUGH = 0.9
"""The share of the questions that have to find their answer among the first three results."""
FIRST = 3
SHOWN = 10
"""Results that are looked at for the mean reciprocal rank."""

Links = Sequence[tuple[str, str]]
"""(address from the top of the site, words) of a result and its places."""


@dataclass(frozen=True)
class Asked:
    """A question, and the places that answer it."""

    ask: str
    find: tuple[str, ...]


def questions() -> dict[str, list[Asked]]:
    """The questions by where they come from."""
    first = yaml.safe_load((HERE / "search_questions.yml").read_text(encoding="utf-8"))
    held_back = yaml.safe_load((HERE / "search_questions_held_back.yml").read_text(encoding="utf-8"))
    fresh = yaml.safe_load((HERE / "search_questions_fresh.yml").read_text(encoding="utf-8"))
    named = {"sport staff": first["questions"], **held_back, **fresh}
    return {
        name: [Asked(own["ask"], tuple(own["find"])) for own in own_questions] for name, own_questions in named.items()
    }


def results(site: Path, asked: Sequence[str], *, answers: bool = True) -> list[list[Links]]:
    """The links of the first results of each question; ``answers`` says if what pages say they answer counts."""
    given = {"asked": asked, "first": SHOWN, "answers": answers}
    found: list[list[Links]] = json.loads(in_node(str(HERE / "node" / "ask_search.mjs"), str(site), given=given))
    return found


def in_node(*arguments: str, given: object = None) -> str:
    """What Node prints for a script that reads ``given`` as JSON."""
    command = [NODE_PROGRAM, *arguments]
    run = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False, timeout=300)
    assert run.returncode == 0, run.stderr
    return run.stdout


def answers(target: str, links: Links, parts: Mapping[str, set[str]]) -> bool:
    """Whether a result leads to a page, a section of one or a part of that, or a webinar's chapter.

    ``parts`` has the addresses of what stands below a section's heading, by its own address.
    """
    page, _, chapter = target.partition(" > ")
    if chapter:
        return links[0][0] == page and any(text.endswith(chapter) for _, text in links[1:])
    if "#" in target:
        return any(address == target or address in parts.get(target, ()) for address, _ in links)
    return links[0][0].split("#")[0] == target


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("do/access/", True),
        ("do/access/#bsl", True),
        ("do/access/#online", True),
        ("do/access/ > Online", True),
        ("do/", False),
        ("do/access/#law", False),
        ("do/access/ > Offline", False),
        ("do/other/ > Online", False),
    ],
)
def test_what_counts_as_an_answer(target: str, expected: bool) -> None:
    links = [("do/access/", "Access"), ("do/access/#bsl", "Deaf people who sign"), ("do/access/#t-1", "0:01 Online")]
    assert answers(target, links, {"do/access/#online": {"do/access/#bsl"}}) is expected


_HEADING = re.compile(r'<h([23])\b[^>]*\bid="([^"]+)"')


def parts_of(site: Path, targets: Iterable[str]) -> dict[str, set[str]]:
    """For each section that is named: the addresses of the headings below its own."""
    found: dict[str, set[str]] = {}
    for page in {target.partition("#")[0] for target in targets if "#" in target}:
        section = ""
        for level, id_ in _HEADING.findall((site / page / "index.html").read_text(encoding="utf-8")):
            if level == "2":
                section = f"{page}#{id_}"
            else:
                found.setdefault(section, set()).add(f"{page}#{id_}")
    return found


def rank(asked: Asked, found: Sequence[Links], parts: Mapping[str, set[str]]) -> int:
    """The number of the first result that answers, from 1; 0 if none does."""
    right = (n for n, links in enumerate(found, 1) if any(answers(target, links, parts) for target in asked.find))
    return next(right, 0)


@dataclass(frozen=True)
class Score:
    """How well questions are answered: how many, of how many, and the mean reciprocal rank."""

    hits: int
    asked: int
    reciprocal: float

    def __str__(self) -> str:
        share = self.hits / self.asked
        return (
            f"{self.hits} of {self.asked} ({share:.0%}) in the first three, mean reciprocal rank {self.reciprocal:.2f}"
        )


def score(ranks: Sequence[int]) -> Score:
    """What the ranks come to."""
    hits = sum(1 <= own <= FIRST for own in ranks)
    return Score(hits, len(ranks), sum(1 / own for own in ranks if own) / len(ranks))


def test_questions_find_their_answer_among_the_first_three_results(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = questions()
    assert {name: len(own) for name, own in named.items()} == {
        "sport staff": 48,
        "imagined": 30,
        "overheard": 30,
        "fresh": 20,
        "fresh again": 30,
        "unseen": 20,
    }
    asked = [own for own_questions in named.values() for own in own_questions]
    texts = [own.ask for own in asked]
    parts = parts_of(site, (target for own in asked for target in own.find))

    def ranks_of(found: Sequence[Sequence[Links]]) -> list[int]:
        return [rank(own, links, parts) for own, links in zip(asked, found, strict=True)]

    ranks = dict(zip(texts, ranks_of(results(site, texts)), strict=True))
    without = ranks_of(results(site, texts, answers=False))
    whole = score(list(ranks.values()))
    with capsys.disabled():
        print(f"\nSearch: {whole}")
        for name, own_questions in named.items():
            print(f"  {name}: {score([ranks[own.ask] for own in own_questions])}")
        print(f"  without the answers of pages: {score(without)}")
    missed = [text for text, own in ranks.items() if not 1 <= own <= FIRST]
    assert whole.hits >= ENOUGH * whole.asked, "\n".join(missed)


def test_the_pages_and_chapters_that_the_questions_name_exist(root: Path, site: Path) -> None:
    webinars = catalogue_of(root).by_slug
    for target in (target for own in questions().values() for asked in own for target in asked.find):
        address, _, chapter = target.partition(" > ")
        page, _, anchor = address.partition("#")
        html = (site / page / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in html, target
        if chapter:
            chapters = webinars[page.split("/")[1]].words.load()[0].chapters
            assert chapter in [own.title for own in chapters], target


def test_no_question_of_the_tests_is_copied_into_a_page(root: Path) -> None:
    pages, _ = read_pages(root)
    own = {tuple(search_words(question.text)) for page in pages for question in questions_of(page)}
    assert len(own) >= 150
    copied = [asked.ask for named in questions().values() for asked in named if tuple(search_words(asked.ask)) in own]
    assert copied == []


def test_no_synonym_sends_a_word_away_from_where_it_stands_literally(root: Path, site: Path) -> None:
    """Who types a word that stands in the title of a page or term finds that one, whatever else it leads to."""
    synonyms, _ = read_synonyms(root)
    file = json.loads((site / "pagefind" / "places.json").read_text(encoding="utf-8"))
    titles = [(url, search_words(title)) for url, title in zip(file["urls"], file["titles"], strict=True)]
    literal: Mapping[str, set[str]] = {
        phrase: {url for url, words in titles if set(phrase.split()) <= set(words)} for phrase in synonyms
    }
    typed = [phrase for phrase, urls in literal.items() if urls]
    assert typed
    found = results(site, typed)
    sent_away = {
        phrase: links[:3]
        for phrase, links in zip(typed, found, strict=True)
        if not literal[phrase] & {own[0][0] for own in links}
    }
    assert sent_away == {}


def test_every_synonym_leads_to_words_that_the_site_has(root: Path, site: Path) -> None:
    """The index answers nothing for other words, which the search takes for a file that is missing."""
    synonyms, _ = read_synonyms(root)
    listed = (json.loads(path.read_text(encoding="utf-8")) for path in (site / "pagefind" / "words").iterdir())
    written = {word for lists in listed for words in lists for word in words}
    assert {own for own in synonyms.values() if not written.issuperset(own.split())} == set()


@pytest.mark.parametrize("text", ["paella recipe", "blockchain helicopter", "xqzzyplugh"])
def test_what_the_site_does_not_have_gets_no_odd_hit(site: Path, text: str) -> None:
    assert results(site, [text]) == [[]]


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("wheel chair", "wheelchair"),
        ("changingroom", "changing room"),
        ("organization", "organisation"),
        ("color", "colour"),
        ("paid", "pay"),
        ("stopped", "stop"),
        ("a child's view", "children views"),
        ("womens sport", "women in sport"),
        ("people's money", "money of people"),
        ("my boss's orders", "orders of bosses"),
    ],
)
def test_forms_compounds_and_american_spelling_find_the_same(site: Path, typed: str, same: str) -> None:
    first, second = results(site, [typed, same])
    assert {links[0][0] for links in first[:3]} & {links[0][0] for links in second[:5]}


@pytest.mark.parametrize("text", ["refuse", "decline"])
def test_another_word_for_small_words_alone_finds_them(site: Path, text: str) -> None:
    """Say and no tell nothing by themselves, and are what these words lead to."""
    found = results(site, [text])[0]
    assert "do/saying-no/" in {links[0][0] for links in found[:3]}


def test_a_word_that_names_a_kind_brings_results_of_that_kind_up(site: Path) -> None:
    without, named = results(site, ["role agreement", "role agreement template"])
    template = "tools/templates/role-agreement/"
    assert named[0][0][0] == template
    assert without[0][0][0] != template


def test_pages_about_the_site_stand_below_guides_unless_only_they_have_the_words(site: Path) -> None:
    invented, slides = results(site, ["who invented the ladder", "pull request threat model"])
    assert not any(links[0][0].startswith(("contribute/", "about/")) for links in invented[:3])
    assert slides[0][0][0].startswith("contribute/")


@pytest.mark.parametrize(
    ("parts", "kept"),
    [
        # (word, how often the site says it, how much it tells): the rarest three, in the order of the question.
        (
            [("members", 900, 1), ("decide", 2_000, 1), ("room", 300, 1), ("money", 400, 1)],
            ["members", "room", "money"],
        ),
        # What the site says on every page is looked for if there is nothing else beside one word.
        ([("people", 30_000, 1), ("swim", 700, 1), ("disabled", 9_000, 1)], ["swim", "disabled"]),
        # A word that tells little comes last, however rare it is.
        ([("often", 50, 0.4), ("train", 5_000, 1), ("coach", 4_000, 1)], ["train", "coach"]),
        ([("people", 30_000, 1)], ["people"]),
        ([], []),
    ],
)
def test_of_a_large_site_the_words_that_tell_most_are_looked_for(
    root: Path, parts: list[tuple[str, int, float]], kept: list[str]
) -> None:
    module = (root / "docs" / "assets" / "js" / "search" / "query.js").as_uri()
    given = json.dumps(parts)
    script = f"""
        const {{ keepTelling }} = await import({json.dumps(module)});
        const given = {given};
        const often = new Map(given.map(([word, count]) => [word, count]));
        const query = {{ parts: given.map(([word, , tells]) => ({{ alternatives: [{{ words: [word] }}], tells }})) }};
        await keepTelling(query, async (word) => often.get(word));
        console.log(JSON.stringify(query.parts.flatMap((part) => part.alternatives[0].words)));
    """
    assert json.loads(in_node("--input-type=module", "-e", script)) == kept


def test_only_a_word_with_the_same_plain_form_is_asked_for_in_the_place_of_a_longer_one(root: Path) -> None:
    module = (root / "docs" / "assets" / "js" / "search" / "forms.js").as_uri()
    asked = {
        "allowed": "allow",
        "meeting": "meet",
        "members": "member",
        "staring": "staring",
        "evening": "evening",
        "boss": "boss",
        "calling": "call",
        "adding": "adding",
        "helped": "helped",  # The index has no "help" here.
    }
    script = f"""
        const {{ shorterForm }} = await import({json.dumps(module)});
        const words = ["allow", "meet", "member", "star", "even", "bos", "call", "add"];
        const known = new Map(words.map((word) => [word, 1]));
        console.log(JSON.stringify({json.dumps(list(asked))}.map((word) => shorterForm(word, known))));
    """
    assert json.loads(in_node("--input-type=module", "-e", script)) == list(asked.values())


def test_what_is_asked_for_in_the_place_of_a_longer_word_is_on_the_same_pages(site: Path) -> None:
    """But for names such as SCIE, of which Pagefind takes what belongs to them for another word."""
    listed = {path.stem: json.loads(path.read_text()) for path in (site / "pagefind" / "words").iterdir()}
    found = json.loads(in_node(str(HERE / "node" / "shorter_forms.mjs"), str(site), given=listed))
    assert found["asked"] > 100
    assert len(found["other"]) <= 0.01 * found["asked"], found["other"]
