"""The ladder as a poster: the same in SVG and PDF, whole, and readable for people who do not see it."""

from __future__ import annotations

import re
import zlib
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.model import Rung
from macros.pictures.pdf import Described, pdf
from macros.pictures.poster import HEIGHT, SHEETS, WIDTH, ladder_poster, poster_text
from macros.pictures.shapes import Drawing, Words, circle, fill, path
from macros.pictures.svg import standalone_svg
from macros.reading.vocabulary import read_vocabulary
from tests.content import WORDS

ADDRESS = "https://doing-with.example/understand/the-ladder/"
WIDEST_LETTER = 0.5
"""How wide a letter of Helvetica is on average, in its size; its words are seldom wider."""


def told(rungs: tuple[Rung, ...]) -> str:
    """What the poster shows, in words."""
    return poster_text(rungs, WORDS.poster, WORDS.ladder.scenes)


@pytest.fixture(scope="module")
def rungs(root: Path) -> tuple[Rung, ...]:
    vocabulary, _ = read_vocabulary(root)
    assert vocabulary is not None
    return tuple(vocabulary.rungs.values())


@pytest.fixture(scope="module")
def poster(rungs: tuple[Rung, ...]) -> Drawing:
    return ladder_poster(rungs, ADDRESS, "Doing With", WORDS.poster)


@pytest.fixture(scope="module")
def file(poster: Drawing, rungs: tuple[Rung, ...]) -> bytes:
    return pdf(poster, 210, Described(WORDS.poster.title, told(rungs)))


def words_of(poster: Drawing) -> list[Words]:
    return [shape for shape in poster.shapes if isinstance(shape, Words)]


def content(file: bytes) -> str:
    """What the page of a PDF draws."""
    for stream in re.findall(rb"stream\n(.*?)\nendstream", file, re.DOTALL):
        return zlib.decompress(stream).decode("latin-1")
    raise AssertionError("the file has no content")


def test_the_poster_has_every_rung_with_its_band_and_its_whole_meaning(
    poster: Drawing, rungs: tuple[Rung, ...]
) -> None:
    text = " ".join(words.text for words in words_of(poster))
    for rung in rungs:
        assert f"{rung.name} {rung.band.name} {rung.meaning.strip()}" in text
    assert "National Co-production Advisory Group" in text
    assert "Think Local Act Personal" in text
    assert "doing-with.example/understand/the-ladder" in text


def test_no_words_leave_the_poster_or_run_into_the_next(poster: Drawing) -> None:
    lines = words_of(poster)
    for words in lines:
        assert words.x + len(words.text) * words.size * WIDEST_LETTER < WIDTH - 15, words.text
        assert words.y < HEIGHT - 5, words.text
    for above, below in pairwise(lines):
        assert below.y - above.y > below.size * 0.9, below.text


def test_the_svg_tells_what_it_shows(poster: Drawing, rungs: tuple[Rung, ...]) -> None:
    tree = ElementTree.fromstring(standalone_svg(poster, WORDS.poster.title, told(rungs), ("297mm", "420mm")))
    assert (tree.attrib["width"], tree.attrib["height"]) == ("297mm", "420mm")
    description = tree.findtext("{http://www.w3.org/2000/svg}desc") or ""
    assert [description.find(rung.name) for rung in reversed(rungs)] == sorted(
        description.find(rung.name) for rung in rungs
    )


def test_the_pdf_says_the_same_words_in_the_same_order(file: bytes, poster: Drawing) -> None:
    said = [bytes.fromhex(text).decode("cp1252") for text in re.findall(r"<([0-9a-f]+)>\s*\]?\s*T[jJ]", content(file))]
    assert [line.strip() for line in said] == [words.text for words in words_of(poster)]


def test_the_pdf_is_tagged_so_that_a_screen_reader_can_follow_it(file: bytes, rungs: tuple[Rung, ...]) -> None:
    assert b"/MarkInfo <</Marked true>>" in re.sub(rb"\s+", b" ", file).replace(b"<< ", b"<<").replace(b" >>", b">>")
    assert b"/Lang (en-GB)" in file
    assert b"/Title (The ladder)" in file
    tags = [tag.decode() for tag in re.findall(rb"/S /(\w+)", file)]
    assert tags.count("H1") == 1
    assert tags.count("H2") == len(rungs)
    assert tags.count("Figure") == 1
    assert told(rungs).encode() in file.replace(b"\\", b"")
    # Each element of the structure has its own piece of the content.
    assert sorted(map(int, re.findall(r"/MCID (\d+)", content(file)))) == list(range(len(tags) - 1))


def test_without_a_public_address_it_has_none_and_no_code(poster: Drawing, rungs: tuple[Rung, ...]) -> None:
    bare = ladder_poster(rungs, "", "Doing With", WORDS.poster)
    assert words_of(bare)[-1].text == "Doing With, CC BY 4.0"
    assert len(bare.shapes) < len(poster.shapes) - 100


def test_the_same_data_gives_the_same_file(file: bytes, poster: Drawing, rungs: tuple[Rung, ...]) -> None:
    assert pdf(poster, 210, Described(WORDS.poster.title, told(rungs))) == file


def test_both_sheets_have_the_proportions_of_paper() -> None:
    for width in SHEETS.values():
        assert width * HEIGHT / WIDTH == pytest.approx(width * 2**0.5, rel=0.001)


def test_a_curve_with_one_control_point_becomes_the_cubic_one_with_the_same_course() -> None:
    drawing = Drawing(100, 100, (path("M0 0Q30 60 90 0", fill("ink")), Words(1, 9, 5, "Title", fill("ink"), True)))
    assert "20 40 50 40 90 0 c" in content(pdf(drawing, 100, Described("Title", "A curve")))


def test_shapes_are_filled_in_their_own_colour_and_circles_are_closed() -> None:
    drawing = Drawing(10, 10, (circle(5, 5, 2, fill("paper")), Words(1, 9, 1, "Title", fill("ink"), True)))
    assert re.search(
        r"c h 1(?:\.0)? 1(?:\.0)? 1(?:\.0)? rg f ", " ".join(content(pdf(drawing, 10, Described("T", "O"))).split())
    )
