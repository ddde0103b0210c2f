"""The Jinja environment that all renderers share."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from pydantic import BaseModel

from macros.captions.clock import clock
from macros.reading.interface import Words
from macros.rendering.presenters import presenters_line
from macros.slides.words import slide_words

_INDENTATION = re.compile(r"\n\s+")
_LINK = re.compile(r"\[([^\[\]]+)\]")


def machine_length(seconds: float) -> str:
    """``PT17M30S``: a length for the ``datetime`` attribute."""
    minutes, second = divmod(int(seconds), 60)
    return f"PT{minutes}M{second}S"


def filled(words: str, **values: object) -> Markup:
    """Words of the interface with their ``{names}`` filled in, by text or by HTML that is safe."""
    return Markup(escape(words)).format(**values)


def linked(words: str, *addresses: str, **values: object) -> Markup:
    """Words of the interface as ``filled`` gives them, their ``[parts]`` as links to these addresses, in order."""
    places = iter(range(len(addresses)))
    html = _LINK.sub(lambda part: f'<a href="{{{next(places)}}}">{part[1]}</a>', str(escape(words)))
    return Markup(html).format(*addresses, **values)


def for_script(words: BaseModel) -> Markup:
    """A group of words for an attribute in single quotation marks: docs/assets/js/say.js reads it."""
    text = words.model_dump_json(exclude_none=True)
    return Markup(text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;"))


@cache
def environment() -> Environment:
    """Autoescape is on: whatever comes from data is shown as text and never run."""
    jinja = Environment(
        loader=PackageLoader("macros"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    jinja.filters |= {
        "clock": clock,
        "filled": filled,
        "for_script": for_script,
        "linked": linked,
        "machine_length": machine_length,
        "presenters_line": presenters_line,
        "slide_words": slide_words,
    }
    return jinja


def render(template: str, words: Words, **values: Any) -> Markup:  # noqa: ANN401
    """A template filled in, without the indentation that Markdown would take for code.

    ``words`` are those of the interface; a template that another one imports gets them "with context".
    """
    html = environment().get_template(template).render(words=words, **values)
    return Markup(_INDENTATION.sub("\n", html).strip())
