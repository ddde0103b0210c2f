"""The settings of mkdocs.yml that this project reads, as pydantic models. MkDocs checks the others itself."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from macros.captions.clock import clock
from macros.pictures.contrast import AAA, contrast
from macros.reading.addresses import leads_nowhere, outside
from macros.reading.fields import Fields, Line

ENGLISH = "en"
"""The language of the interface where the theme names none."""
PREVIEW = "http://127.0.0.1:8000/"
"""``site_url`` as long as nobody has set it: where the preview is."""

_EXAMPLE = "such as https://club.org.uk/"
_INITIALS = re.compile(r"[^\W\d_]{1,3}")
_SVG = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\.svg")
_MAIL = re.compile(r"[^\s@:/?&]+@([^\s@:/?&]+)")

GROUNDS = {"light": ("#fffaf1", "#ffffff", "#f7efe1"), "dark": ("#17141d", "#211d29", "#2a2533")}
"""What links stand on in each scheme: ``--paper``, ``--surface`` and ``--sunken`` of docs/assets/css/site.css."""


def _web_site(value: str) -> str:
    address = outside(value)
    if address is None:
        raise ValueError(f"is '{value}'; write the whole address, with its https://, {_EXAMPLE}")
    if not address.is_plain_web:
        raise ValueError(f"is '{value}'; it has to be a web address, {_EXAMPLE}")
    if leads_nowhere(address.host):
        raise ValueError(f"is '{value}', which nobody else can open; write the real address, {_EXAMPLE}")
    return value


def site_url_rule(value: str) -> str:
    """The address of the site, if it can be one. Raises ValueError with what is wrong with it."""
    return value if value in {"", "/", PREVIEW} else _web_site(value)


def _repository(value: str) -> str:
    return _web_site(value) if value else value


def _edit_uri(value: str) -> str:
    if value and not f"/{value.strip('/')}".endswith("/docs"):
        raise ValueError(
            f"(EDIT_URI) is '{value}'; it has to lead from the repository to its folder docs/, such as edit/main/docs/"
        )
    return value


def contact_rule(value: str) -> str:
    """An e-mail or web address to write to, if it can be one. Raises ValueError with what is wrong with it."""
    if not value or outside(value):
        address = outside(value)
        if address and not address.is_plain_web:
            raise ValueError(f"is '{value}'; it has to be an e-mail or web address")
        return _web_site(value) if value else value
    mail = _MAIL.fullmatch(value)
    if not mail:
        raise ValueError(f"is '{value}'; it has to be an e-mail address, or a web address with its https://")
    if leads_nowhere(mail[1]):
        raise ValueError(f"is '{value}', where no letter arrives; write the real address")
    return value


def _media_base(value: str) -> str:
    if value and not value.startswith("https://"):
        raise ValueError(f"is '{value}'; recordings come by https://, such as https://media.club.org.uk/talks/")
    return f"{_web_site(value).rstrip('/')}/" if value else value


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError(f"has to be a colour such as #0b4a39, not '{value}'")
    return value.lower()


def _mark(value: str) -> str:
    if value and not _INITIALS.fullmatch(value) and not _SVG.fullmatch(value):
        raise ValueError(f"is '{value}'; write one to three letters, or an SVG file of docs/, as assets/img/mark.svg")
    return value


def _text(value: object) -> object:
    """An environment variable such as 2012 comes as a number, and an empty one as nothing."""
    return "" if value is None else str(value) if isinstance(value, int | float) else value


Colour = Annotated[str, AfterValidator(_colour)]
_Text = BeforeValidator(_text, json_schema_input_type=str)
_Name = Annotated[str, _Text, Field(max_length=200)]


class SchemeColours(Fields):
    """The colours of one scheme: letters have a contrast of at least 7 to 1 (WCAG 2.2, 1.4.6)."""

    brand: Colour = Field(description="Of buttons and links: dark in the light scheme, light in the dark one.")
    on_brand: Colour = Field(description="Of the words on a button.")


class ColoursFields(Fields):
    """The colours of the owner, in both schemes."""

    light: SchemeColours = Field(description="On light pages.")
    dark: SchemeColours = Field(description="On dark pages.")

    @model_validator(mode="after")
    def _is_readable(self) -> Self:
        for scheme, colours in (("light", self.light), ("dark", self.dark)):
            pairs = [(colours.on_brand, colours.brand, "on_brand on brand")]
            pairs += [(colours.brand, ground, f"brand on the page's {ground}") for ground in GROUNDS[scheme]]
            for letters, ground, name in pairs:
                ratio = contrast(letters, ground)
                if ratio < AAA:
                    # Never rounded up: 6.99 is not 7.
                    shown = int(ratio * 100) / 100
                    raise ValueError(
                        f"in the {scheme} scheme: {name} has a contrast of {shown} to 1, and letters need {AAA} to 1;"
                        f" choose a {'darker' if scheme == 'light' else 'lighter'} brand"
                    )
        return self


class LengthFields(Fields):
    """How long a webinar is, in minutes, if it does not say why not."""

    shortest: float = Field(default=15, gt=0, le=600, description="The least.")
    longest: float = Field(default=20, gt=0, le=600, description="The most.")

    @model_validator(mode="after")
    def _is_range(self) -> Self:
        if self.shortest >= self.longest:
            raise ValueError("needs a 'longest' that is more than its 'shortest'")
        return self

    def __str__(self) -> str:
        return f"{clock(self.shortest * 60)}-{clock(self.longest * 60)}"


DEFAULT_LENGTHS = LengthFields()
"""Where the settings say nothing, or cannot be read."""


class ExtraFields(Fields):
    """Our own settings, under ``extra``."""

    owner: _Name = Field(
        default="", description="Who publishes this copy and answers for it, such as a club or a charity."
    )
    contact: Annotated[str, _Text, AfterValidator(contact_rule)] = Field(
        default="", description="Where people can write to: an e-mail or web address, shown at the foot of every page."
    )
    mark: Annotated[str, _Text, AfterValidator(_mark)] = Field(
        default="",
        description="Stands before the name: one to three letters, or an SVG file of docs/. Empty for our own mark.",
    )
    colours: ColoursFields | None = Field(default=None, description="Of buttons and links. Ours, if there are none.")
    webinar_minutes: LengthFields = Field(default=DEFAULT_LENGTHS, description="How long a webinar is.")
    edit_uri: Annotated[str, _Text] = Field(
        default="", description="The same as above: without it, there are no edit links."
    )
    frame_sources: Annotated[str, _Text] = Field(
        default="", description="Origins of outside players; the check says what it has to be."
    )
    media_sources: Annotated[str, _Text] = Field(
        default="", description="Origins of recordings on other hosts; the check says what it has to be."
    )

    media_base_url: Annotated[str, _Text, AfterValidator(_media_base)] = Field(
        default="",
        description="Where large recordings are: a webinar's file is in a folder with its short name below this.",
    )


class ThemeFields(BaseModel):
    """The theme: of its settings only the language is ours."""

    model_config = ConfigDict(frozen=True)

    language: Annotated[str, _Text] = Field(
        default=ENGLISH, description="The language of the interface: data/interface.<language>.yml has its words."
    )


class SettingsFields(BaseModel):
    """mkdocs.yml, as far as this project reads it."""

    model_config = ConfigDict(frozen=True)

    site_name: Line = Field(description="The name of the site.")
    site_description: _Name = Field(default="", description="What the site is, in one line: search engines show it.")
    site_url: Annotated[str, _Text, AfterValidator(site_url_rule)] = Field(
        default="", description="The address at which the site is published, with https:// and a slash at the end."
    )
    repo_url: Annotated[str, _Text, AfterValidator(_repository)] = Field(
        default="", description="The address of the repository; without it, no page links to its source."
    )
    edit_uri: Annotated[str, _Text, AfterValidator(_edit_uri)] = Field(
        default="", description="The way from the repository to its folder docs/, such as edit/main/docs/."
    )
    copyright: _Name = Field(default="", description="What stands at the foot of every page about rights.")
    theme: ThemeFields = Field(default=ThemeFields(), description="The look of the site.")
    extra: ExtraFields = Field(default=ExtraFields(), description="Our own settings.")
