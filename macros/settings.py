"""The settings of mkdocs.yml that the rest of the project needs, whichever engine builds the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from macros.problems import Problem
from macros.reading.addresses import public
from macros.reading.settings_fields import DEFAULT_LENGTHS, ENGLISH, ColoursFields, LengthFields, SettingsFields
from macros.reading.text_file import hidden_character, read_text
from macros.reading.yaml_file import LOADER, Key, YamlData, check_model, not_valid
from macros.reading.yaml_file import RULE as YAML

FILE = "mkdocs.yml"
RULE = "settings"

_SHOWN = frozenset({"site_name", "site_description", "copyright", "nav", "extra"})
"""Settings that pages show."""


@dataclass(frozen=True)
class Settings:
    """``site_url`` ends with a slash; ``repo_url`` is empty where nobody has set it."""

    site_name: str
    site_url: str
    repo_url: str
    edit_uri: str
    frame_sources: str
    media_sources: str
    tagline: str = ""
    footer: str = ""
    owner: str = ""
    contact: str = ""
    language: str = ENGLISH
    mark: str = ""
    colours: ColoursFields | None = None
    lengths: LengthFields = DEFAULT_LENGTHS
    media_base_url: str = ""

    @property
    def public_url(self) -> str:
        """``site_url`` if people elsewhere can open it, else empty."""
        return public(self.site_url)

    @property
    def is_reachable(self) -> bool:
        """Whether this copy names somebody who answers for it."""
        return bool(self.owner or self.contact)


def read_settings(root: Path) -> tuple[Settings | None, list[Problem]]:
    """The settings of the project in ``root``, or None and what is wrong with mkdocs.yml.

    Environment variables count as mkdocs.yml says.
    """
    data, problems = read_lines(root)
    if data is None:
        return None, problems
    config = data.value
    fields, problems = check_model(data, FILE, SettingsFields)
    if isinstance(config, dict):
        problems += _texts(config, data)
    problems += _mark_file(fields, data, root)
    # What is no YAML at all is YAML's matter; what a setting says is explained with the settings.
    problems = [Problem(p.file, p.line, p.message, RULE if p.rule == YAML else p.rule) for p in problems]
    return (None, sorted(set(problems))) if problems or fields is None else (_settings(fields), [])


def read_lines(root: Path) -> tuple[YamlData | None, list[Problem]]:
    """All of mkdocs.yml as the engines read it, with the line of each setting; or None and why it cannot be read."""
    text, problems = read_text(root / FILE, root)
    if text is None:
        return None, problems
    try:
        # The file is named for settings that it inherits.
        source = StringIO(text)
        source.name = str(root / FILE)
        config = yaml_load(source)
    except ConfigurationError as error:
        return None, [not_valid(error.__context__, FILE)]
    return YamlData(config if config is not None else {}, _lines(text)), []


def navigation_entries(value: object, place: tuple[Key, ...] = ("nav",)) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """The path of each page in the navigation ``value``, with its place in the data."""
    if isinstance(value, str):
        yield value, place
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from navigation_entries(inner, (*place, index))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from navigation_entries(inner, (*place, str(key)))


def _settings(fields: SettingsFields) -> Settings:
    extra = fields.extra
    return Settings(
        site_name=fields.site_name,
        site_url=(fields.site_url or "/").rstrip("/") + "/",
        repo_url=fields.repo_url.rstrip("/"),
        edit_uri=fields.edit_uri,
        frame_sources=extra.frame_sources,
        media_sources=extra.media_sources,
        tagline=fields.site_description,
        footer=fields.copyright,
        owner=extra.owner,
        contact=extra.contact,
        language=fields.theme.language,
        mark=extra.mark,
        colours=extra.colours,
        lengths=extra.webinar_minutes,
        media_base_url=extra.media_base_url,
    )


def _lines(text: str) -> dict[tuple[Key, ...], int]:
    """The line of each setting by its path of keys. Tags such as !ENV are not looked at."""
    found: dict[tuple[Key, ...], int] = {}

    def walk(node: yaml.Node, path: tuple[Key, ...]) -> None:
        found.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                inner = (*path, str(key.value))
                found[inner] = key.start_mark.line + 1
                walk(value, inner)
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                walk(value, (*path, index))

    if (node := yaml.compose(text, Loader=LOADER)) is not None:
        walk(node, ())
    return found


def _mark_file(fields: SettingsFields | None, data: YamlData, root: Path) -> Iterator[Problem]:
    """A mark that is a file is there."""
    mark = fields.extra.mark if fields else ""
    if mark.endswith(".svg") and not (root / "docs" / mark).is_file():
        message = f"'extra.mark' is '{mark}', and there is no file docs/{mark}; correct the name, or add the file"
        yield Problem(FILE, data.line(("extra", "mark")), message, RULE)


def _texts(config: Mapping[str, Any], data: YamlData) -> Iterator[Problem]:
    """Names and titles, which pages show, are one line without hidden characters."""
    for name, value in config.items():
        for path, text in _each_text(value, (str(name),), is_shown=str(name) in _SHOWN):
            if hidden_character(text) or "\n" in text.strip():
                message = f"'{name}' has a line end or a character that nobody can see; write it on one line"
                yield Problem(FILE, data.line(path), message, RULE)


def _each_text(value: object, path: tuple[Key, ...], is_shown: bool) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Every text in a setting, and the name of every setting in it."""
    yield from ((path, str(key)) for key in path[-1:])
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _each_text(inner, (*path, str(key)), is_shown)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _each_text(inner, (*path, index), is_shown)
    elif isinstance(value, str) and is_shown:
        yield path, value
