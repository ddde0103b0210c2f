"""Reads data/pictures.yml: the pictures of pages, put together from people and things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.model import Rung
from macros.pictures.book import SIZE, Part, Picture, PictureBook
from macros.pictures.palette import PEOPLE
from macros.pictures.people import POSES
from macros.pictures.things import THINGS
from macros.problems import Problem, did_you_mean
from macros.reading.fields import Fields, Line, Slug
from macros.reading.yaml_file import Key, YamlData, read_model

RULE = "pictures"
FILE = "data/pictures.yml"

GROUND_OF_BAND = {"doing-to": "rose", "doing-for": "sand", "doing-with": "mint"}

Coordinate = Annotated[float, Field(ge=0, le=2 * SIZE)]


class PartFields(Fields):
    """Somebody or something in a picture."""

    person: str | None = Field(None, description="A pose, such as 'hand-up'.")
    thing: str | None = Field(None, description="A thing, such as 'clock'.")
    colour: str = Field(description="One of the colours of people, or 'paper'.")
    at: tuple[Coordinate, Coordinate] = Field(description="Where it stands: from the left, and from the top.")
    size: float = Field(1, ge=0.2, le=1.5, description="1 is somebody as high as 100 of the picture's 120.")
    flip: bool = Field(False, description="Whether it looks to the left.")

    @model_validator(mode="after")
    def _is_one(self) -> PartFields:
        if (self.person is None) == (self.thing is None):
            raise ValueError("a part is either a 'person' or a 'thing'; name one of them")
        return self


class PictureFields(Fields):
    """One picture."""

    shows: Line = Field(description="What is to be seen, in a sentence.")
    ground: Literal["mint", "sand", "rose", "sky"] = Field(description="The colour behind it.")
    wide: bool = Field(False, description="Whether it is twice as wide, as at the top of a page.")
    parts: tuple[PartFields, ...] = Field(description="From the back to the front.")


class PicturesFields(Fields):
    """The pictures and who shows them: data/pictures.yml."""

    pictures: dict[Slug, PictureFields]
    pages: dict[str, str] = Field(description="The picture of a page, by its path inside docs/.")
    folders: dict[str, str] = Field(description="The picture of other pages, by their folder; '.' is docs/ itself.")
    rungs: dict[str, str] = Field(description="Pages that are about something on a rung, such as stories.")


def read_pictures(
    root: Path, rungs: Mapping[str, Rung], paths: Iterable[str] | None = None
) -> tuple[PictureBook, list[Problem]]:
    """The pictures of a project, and every problem in them. A project without the file has none.

    ``paths`` are the pages inside docs/ that there are; without them nobody asks whether a page exists.
    """
    path = root / FILE
    if not path.is_file():
        return PictureBook(), []
    fields, data, problems = read_model(path, root, PicturesFields)
    if fields is None or data is None:
        return PictureBook(), problems
    problems = [*_part_problems(fields, data), *_page_problems(fields, data, rungs, paths)]
    if problems:
        return PictureBook(), problems
    pictures = {name: _picture(name, picture) for name, picture in fields.pictures.items()}
    labels = {
        page: (rungs[rung].number, GROUND_OF_BAND.get(rungs[rung].band.id, "")) for page, rung in fields.rungs.items()
    }
    return PictureBook(pictures, fields.pages, fields.folders, labels), []


def _picture(name: str, fields: PictureFields) -> Picture:
    parts = tuple(
        Part("person", part.person, part.colour, *part.at, part.size, part.flip)
        if part.person
        else Part("thing", part.thing or "", part.colour, *part.at, part.size, part.flip)
        for part in fields.parts
    )
    return Picture(name, fields.shows, fields.ground, fields.wide, parts)


def _part_problems(fields: PicturesFields, data: YamlData) -> Iterator[Problem]:
    """Poses, things and colours that there are; parts that stand inside the picture."""
    for name, picture in fields.pictures.items():
        if not picture.parts:
            message = f"'{name}' has no parts, so there is nothing to see; add a person or a thing"
            yield Problem(FILE, data.line(("pictures", name)), message, RULE)
        for index, part in enumerate(picture.parts):
            place: tuple[Key, ...] = ("pictures", name, "parts", index)
            if part.person:
                yield from _unknown(part.person, POSES, "pose", data, (*place, "person"))
            else:
                yield from _unknown(part.thing or "", THINGS, "thing", data, (*place, "thing"))
            yield from _unknown(part.colour, (*PEOPLE, "paper"), "colour", data, (*place, "colour"))
            if not picture.wide and part.at[0] > SIZE:
                message = f"{part.at[0]:g} is beyond the picture's {SIZE}; move it, or say 'wide: true'"
                yield Problem(FILE, data.line((*place, "at")), message, RULE)


def _page_problems(
    fields: PicturesFields, data: YamlData, rungs: Mapping[str, Rung], paths: Iterable[str] | None
) -> Iterator[Problem]:
    """Pages, pictures and rungs that there are."""
    for key, chosen in (("pages", fields.pages), ("folders", fields.folders)):
        for page, name in chosen.items():
            yield from _unknown(name, fields.pictures, "picture of this file", data, (key, page))
    for page, rung in fields.rungs.items():
        yield from _unknown(rung, rungs, "rung of the ladder", data, ("rungs", page))
    if paths is None:
        return
    known = tuple(paths)
    folders = {str(parent) for page in known for parent in Path(page).parents}
    for key, pages in (("pages", fields.pages), ("rungs", fields.rungs)):
        for page in pages:
            yield from _unknown(page, known, "page of docs/", data, (key, page))
    for folder in fields.folders:
        yield from _unknown(folder, sorted(folders), "folder of docs/", data, ("folders", folder))


def _unknown(
    word: str, choices: Sequence[str] | Mapping[str, object], what: str, data: YamlData, place: tuple[Key, ...]
) -> Iterator[Problem]:
    if word not in choices:
        message = f"'{word}' is no {what}{did_you_mean(word, choices)}"
        yield Problem(FILE, data.line(place), message, RULE)
