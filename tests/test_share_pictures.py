"""Share pictures: where a link to a page is shown elsewhere, a picture stands beside it."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest
import resvg_py
from bs4 import BeautifulSoup

from macros.checked import checked_content
from macros.content.content import Content
from macros.pictures.shapes import Words, fill
from macros.publishing.share_pictures import ARTWORK, png, share_pictures
from macros.store import Store
from tests.fixture_project import PUBLIC_URL

PNG = b"\x89PNG\r\n\x1a\n"
LARGEST = 200_000
"""Bytes. Apple asks for artwork of at most 512 kB; a picture of flat colours needs a tenth of it."""


@pytest.fixture(scope="module")
def content(public_project: Path) -> Content:
    """The content of the small project that has a public address."""
    return checked_content(public_project)


def size(image: bytes) -> tuple[int, int]:
    """Width and height in pixels, as the file says."""
    assert image.startswith(PNG)
    width, height = struct.unpack(">II", image[16:24])
    return width, height


def test_every_picture_has_the_size_that_is_asked_for(content: Content, public_site: Path) -> None:
    pictures = list(share_pictures(content))
    assert len({picture.path for picture in pictures}) == len(pictures) > len(content.catalogue.webinars)
    for picture in pictures:
        image = (public_site / picture.path).read_bytes()
        assert size(image) == ((1400, 1400) if picture.path == ARTWORK else (1200, 630)), picture.path
        assert 5_000 < len(image) < LARGEST, picture.path


def test_no_picture_needs_a_font(content: Content) -> None:
    shapes = [shape for picture in share_pictures(content) for shape in picture.drawing.shapes]
    assert len(shapes) > 100
    assert not any(isinstance(shape, Words) for shape in shapes)


def test_a_picture_is_made_once_and_anew_only_if_it_would_be_another(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    draw = resvg_py.svg_to_bytes

    def counted(*, svg_string: str, width: int, skip_system_fonts: bool) -> bytes:
        made.append(svg_string)
        return draw(svg_string=svg_string, width=width, skip_system_fonts=skip_system_fonts)

    monkeypatch.setattr(resvg_py, "svg_to_bytes", counted)
    picture = next(picture for picture in share_pictures(content) if picture.path.startswith("share/"))
    first = png(picture, Store(tmp_path))
    assert png(picture, Store(tmp_path)) == first
    assert len(made) == 1
    shape = picture.drawing.shapes[0]
    other = replace(picture, drawing=replace(picture.drawing, shapes=(replace(shape, paint=fill("coral")),)))
    assert png(other, Store(tmp_path)) != first
    assert len(made) == 2


def test_every_page_has_its_picture_with_words_for_those_who_do_not_see_it(public_site: Path) -> None:
    checked = 0
    for path in public_site.rglob("index.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        if page.select("meta[name=robots]"):
            continue
        said = {
            str(tag.get("property") or tag.get("name")): str(tag["content"]) for tag in page.select("meta[content]")
        }
        assert (public_site / said["og:image"].removeprefix(PUBLIC_URL)).is_file(), path
        assert said["og:image:alt"] == said["twitter:image:alt"]
        assert len(said["og:image:alt"].split()) >= 3
        assert said["twitter:card"] == "summary_large_image"
        place = path.parent.relative_to(public_site).as_posix().removeprefix(".")
        assert said["og:url"] == f"{PUBLIC_URL}{place}{'/' if place else ''}"
        assert page.title
        assert said["og:title"] in page.title.get_text()
        assert said["og:description"] == said["description"]
        checked += 1
    assert checked > 8


def test_without_a_public_address_a_page_names_no_picture_and_no_address(fixture_site: Path) -> None:
    page = BeautifulSoup((fixture_site / "index.html").read_text(encoding="utf-8"), "html.parser")
    said = {str(tag["property"]) for tag in page.select("meta[property]")}
    assert said == {"og:type", "og:site_name", "og:title", "og:description", "og:locale"}
