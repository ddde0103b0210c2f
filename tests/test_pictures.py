"""Pictures: well-formed, in our colours, told to those who do not see them, small, and whole."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from itertools import combinations
from math import hypot
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.model import Rung
from macros.pictures.book import NOT_FOUND, NOTHING_FOUND, Part, Picture, PictureBook
from macros.pictures.choices import Choices
from macros.pictures.covers import cover
from macros.pictures.heroes import HEROES
from macros.pictures.palette import GROUNDS, PALETTE, PEOPLE
from macros.pictures.people import HEAD, LEG, POSES, person
from macros.pictures.places import PLACES
from macros.pictures.rungs import rung_scene, rung_text
from macros.pictures.shapes import Circle, Drawing, Shape, Words, arc, fill, line, path
from macros.pictures.shapes import Path as Outline
from macros.pictures.stages import LEFT, PAIRS, RIGHT, SIZE
from macros.pictures.svg import inline_svg, path_data, standalone_svg
from macros.pictures.tab import rung_tab
from macros.pictures.things import THINGS, thing
from macros.reading.pictures import read_pictures
from macros.reading.vocabulary import read_vocabulary
from macros.rendering.pictures import render_cover, render_ladder_picture, render_picture
from tests.content import WORDS, catalogue_of

COVER_BYTES, LADDER_BYTES, PICTURE_BYTES = 2000, 3072, 1100
"""What a picture may weigh in a page at most, compressed."""


@pytest.fixture(scope="module")
def rungs(root: Path) -> dict[str, Rung]:
    vocabulary, _ = read_vocabulary(root)
    assert vocabulary is not None
    return vocabulary.rungs


@pytest.fixture(scope="module")
def book(root: Path, rungs: dict[str, Rung]) -> PictureBook:
    found, problems = read_pictures(root, rungs)
    assert problems == []
    return found


def every_drawing(book: PictureBook, rungs: dict[str, Rung]) -> Iterator[tuple[str, Drawing]]:
    for name, picture in book.pictures.items():
        yield name, picture.drawing()
    for rung in rungs.values():
        yield rung.id, rung_scene(rung)
    for topic in HEROES:
        yield topic, cover(f"about-{topic}", [topic], [1])


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode(), mtime=0))


# How they are written


def test_every_picture_of_a_page_is_well_formed_and_has_no_colour_of_its_own(
    book: PictureBook, rungs: dict[str, Rung]
) -> None:
    known = {f"{kind}-{colour}" for kind in "pl" for colour in PALETTE}
    for name, drawing in every_drawing(book, rungs):
        svg = inline_svg(drawing)
        tree = ElementTree.fromstring(svg)
        for element in tree.iter():
            assert not {"fill", "stroke", "style", "id"} & set(element.attrib), name
        for element in tree:
            assert set(element.attrib["class"].split()) <= known, name


def test_a_file_of_its_own_has_the_colours_of_the_palette_and_says_what_it_is() -> None:
    svg = standalone_svg(cover("the-ladder", ["ladder"], [7]), "The ladder & its rungs", "Seven < eight")
    tree = ElementTree.fromstring(svg)
    namespace = "{http://www.w3.org/2000/svg}"
    assert [(child.tag, child.text) for child in tree][:2] == [
        (f"{namespace}title", "The ladder & its rungs"),
        (f"{namespace}desc", "Seven < eight"),
    ]
    assert not any(element.get("class") for element in tree.iter())
    assert set(re.findall(r"#[0-9a-f]{6}", svg)) <= set(PALETTE.values())


def test_the_stylesheet_knows_every_colour_and_agrees_with_the_palette(root: Path) -> None:
    css = (root / "docs/assets/css/pictures.css").read_text(encoding="utf-8")
    site = (root / "docs/assets/css/site.css").read_text(encoding="utf-8")
    values = dict(re.findall(r"--([a-z-]+): (?:light-dark\()?(#[0-9a-f]{6}|var\(--[a-z-]+\))", css + site))
    forced = css[css.index("@media (forced-colors: active)") :]
    for colour, value in PALETTE.items():
        given = values[f"picture-{colour}"]
        given = values[given[len("var(--") : -1]] if given.startswith("var") else given
        assert given == value, colour
        assert f".p-{colour} {{\n  fill: var(--picture-{colour});" in css
        assert f".l-{colour} {{\n  stroke: var(--picture-{colour});" in css
        assert f"--picture-{colour}: " in forced, f"{colour} is not set for colours that the reader has chosen"


def test_a_picture_that_tells_has_a_text_and_all_others_are_hidden(book: PictureBook) -> None:
    key = book.pictures["key"]
    assert 'role="img" aria-label="Two people hold one key together."' in render_picture(key)
    assert "aria-hidden" not in render_picture(key)
    assert 'aria-hidden="true"' in render_picture(key, decorative=True)
    assert "aria-label" not in render_picture(key, decorative=True)


def test_a_text_cannot_leave_its_attribute() -> None:
    svg = inline_svg(Drawing(1, 1, ()), 'A "loud" <shout>')
    assert ElementTree.fromstring(svg).attrib["aria-label"] == 'A "loud" <shout>'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("M10 10L20 10L20 30Z", "m10 10 10 0 0 20z"),
        ("M10.4 0L20.4 0L30.4 0", "m10 0 10 0 10 0"),
        ("M0 0L0.4 0L0.8 0L1.2 0", "m0 0 0 0 1 0 0 0"),
        ("M5 5L5 5ZM9 9H4", "m5 5 0 0zm4 4-5 0"),
        ("M0 0C1 2 3 4 5 6", "m0 0c1 2 3 4 5 6"),
    ],
    ids=["lines", "rounded", "rounding does not add up", "after closing", "curve"],
)
def test_a_path_is_written_in_relative_steps(text: str, written: str) -> None:
    assert path_data(path(text, fill("ink")).steps, digits=0) == written


def test_lines_of_one_paint_become_one_path_but_fills_stay_apart() -> None:
    lines = Drawing(400, 1, (path("M0 0H9", line("ink", 2)), path("M0 5H9", line("ink", 2))))
    assert inline_svg(lines).count("<path") == 1
    fills = Drawing(400, 1, (path("M0 0H9V9Z", fill("ink")), path("M0 0V9H9Z", fill("ink"))))
    assert inline_svg(fills).count("<path") == 2


def test_an_arc_lies_on_its_circle() -> None:
    for step in arc(10, 20, 5, 0, 360, fill("ink")).steps:
        x, y = step.points[-1]
        assert (x - 10) ** 2 + (y - 20) ** 2 == pytest.approx(25)


# What they weigh


def test_a_cover_is_small(root: Path) -> None:
    for webinar in catalogue_of(root).webinars:
        assert compressed(render_cover(webinar)) < COVER_BYTES
    for place in PLACES:
        for topic in HEROES:
            assert compressed(inline_svg(cover(f"{place}-{topic}", [topic], range(8)))) < COVER_BYTES


def test_the_ladder_is_small(rungs: dict[str, Rung]) -> None:
    assert compressed(render_ladder_picture(tuple(rungs.values()), "../../", WORDS)) <= LADDER_BYTES


def test_pictures_of_pages_are_small(book: PictureBook) -> None:
    for name, picture in book.pictures.items():
        assert compressed(inline_svg(picture.drawing())) < PICTURE_BYTES, name


# Covers


def test_a_cover_follows_from_the_webinar_alone() -> None:
    assert cover("the-ladder", ["ladder"], [1, 2]) == cover("the-ladder", ["ladder"], [1, 2])
    assert cover("the-ladder", ["ladder"], [1, 2]) != cover("the-ladder", ["ladder"], [1, 3])
    assert cover("the-ladder", ["ladder"], [1, 2]) != cover("the-ladder", ["power"], [1, 2])


def test_choices_are_the_same_on_every_machine() -> None:
    pick = Choices("the-ladder")
    assert [pick.number(0, 99) for _ in range(5)] == [60, 16, 98, 72, 3]
    assert pick.shuffled(PEOPLE) == ["blue", "gold", "coral", "green"]


def test_every_topic_of_the_catalogue_has_a_drawing_of_its_own(root: Path) -> None:
    vocabulary, _ = read_vocabulary(root)
    assert vocabulary is not None
    assert set(vocabulary.topics) <= set(HEROES)


# The ladder


def test_the_ladder_is_a_list_of_links_from_the_top_with_what_each_scene_shows(rungs: dict[str, Rung]) -> None:
    html = render_ladder_picture(tuple(rungs.values()), "../../", WORDS)
    links = re.findall(r'href="\.\./\.\./understand/the-ladder/#([a-z-]+)">([^<]+)</a> <span>([^<]+)<', html)
    assert links == [(rung.id, rung.name, rung.band.name) for rung in reversed(rungs.values())]
    texts = [rung_text(rung, WORDS.ladder.scenes) for rung in reversed(rungs.values())]
    assert re.findall(r'aria-label="([^"]+)"', html) == texts
    assert len(set(texts)) == len(rungs)


# Pictures of pages


def bounds(shape: Shape) -> tuple[float, float, float, float]:
    """The box around a shape, with its line; around the control points of a curve, so a little too large."""
    margin = shape.paint.width / 2 if shape.paint.line else 0
    match shape:
        case Circle(x=x, y=y, r=r):
            points = [(x - r, y - r), (x + r, y + r)]
        case Outline(steps=steps):
            points = [point for step in steps for point in step.points]
        case Words(x=x, y=y):
            points = [(x, y)]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across) - margin, min(down) - margin, max(across) + margin, max(down) + margin


def test_nothing_in_a_picture_is_cut_off_at_its_edge(book: PictureBook) -> None:
    cut = [f"{name}: {part.name}" for name, picture in book.pictures.items() for part in cut_off(picture)]
    # The heart's control points lie far outside its curve.
    assert cut == ["heart: heart"]


def test_nobody_stands_on_another_ones_feet(book: PictureBook) -> None:
    """A leg that ends in somebody's wheelchair looks like a kick."""
    crowded = [
        f"{name}: {one.name} and {other.name}"
        for name, picture in book.pictures.items()
        for one, other in combinations([part for part in picture.parts if part.kind == "person"], 2)
        if abs(one.y - other.y) < _ONE_FLOOR and overlap(on_the_floor(one), on_the_floor(other)) > 1
    ]
    assert crowded == []


@pytest.mark.parametrize("pair", PAIRS, ids=" and ".join)
def test_two_on_a_slide_stand_apart(pair: tuple[str, str]) -> None:
    left = Part("person", pair[0], "green", LEFT, 0, SIZE, False)
    right = Part("person", pair[1], "blue", RIGHT, 0, SIZE, True)
    assert overlap(on_the_floor(left), on_the_floor(right)) < 0


_ONE_FLOOR = 20
"""Two who stand further apart in height stand on different things, such as rungs of a ladder."""


def on_the_floor(part: Part) -> tuple[float, float]:
    """From where to where somebody's legs and wheels reach."""
    pose = POSES[part.name]
    seats = {"": (), "stool": (-18.5,), "chair": (-26.5,), "racer": (-34.5, 68)}
    legs = [pose.hip[0], *(x for x, _ in (*pose.far_leg, *pose.near_leg))]
    ends = [min(legs) - LEG / 2, max(legs) + LEG / 2, *seats[pose.seat]]
    across = [part.x + part.size * (-end if part.flip else end) for end in ends]
    return min(across), max(across)


def overlap(one: tuple[float, float], other: tuple[float, float]) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])


@pytest.mark.parametrize("topic", [*HEROES, "a-topic-of-its-own"])
def test_nobodys_head_is_behind_the_rungs_of_a_cover(topic: str) -> None:
    length = len(rung_tab({1}, 0))
    for number in range(60):
        shapes = cover(f"a-made-up-webinar-{number}", [topic], {1}).shapes
        left, top, right, bottom = bounds_of(shapes[-length:])
        heads = [shape for shape in shapes[:-length] if isinstance(shape, Circle) and 0.8 < shape.r / HEAD < 2]
        assert heads
        for head in heads:
            across, down = min(max(head.x, left), right) - head.x, min(max(head.y, top), bottom) - head.y
            assert hypot(across, down) >= head.r


def cut_off(picture: Picture) -> list[object]:
    box = picture.drawing()
    return [
        part
        for part in picture.parts
        for x, y, right, bottom in [bounds_of(part.shapes)]
        if x < -1 or y < -1 or right > box.width + 1 or bottom > box.height + 1
    ]


def bounds_of(shapes: tuple[Shape, ...]) -> tuple[float, float, float, float]:
    boxes = [bounds(shape) for shape in shapes]
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def test_every_pose_and_thing_is_drawn_with_colours_that_there_are() -> None:
    drawn = [person(pose, "green") for pose in POSES] + [thing(name, "gold") for name in THINGS]
    for shape in (shape for shapes in drawn for shape in shapes):
        assert {shape.paint.fill, shape.paint.line} <= {"", *PALETTE}
    assert set(PEOPLE) | set(GROUNDS) | {f"{ground}-deep" for ground in GROUNDS} <= set(PALETTE)


@pytest.mark.ours
def test_a_page_has_its_own_picture_or_that_of_the_nearest_folder(book: PictureBook) -> None:
    def shown(path: str) -> Drawing | None:
        return book.for_page(path)

    assert shown("do/saying-no.md") == book.pictures["saying-no"].drawing()
    assert shown("do/a-new-guide.md") == book.pictures["do"].drawing()
    assert shown("tools/templates/a-new-paper.md") == book.pictures["templates"].drawing()
    assert shown("a-new-page.md") == book.pictures["about"].drawing()
    assert PictureBook().for_page("do/access.md") is None


@pytest.mark.ours
def test_a_story_stands_on_the_ground_of_its_band_and_has_its_rung_as_a_label(book: PictureBook) -> None:
    story, plain = book.for_page("stories/include-me.md"), book.pictures["asking"].drawing("sand")
    assert story is not None
    assert story.width > plain.width
    assert story.shapes[: len(plain.shapes)] == plain.shapes
    assert "stories/mixed-ability-sport.md" not in book.rungs


def test_the_pictures_that_the_site_itself_needs_are_there(book: PictureBook) -> None:
    assert {NOT_FOUND, NOTHING_FOUND} <= set(book.pictures)


def test_the_page_for_what_is_not_there_shows_its_picture(root: Path, book: PictureBook) -> None:
    partial = (root / "theme/partials/not_found.html").read_text(encoding="utf-8")
    assert partial == inline_svg(book.pictures[NOT_FOUND].drawing(), classes="picture-alone") + "\n"


# Mistakes in data/pictures.yml

PICTURES = """\
pictures:
  meeting:
    shows: People meet.
    ground: mint
    parts:
      - {person: talk, colour: green, at: [60, 100]}
pages: {do/access.md: meeting}
folders: {do: meeting}
rungs: {do/access.md: co-design}
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("person: talk", "person: tlak", "data/pictures.yml:6: 'tlak' is no pose; did you mean 'talk'?"),
        ("person: talk", "thing: clokc", "data/pictures.yml:6: 'clokc' is no thing; did you mean 'clock'?"),
        ("green", "gren", "data/pictures.yml:6: 'gren' is no colour; did you mean 'green'?"),
        (
            "person: talk, ",
            "",
            "data/pictures.yml:6: 'pictures.meeting.parts.1'"
            " a part is either a 'person' or a 'thing'; name one of them",
        ),
        (
            "\n      - {person: talk, colour: green, at: [60, 100]}",
            " []",
            "data/pictures.yml:2: 'meeting' has no parts, so there is nothing to see; add a person or a thing",
        ),
        (
            "[60, 100]",
            "[130, 100]",
            "data/pictures.yml:6: 130 is beyond the picture's 120; move it, or say 'wide: true'",
        ),
        (
            "access.md: meeting",
            "access.md: metting",
            "data/pictures.yml:7: 'metting' is no picture of this file; did you mean 'meeting'?",
        ),
        (
            "pages: {do/access",
            "pages: {do/acess",
            "data/pictures.yml:7: 'do/acess.md' is no page of docs/; did you mean 'do/access.md'?",
        ),
        ("folders: {do:", "folders: {dx:", "data/pictures.yml:8: 'dx' is no folder of docs/; did you mean 'do'?"),
        (
            "co-design",
            "codesign",
            "data/pictures.yml:9: 'codesign' is no rung of the ladder; did you mean 'co-design'?",
        ),
    ],
    ids=["pose", "thing", "colour", "neither", "nothing", "outside", "picture", "page", "folder", "rung"],
)
def test_a_mistake_is_told_by_file_and_line(
    old: str, new: str, message: str, tmp_path: Path, rungs: dict[str, Rung]
) -> None:
    (tmp_path / "data").mkdir()
    for text, expected in ((PICTURES, []), (PICTURES.replace(old, new, 1), [message])):
        (tmp_path / "data" / "pictures.yml").write_text(text, encoding="utf-8")
        _, problems = read_pictures(tmp_path, rungs, ["do/access.md"])
        assert [str(problem) for problem in problems] == expected


def test_a_project_without_the_file_has_no_pictures(tmp_path: Path) -> None:
    assert read_pictures(tmp_path, {}) == (PictureBook(), [])
