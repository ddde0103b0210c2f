"""The sandbox in which MkDocs and ProperDocs render the macros of a page."""

from __future__ import annotations

from jinja2 import Environment
from jinja2.sandbox import ImmutableSandboxedEnvironment


def sandboxed(plain: Environment) -> Environment:
    """The same environment, whose templates reach no inner part of Python and load no other template."""
    if isinstance(plain, ImmutableSandboxedEnvironment):
        return plain
    made = ImmutableSandboxedEnvironment(
        comment_start_string=plain.comment_start_string,
        comment_end_string=plain.comment_end_string,
        undefined=plain.undefined,
        autoescape=plain.autoescape,
    )
    made.globals.update(plain.globals)
    made.filters.update(plain.filters)
    return made
