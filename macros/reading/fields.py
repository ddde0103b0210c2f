"""The fields of the YAML files: what contributors write, as pydantic models.

Descriptions are shown in editors, through the JSON Schema made from these models.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

from macros.model import Licence, VoiceName
from macros.reading.addresses import outside

Item = TypeVar("Item")

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CC_BY = Licence("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
"""The licence of our own texts: pages, feeds and lists."""
_LICENCES = (
    CC_BY,
    Licence("CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    Licence("CC-BY-NC-4.0", "CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    Licence("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
)
LICENCES = {licence.id: licence for licence in _LICENCES}
"""The licences that a webinar can have, by their names in the SPDX list."""

_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9A-Za-z]{22}")
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})")


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise ValueError(f"has to be small letters, numbers and single hyphens, not '{value}'")
    return value


def _is_plain(value: str) -> bool:
    """Whether an address leads to the server that people read in it, and has no sign that would end it in a page."""
    address = outside(value)
    return address is not None and address.is_plain_web and not re.search(r"[\s<>\"'\\{}`]", value)


def _https(value: str) -> str:
    if not value.startswith("https://") or not _is_plain(value):
        raise ValueError(f"has to be an address that starts with https://, not '{value}'")
    return value


def _web(value: str) -> str:
    if not value.startswith(("https://", "http://")) or not _is_plain(value):
        raise ValueError(f"has to be an address that starts with https:// or http://, not '{value}'")
    return value


def _recording_file(value: str) -> str:
    if outside(value):
        return _https(value)
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", value):
        raise ValueError(
            f"has to be the name of a file in the webinar's own folder, or an https address, not '{value}'"
        )
    return value


def _matches(pattern: str, example: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"has to look like {example}, not '{value}'")
        return value

    return AfterValidator(check)


def clock_seconds(value: object) -> float:
    """Seconds from ``17:30`` or ``1:02:03``. YAML reads 17:30 without quotation marks as 1050."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"has to be a length such as '17:30', not '{value}'")
    if isinstance(value, int):
        return float(value)
    found = _CLOCK.fullmatch(value.strip())
    if not found or int(found[3]) > 59:
        raise ValueError(f"has to be a length such as '17:30', not '{value}'")
    return int(found[1] or 0) * 3600.0 + int(found[2]) * 60 + int(found[3])


def _licence(value: str) -> str:
    if value not in LICENCES:
        raise ValueError(f"has to be one of {', '.join(LICENCES)}, not '{value}'")
    return value


def _host(value: str) -> str:
    if not _HOST.fullmatch(value):
        raise ValueError(f"has to be a server's name such as video.example.org, not '{value}'")
    return value


def _peertube_id(value: str) -> str:
    if not _UUID.fullmatch(value):
        raise ValueError(f"has to be the id in the recording's address, not '{value}'")
    return value


def _one_line(value: str) -> str:
    if "\n" in value or "\r" in value:
        raise ValueError("has to be on one line; take out the empty line or the \\n in it")
    return value


LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
"""A code such as en, cy or bfi, as BCP 47 has them."""

Text = Annotated[str, Field(min_length=1, max_length=2000)]
Line = Annotated[str, Field(min_length=1, max_length=250), AfterValidator(_one_line)]
Slug = Annotated[str, Field(max_length=80), AfterValidator(_slug)]
WebAddress = Annotated[str, Field(max_length=600), AfterValidator(_web)]
RecordingFile = Annotated[str, Field(max_length=600), AfterValidator(_recording_file)]
Seconds = Annotated[float, BeforeValidator(clock_seconds, json_schema_input_type=str)]


def _not_empty(value: tuple[Item, ...]) -> tuple[Item, ...]:
    if not value:
        raise ValueError("needs at least one item")
    return value


Some = Annotated[tuple[Item, ...], AfterValidator(_not_empty)]
"""A list with something in it. With ``min_length`` a mistake in its one item would be told as an empty list, too."""


class Fields(BaseModel):
    """A group of fields: nothing else is allowed in it, and nothing changes it afterwards.

    What validates a group is made when one is read for the first time: an engine gets them read already.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False, str_strip_whitespace=True, defer_build=True)


class MadeFields(Fields):
    """How a page came to be."""

    rung: Slug = Field(description="The rung of the ladder at which this was made, such as informing.")
    by: Annotated[Text, AfterValidator(_one_line)] = Field(
        description="Who took part, such as: drafted from published sources; not yet reviewed."
    )
    when: datetime.date = Field(description="The date on which it was made or last made anew.")
    reviewed_by: tuple[Line, ...] = Field((), description="People or organisations who reviewed it.")


class PresenterFields(Fields):
    """A person who presents."""

    name: Line = Field(description="The presenter's name, as they want it written.")
    role: Line | None = Field(None, description="What they do.")
    organisation: Line | None = Field(None, description="Where they do it.")


class VoiceFields(Fields):
    """A computer voice that reads a script, or a part of it."""

    voice: VoiceName = Field(description="Which voice. Readers see 'computer voice' and a number, never this name.")


def _presenter(value: object) -> object:
    if not isinstance(value, dict | Fields):
        raise ValueError(
            f"has to be a person, such as '- name: Ann Example', or a voice: '- {{voice: emma}}', not '{value}'"
        )
    return value


def _kind_of_presenter(value: object) -> str:
    is_voice = isinstance(value, VoiceFields) or (isinstance(value, dict) and "voice" in value)
    return "ComputerVoice" if is_voice else "Person"


AnyPresenter = Annotated[
    Annotated[
        Annotated[PresenterFields, Tag("Person")] | Annotated[VoiceFields, Tag("ComputerVoice")],
        Discriminator(_kind_of_presenter),
    ],
    BeforeValidator(_presenter),
]


class PeerTubeFields(Fields):
    """A recording on a PeerTube server."""

    host: Annotated[str, AfterValidator(_host)] = Field(description="The server's name, such as video.example.org.")
    id: Annotated[str, AfterValidator(_peertube_id)] = Field(description="The recording's id in its address.")


class RecordingFields(Fields):
    """Where the recording is: exactly one of these."""

    narration: Literal["script.md"] | None = Field(
        None, description="script.md, read by the computer voices under 'presenters'."
    )
    file: RecordingFile | None = Field(
        None, description="A file in this folder, or an https address on your own storage."
    )
    youtube: Annotated[str, _matches(r"[A-Za-z0-9_-]{11}", "dQw4w9WgXcQ, a YouTube id")] | None = Field(
        None, description="The eleven characters after 'v=' in the address of the recording."
    )
    vimeo: Annotated[str, BeforeValidator(str), _matches(r"\d{5,12}", "76979871, a Vimeo id")] | None = Field(
        None, description="The number in the address of the recording."
    )
    peertube: PeerTubeFields | None = Field(None, description="The server and the recording's id.")

    @model_validator(mode="after")
    def _exactly_one(self) -> RecordingFields:
        given = [name for name in type(self).model_fields if getattr(self, name) is not None]
        if len(given) != 1:
            named = f"not {' and '.join(given)}" if given else "and none is given"
            raise ValueError(f"needs exactly one of {', '.join(type(self).model_fields)}, {named}")
        return self


class VersionsFields(Fields):
    """Versions whose films are not in the webinar's folder: names below media_base_url, or whole https addresses."""

    bsl: RecordingFile | None = Field(default=None, description="The film in British Sign Language.")
    described: RecordingFile | None = Field(default=None, description="The film with audio description.")


class ChapterFields(Fields):
    """A chapter of a recorded webinar."""

    start: Seconds = Field(description="When it starts, such as 2:30.")
    title: Line = Field(description="Words that someone would search for.")


class WebinarFields(Fields):
    """One webinar of the catalogue: webinars/<slug>/webinar.yml."""

    title: Line = Field(description="The title, in sentence case.")
    summary: Line = Field(description="One or two plain sentences.")
    published: datetime.date = Field(description="The date on which it was first published.")
    presenters: Some[AnyPresenter] = Field(
        max_length=12, description="Who speaks: people, or the computer voices of a script."
    )
    topics: tuple[Slug, ...] = Field(min_length=1, max_length=6, description="Ids from topics.yml.")
    rungs: tuple[Slug, ...] = Field(min_length=1, max_length=7, description="Ids from data/ladder.yml.")
    audiences: tuple[Slug, ...] = Field(min_length=1, max_length=6, description="Ids from topics.yml.")
    aim: Line = Field(description="What it is for, in a sentence.")
    outcomes: tuple[Line, ...] = Field(
        min_length=2, max_length=5, description="What you can do afterwards; each starts with a verb."
    )
    sources: tuple[Line, ...] = Field(min_length=1, description="Keys from data/sources.yml.")
    licence: Annotated[str, AfterValidator(_licence)] = Field(
        description=f"One of {', '.join(LICENCES)}.", json_schema_extra={"enum": list(LICENCES)}
    )
    made: MadeFields = Field(description="How this webinar came to be.")
    recording: RecordingFields = Field(description="Where the recording is.")
    duration: Seconds | None = Field(
        None, description="The recording's length, such as '17:30'. Never for a narrated webinar."
    )
    chapters: tuple[ChapterFields, ...] = Field(
        (), description="For a recorded webinar without a chapters.vtt: where its parts start."
    )
    versions: VersionsFields = Field(
        VersionsFields(), description="Films that are too large for the folder; bsl.mp4 in it needs no line here."
    )
    language: Annotated[str, _matches(LANGUAGE, "en or cy")] = Field(
        "en", description="The language spoken, such as en, cy or bfi."
    )
    easier_words: Text | None = Field(None, description="A summary in easier words, 100 to 150 words.")
    length_exception: Line | None = Field(
        None, description="Why this webinar is shorter than 15:00 or longer than 20:00."
    )
    aliases: tuple[Slug, ...] = Field((), description="Slugs that it had before; their addresses lead here.")


class TermFields(Fields):
    """A word of the vocabulary."""

    name: Line = Field(description="The name that readers see.")


class TopicsFields(Fields):
    """The vocabulary of the catalogue: webinars/topics.yml."""

    topics: dict[Slug, TermFields] = Field(min_length=1, description="What webinars are about.")
    audiences: dict[Slug, TermFields] = Field(min_length=1, description="Who webinars are for.")


class SourceFields(Fields):
    """A published source."""

    title: Line = Field(description="Its title, as it stands there.")
    by: Annotated[str, Field(max_length=250), AfterValidator(_one_line)] = Field(
        "", description="Empty where the source names nobody."
    )
    year: Line = Field(description="The year in quotation marks, or 'n.d.' where the source shows no date.")
    url: WebAddress = Field(description="Where it can be read.")


class SourcesFields(Fields):
    """Everything that the site cites: data/sources.yml."""

    sources: dict[Line, SourceFields] = Field(description="Each source under the key that texts link to it by.")


class BandFields(Fields):
    """A band of the ladder."""

    id: Slug = Field(description="What rungs name it by.")
    name: Line = Field(description="The name that readers see.")
    meaning: Text = Field(description="What work in this band is like.")


class RungFields(Fields):
    """A rung of the ladder."""

    id: Slug = Field(description="Its anchor on the ladder's page: once published, it stays.")
    name: Line = Field(description="The name that readers see.")
    band: Slug = Field(description="The id of its band.")
    meaning: Text = Field(description="What the word means.")
    example: Text = Field(description="What it looks like in sport.")
    question: Text = Field(description="A clear yes to it means that the work is on this rung.")
    next: Text = Field(description="What to do to climb from here.")
    sources: tuple[Line, ...] = Field(description="Keys from data/sources.yml.")


class LadderFields(Fields):
    """The ladder, from the bottom up: data/ladder.yml."""

    bands: tuple[BandFields, ...] = Field(min_length=3, max_length=3, description="The bands, from the lowest up.")
    rungs: tuple[RungFields, ...] = Field(min_length=7, max_length=7, description="The rungs, from the lowest up.")


class RespellingsFields(Fields):
    """How the computer voices have to read words that they would get wrong: data/respellings.yml."""

    natural: dict[Line, Line] = Field(
        description="For the natural voices: the word as it is written, and a respelling, or sounds between slashes."
    )
    stand_in: dict[Line, Line] = Field(
        description="For espeak-ng, which stands in for them: the word as it is written, and as espeak has to see it."
    )


class AnswerFields(Fields):
    """An answer of the tool "Which rung are we on?"."""

    id: Slug = Field(description="Stands in shared addresses: once published, it stays.")
    text: Line = Field(description="The answer, as people choose it.")
    ceiling: Slug = Field(description="The highest rung that this answer still fits.")
    because: Line = Field(description="Said in the result where this answer led to it.")


class QuestionFields(Fields):
    """A question with its answers, from the top rung down."""

    id: Slug = Field(description="Stands in shared addresses: once published, it stays.")
    question: Line = Field(description="The question, about one real piece of work.")
    hint: Line | None = Field(None, description="A line below it that helps to answer.")
    answers: Some[AnswerFields] = Field(description="The answers, from the top rung down.")


class QuestionGroupFields(Fields):
    """Questions about one side of the work."""

    id: Slug = Field(description="Names the group in the page.")
    legend: Line = Field(description="The heading of the group.")
    questions: Some[QuestionFields] = Field(description="The questions in order.")


class RungResultFields(Fields):
    """What the tool says to those who come out on a rung, besides what the ladder says of it."""

    rung: Slug = Field(description="The rung's id in data/ladder.yml.")
    say: Text = Field(description="What the tool says.")
    guide: Line = Field(description="A guide for what comes next, as a path inside docs/.")


class WhichRungFields(Fields):
    """The tool "Which rung are we on?": data/which-rung.yml."""

    groups: Some[QuestionGroupFields] = Field(description="The questions, in groups.")
    results: Some[RungResultFields] = Field(description="One for each rung.")


class SignFields(Fields):
    """A warning sign of faux co-production."""

    id: Slug = Field(description="The anchor of the sign in docs/understand/real-or-faux.md.")
    sign: Line = Field(description="What somebody can see, to tick.")
    why: Text = Field(description="Why it is a sign, from its sources.")
    instead: Text = Field(description="What to do instead: our view.")
    call_it: Slug = Field(description="The rung that is a truer name.")
    sources: Some[Line] = Field(description="Keys from data/sources.yml.")


class SignsFields(Fields):
    """The tool "Is it real?": data/signs.yml."""

    signs: Some[SignFields] = Field(description="The signs in order.")


class PromptFields(Fields):
    """A prompt of the plan."""

    id: Slug = Field(description="The plan on readers' devices is kept under it: once published, it stays.")
    label: Line = Field(description="The label of its box.")
    hint: Line = Field(description="A line that helps to fill it in.")
    rows: int = Field(ge=1, le=12, description="The height of its box, in lines.")


class PlanSectionFields(Fields):
    """Prompts that one guide helps with."""

    id: Slug = Field(description="Names the section in the page.")
    title: Line = Field(description="The heading of the section.")
    guide: Line = Field(description="The guide that helps, as a path inside docs/.")
    prompts: Some[PromptFields] = Field(description="The boxes to fill in.")


class PlanFields(Fields):
    """The tool "Plan on a page": data/plan-on-a-page.yml."""

    sections: Some[PlanSectionFields] = Field(description="The sections in order.")


class GlossaryTermFields(Fields):
    """A word of the field with its meaning."""

    id: Slug = Field(description="Its anchor on the glossary's page: once published, it stays.")
    term: Line = Field(description="The word, as the glossary shows it.")
    also: tuple[Line, ...] = Field((), description="Other forms that are linked to it in the guides.")
    meaning: Annotated[str, Field(min_length=1, max_length=220)] = Field(description="What it means, in plain words.")
    page: Line | None = Field(None, description="Where it is explained: a path inside docs/, with an anchor or not.")
    sources: tuple[Line, ...] = Field((), description="Keys from data/sources.yml.")
    link: bool = Field(
        True, description="Whether guides open its meaning; false for what is an ordinary word elsewhere, too."
    )


class GlossaryFields(Fields):
    """The words of the field: data/glossary.yml."""

    terms: Some[GlossaryTermFields] = Field(description="The words, in alphabetical order.")
