"""The Jinja environment that all renderers share."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from macros.captions.clock import clock
from macros.rendering.presenters import presenters_line
from macros.slides.words import slide_words

_INDENTATION = re.compile(r"\n\s+")


def spoken_length(seconds: float) -> str:
    """``18 minutes``: a length as people say it, to the nearest minute."""
    minutes = max(1, round(seconds / 60))
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


def machine_length(seconds: float) -> str:
    """``PT17M30S``: a length for the ``datetime`` attribute."""
    minutes, second = divmod(int(seconds), 60)
    return f"PT{minutes}M{second}S"


def long_date(date: datetime.date) -> str:
    """``23 November 2026``."""
    return f"{date.day} {date:%B %Y}"


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
        "spoken_length": spoken_length,
        "machine_length": machine_length,
        "long_date": long_date,
        "presenters_line": presenters_line,
        "slide_words": slide_words,
    }
    return jinja


def render(template: str, **values: Any) -> Markup:  # noqa: ANN401
    """A template filled in, without the indentation that Markdown would take for code."""
    html = environment().get_template(template).render(**values)
    return Markup(_INDENTATION.sub("\n", html).strip())
