"""Reads what of a page the engine runs as a Jinja template: calls of macros with plain arguments, and nothing else.

Jinja can reach any function of Python, and the engine runs it before it reads any Markdown: in comments, in code
and in attributes too. So the whole file is judged, with Jinja's own lexer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from jinja2 import Environment, TemplateSyntaxError

from macros.problems import Problem
from macros.reading.markdown import MacroCall

RULE = "macros"
STARTS = ("{{", "{%", "{##")
"""What opens a part of a template; `{##` is what mkdocs.yml sets for comments (a test holds the two together)."""

_ALLOWED = 'only calls such as {{ ladder() }} or {{ webinar_card("the-ladder") }} are allowed here'
_LITERALS = frozenset({"string", "integer", "float"})
_WORDS = frozenset({"true", "false"})
_PLAIN = "data"
"""What Jinja calls text that it leaves as it is."""

_Token = tuple[int, str, str]
_Signs = tuple[str, str]


@cache
def _environment() -> Environment:
    # Only its lexer is used: nothing is rendered with it.
    return Environment(comment_start_string="{##", comment_end_string="##}")


def has_template(text: str) -> bool:
    """Whether Jinja would find anything to run or to leave out in this text."""
    return any(start in text for start in STARTS)


def read_calls(text: str, file: str, first_line: int = 1) -> tuple[tuple[MacroCall, ...], list[Problem]]:
    """Every call in a text that the engine renders, and a problem for whatever else of Jinja is in it."""
    pieces, problems = read_pieces(text, file, first_line)
    return tuple(piece for piece in pieces if isinstance(piece, MacroCall)), problems


def filled(pieces: Iterable[str | MacroCall], give: Callable[[MacroCall], str]) -> str:
    """The text of a page's pieces with what ``give`` gives in the place of each call, as Jinja would render it."""
    return "".join(piece if isinstance(piece, str) else give(piece) for piece in pieces)


def read_pieces(text: str, file: str, first_line: int = 1) -> tuple[tuple[str | MacroCall, ...], list[Problem]]:
    """The pieces of a text that the engine renders: plain text and calls; and a problem for whatever else is in it."""
    pieces: list[str | MacroCall] = []
    problems: list[Problem] = []
    try:
        for part in _parts(list(_environment().lex(text))):
            line = part[0][0] + first_line - 1
            if part[0][1] == _PLAIN:
                pieces.append(part[0][2])
                continue
            tokens = [(kind, value) for _, kind, value in part if kind != "whitespace"]
            if call := _call(_called(tokens), line):
                pieces.append(call)
            else:
                shown = "".join(value for _, _, value in part)
                shown = shown if len(shown) <= 60 else f"{shown[:57]}..."
                problems.append(Problem(file, line, f"'{' '.join(shown.split())}' is no plain call; {_ALLOWED}", RULE))
    except TemplateSyntaxError as error:
        line = error.lineno + first_line - 1
        problems.append(Problem(file, line, f"is not valid here ({error.message}); {_ALLOWED}", RULE))
    return tuple(pieces), problems


def _parts(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """The tokens of each part: a plain text by itself, or from an opening to its closing or the end of all."""
    part: list[_Token] = []
    for token in tokens:
        part.append(token)
        if token[1].endswith("_end") or (token[1] == _PLAIN and len(part) == 1):
            yield part
            part = []
    if part:
        yield part


def _called(tokens: Sequence[_Signs]) -> Sequence[_Signs]:
    """What stands between ``{{`` and ``}}``; nothing for any other part."""
    kinds = [kind for kind, _ in tokens]
    return tokens[1:-1] if kinds[0] == "variable_begin" and kinds[-1] == "variable_end" else ()


def _call(tokens: Sequence[_Signs], line: int) -> MacroCall | None:
    """The call that these tokens are; None if they are anything else."""
    if len(tokens) < 3:
        return None
    name, opening, *arguments, closing = tokens
    if name[0] != "name" or opening != ("operator", "(") or closing != ("operator", ")"):
        return None
    # Literals and commas take turns, and a literal is the last.
    if arguments and len(arguments) % 2 == 0:
        return None
    for place, argument in enumerate(arguments):
        if not (argument == ("operator", ",") if place % 2 else _is_literal(*argument)):
            return None
    first = arguments[0][1] if arguments else ""
    # A backslash in it would say something else than what stands here.
    if any("\\" in value for _, value in arguments):
        return None
    values = tuple(_value(*argument) for argument in arguments[::2])
    return MacroCall(name[1], first[1:-1] if first[:1] in "'\"" else first, line, values)


def _value(kind: str, written: str) -> str | float | bool:
    """A literal as Jinja understands it."""
    match kind:
        case "string":
            return written[1:-1]
        case "integer":
            return int(written, 0)
        case "float":
            return float(written)
        case _:
            return written == "true"


def _is_literal(kind: str, value: str) -> bool:
    return kind in _LITERALS or (kind == "name" and value in _WORDS)
