"""Readers' questions: from Home to the answer in two clicks, by the links of the pages' own text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

pytestmark = pytest.mark.ours

HOME = "https://site.example/"
"""Where the built site stands for this test; it is never asked for."""

MOST_CLICKS = 2


@dataclass(frozen=True)
class Question:
    """A reader's question, the words of the links that they follow from Home, and what the answer says."""

    reader: str
    ask: str
    clicks: tuple[str, ...]
    answer: str
    says: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.reader}: {self.ask}"


def read_questions() -> list[Question]:
    """The questions of reader_questions.yml."""
    given = yaml.safe_load((Path(__file__).parent / "reader_questions.yml").read_text("utf-8"))["questions"]
    return [Question(q["reader"], q["ask"], tuple(q["clicks"]), q["answer"], tuple(q["says"])) for q in given]


QUESTIONS = read_questions()


def words_of(element: Tag) -> str:
    """What an element says, with single spaces."""
    return " ".join(element.get_text(" ").split())


def own_text(site: Path, address: str) -> Tag:
    """The part of a built page that is its own: neither menu, nor header, nor footer."""
    page = site / urlsplit(address).path.removeprefix("/") / "index.html"
    article = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select_one("main article")
    assert article is not None, f"{address} has no text of its own"
    return article


def follow(site: Path, clicks: tuple[str, ...]) -> str:
    """The address that these links lead to, one after the other, from Home.

    Raises:
        AssertionError: a page has no link with these words, or several that lead to different places.
    """
    address = HOME
    for words in clicks:
        links = [link for link in own_text(site, address).select("a[href]") if words_of(link).rstrip(".") == words]
        found = {urljoin(address, str(link["href"])) for link in links}
        pages = {target.partition("#")[0] for target in found}
        assert len(pages) == 1, f"'{words}' on {address} leads to {sorted(pages) or 'nothing'}"
        # Two links to one page, one of them to a part of it: the reader arrives on the page either way.
        address = found.pop() if len(found) == 1 else pages.pop()
    return address


def said_at(site: Path, address: str) -> str:
    """What a page says, or only the part of it that the address names: from its heading to the next one like it."""
    article = own_text(site, address)
    part = urlsplit(address).fragment
    if not part:
        return words_of(article)
    heading = article.find(id=part)
    assert isinstance(heading, Tag), f"{address} has no such part"
    said = [words_of(heading)]
    for sibling in heading.find_next_siblings():
        if sibling.name in ("h1", "h2") or sibling.name == heading.name:
            break
        said.append(words_of(sibling))
    return " ".join(said)


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_the_answer_is_two_clicks_from_home_at_most(site: Path, question: Question) -> None:
    assert 1 <= len(question.clicks) <= MOST_CLICKS
    reached = follow(site, question.clicks)
    page, _, part = question.answer.partition("#")
    assert reached.removeprefix(HOME).partition("#")[0] == page
    if part:
        assert reached == HOME + question.answer, "the reader arrives at another part of the page"
    said = said_at(site, reached if part else HOME + page)
    missing = [words for words in question.says if words not in said]
    assert not missing, f"{question.answer} does not say {missing}"


def test_each_kind_of_reader_that_the_doors_name_asks_something() -> None:
    assert {question.reader for question in QUESTIONS} >= {
        "officer",
        "coach",
        "invited person",
        "carer",
        "board member",
        "trainer",
    }


def test_home_has_a_door_for_each_reader(site: Path) -> None:
    doors = [words_of(door) for door in own_text(site, HOME).select(".doors a")]
    assert doors[:3] == [
        "I work or volunteer in sport",
        "I am a Disabled person who has been asked to take part",
        "I train others",
    ]


def test_a_link_that_is_gone_or_leads_elsewhere_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    page = (
        "<main><nav><a href='b/'>In a menu</a></nav><article><a href='a/'>One</a> <a href='b/'>One</a></article></main>"
    )
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    part = "<main><article><h2 id='x'>X</h2><p>Here.</p><h2>Y</h2><p>There.</p></article></main>"
    (tmp_path / "a" / "index.html").write_text(part, encoding="utf-8")
    with pytest.raises(AssertionError, match="leads to nothing"):
        follow(tmp_path, ("In a menu",))
    with pytest.raises(AssertionError, match=r"'One' on .* leads to"):
        follow(tmp_path, ("One",))
    assert said_at(tmp_path, f"{HOME}a/#x") == "X Here."
