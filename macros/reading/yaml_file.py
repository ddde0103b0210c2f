"""Reads YAML with the line of every value, and checks it against a pydantic model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.problems import Problem, did_you_mean
from macros.reading.text_file import hidden_character, read_text, relative_name

RULE = "yaml"

Key = str | int
Model = TypeVar("Model", bound=BaseModel)

LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MEANT = re.compile(r"is not a field here; did you mean '([^']+)'")
DEEPEST = 20
_BLOCK_STARTS = re.compile(r"^[ ?-]+", re.MULTILINE)
"""Spaces and signs at the start of a line: names and list items at all depths begin there."""
_UNSURE = re.compile("[&*\t\r\x0b\x0c\x85\u2028\u2029]")
"""Signs of anchors, and what YAML may take for the space or the end of a line."""
_LARGEST_NUMBER = 10**15
"""Far above any number here; far below those that Python cannot turn into a fraction, or into text."""


@dataclass(frozen=True)
class YamlData:
    """The data of a YAML text, and the line (from 1) of each value by its path of keys."""

    value: Any
    lines: dict[tuple[Key, ...], int] = field(default_factory=dict)

    def line(self, path: tuple[Key, ...]) -> int:
        """The line of the value at this path, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse_yaml(text: str, file: str, first_line: int = 1) -> tuple[YamlData | None, list[Problem]]:
    """The data in a YAML text, or None and what is wrong.

    Anchors and aliases are refused: nothing here needs them, and they can make a small file grow
    without end. ``first_line`` is the line of the file at which the text starts.
    """
    offset = first_line
    depth = 0
    try:
        for event in () if is_shallow(text) else yaml.parse(text, Loader=LOADER):
            # What comes after this goes as deep as the text does, and ends the program if that is too deep.
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                line = (event.start_mark.line if event.start_mark else 0) + offset
                return None, [Problem(file, line, "is nested too deeply", RULE)]
            if anchor := getattr(event, "anchor", None):
                line = (event.start_mark.line if event.start_mark else 0) + offset
                message = f"anchors (&) and aliases (*) are not used here; write '{anchor}' out"
                return None, [Problem(file, line, message, RULE)]
        loader = LOADER(text)
        try:
            node = loader.get_single_node()
            if node is None:
                return YamlData(None, {(): offset}), []
            lines: dict[tuple[Key, ...], int] = {}
            problems: list[Problem] = []
            value = _build(loader, node, (), lines, problems, file, offset)
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError) as error:
        return None, [not_valid(error, file, offset)]
    if problems:
        return None, problems
    return YamlData(value, lines), []


def is_shallow(text: str) -> bool:
    """Whether nothing in a text can be nested too deeply, or be an anchor: as in most, so that they are read once.

    Each level of a block begins further to the right than the one around it, or is a list at the place of its name;
    each level in a line has a bracket.
    """
    if _UNSURE.search(text):
        return False
    signs = max((len(start) for start in _BLOCK_STARTS.findall(text)), default=0)
    return 2 * (signs + 1) + text.count("[") + text.count("{") <= DEEPEST


def not_valid(error: BaseException | None, file: str, first_line: int = 1) -> Problem:
    """What the YAML parser refused, with the line where it can tell."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(file, 0, f"is not valid YAML: {' '.join(str(error).split())}", RULE)
    mark = error.problem_mark or error.context_mark
    return Problem(file, mark.line + first_line if mark else 0, f"is not valid YAML: {_explained(error)}", RULE)


def _explained(error: yaml.MarkedYAMLError) -> str:
    """What the parser says, and for the mistakes that people make most what to do."""
    said = error.problem or error.context or "it cannot be read"
    if "mapping values are not allowed" in said:
        return "a colon and a space inside the text; put the whole text in quotation marks"
    if "found character" in said and "that cannot start" in said:
        return f"{said}; use spaces, not tabs, and put text that starts with a sign in quotation marks"
    if "could not find expected ':'" in said:
        return "a line without a colon; write 'field: text', and indent text that goes on over several lines"
    return said


def _build(
    loader: Any,  # noqa: ANN401
    node: yaml.Node,
    path: tuple[Key, ...],
    lines: dict[tuple[Key, ...], int],
    problems: list[Problem],
    file: str,
    offset: int,
) -> Any:  # noqa: ANN401
    """The value of a node; notes the line of everything in it."""
    line = node.start_mark.line + offset
    lines.setdefault(path, line)
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key_line = key_node.start_mark.line + offset
            if not isinstance(key_node, yaml.ScalarNode):
                problems.append(Problem(file, key_line, "a field's name has to be one word", RULE))
                continue
            key = str(key_node.value)
            if hidden := hidden_character(key):
                message = f"a field's name has a character that nobody can see, {hidden[1]}; remove it"
                problems.append(Problem(file, key_line, message, RULE))
            if key in result:
                problems.append(Problem(file, key_line, f"'{key}' is here twice; keep one", RULE))
                continue
            lines[(*path, key)] = key_line
            result[key] = _build(loader, value_node, (*path, key), lines, problems, file, offset)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(loader, child, (*path, index), lines, problems, file, offset)
            for index, child in enumerate(node.value)
        ]
    value, message = _scalar(loader, node)
    if message:
        problems.append(Problem(file, line, f"is not valid YAML: {message}", RULE))
    return value


def _scalar(loader: Any, node: yaml.Node) -> tuple[Any, str]:  # noqa: ANN401
    """The value of a single word or number, and what is wrong with it if it has none."""
    try:
        value = loader.construct_object(node, deep=True)
    except (ValueError, LookupError, AttributeError):
        # How PyYAML fails at a date that does not exist, or at a tag such as !!int before other words.
        return None, f"{_shown(node.value)} is no date, number or yes-or-no; correct it, or put it in quotation marks"
    if isinstance(value, int) and abs(value) > _LARGEST_NUMBER:
        return None, f"{_shown(node.value)} is too large a number; put it in quotation marks"
    # Written with a backslash in quotation marks it is in no line of the file.
    if isinstance(value, str) and (hidden := hidden_character(value)):
        return None, f"this text has a character that nobody can see, {hidden[1]}; remove it"
    return value, ""


def read_model(path: Path, root: Path, model: type[Model]) -> tuple[Model | None, YamlData | None, list[Problem]]:
    """A YAML file as a checked, frozen object; or None and every problem in it."""
    text, problems = read_text(path, root)
    if text is None:
        return None, None, problems
    name = relative_name(path, root)
    data, problems = parse_yaml(text, name)
    if data is None:
        return None, None, problems
    found, problems = check_model(data, name, model)
    return found, data, problems


def check_model(
    data: YamlData, file: str, model: type[Model], prefix: tuple[Key, ...] = ()
) -> tuple[Model | None, list[Problem]]:
    """The value at ``prefix`` as an object of this model, or None and every problem in it."""
    value = data.value
    for key in prefix:
        value = value[key]
    if not isinstance(value, dict):
        what = "is empty" if value is None else "is not a list of 'field: value' lines"
        return None, [Problem(file, data.line(prefix), f"{what}; see an existing file for its fields", RULE)]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        found = dict.fromkeys(_messages(error, model))
        # A name with a typing error is no field, and the right one is missing: that is one slip.
        meant = {f"'{name}' is missing; add it" for _, message in found for name in _MEANT.findall(message)}
        return None, [
            Problem(file, data.line((*prefix, *place)), message, RULE)
            for place, message in found
            if message not in meant
        ]


def _messages(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Where and what, for each of pydantic's errors, in words for people."""
    for detail in error.errors(include_url=False):
        place = tuple(part for part in detail["loc"] if not _is_union_member(part))
        yield place, _message(detail, place, model)


def _is_union_member(part: Key) -> bool:
    """Pydantic names the member of a union in the place of an error; the file has no such key."""
    return isinstance(part, str) and (part[:1].isupper() or "[" in part or part == "str")


def _message(detail: ErrorDetails, place: tuple[Key, ...], model: type[BaseModel]) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in place)
    given = detail["input"]
    match kind:
        case "missing":
            return f"'{name}' is missing; add it"
        case "extra_forbidden":
            return f"'{name}' is not a field here{did_you_mean(str(place[-1]), model.model_fields)}"
        case "string_type":
            return f"'{name}' has to be text, not {_shown(given)}; put it in quotation marks"
        case "string_too_short":
            return f"'{name}' is empty; fill it in"
        case "string_too_long":
            return f"'{name}' is longer than {context['max_length']} characters; make it shorter"
        case "tuple_type" | "list_type":
            return f"'{name}' has to be a list, not {_shown(given)}; write '- ' before each item"
        case "too_short":
            return f"'{name}' needs at least {context['min_length']} items"
        case "too_long":
            return f"'{name}' has more than {context['max_length']} items"
        case "date_type" | "date_from_datetime_parsing" | "date_from_datetime_inexact" | "date_parsing":
            return f"'{name}' has to be a date such as 2026-11-23, not {_shown(given)}"
        case "value_error":
            return f"'{name}' {context['error']}" if name else str(context["error"])
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"'{name}' has to be a group of 'field: value' lines, not {_shown(given)}"
        case _:
            return f"'{name}': {detail['msg'][0].lower()}{detail['msg'][1:]}, not {_shown(given)}"


def _shown(value: object) -> str:
    text = "nothing" if value is None else str(value)
    return f"'{text[:60]}'"
