"""Problems as GitHub shows them: notes on the file and line of a pull request.

The form is GitHub's "workflow commands": docs.github.com, Workflow commands for GitHub Actions,
"Setting an error message". The escapes are those of its own toolkit (actions/toolkit,
packages/core/src/command.ts).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from macros.problems import Problem

Level = Literal["error", "warning"]
"""A warning is shown, and stops nothing."""

PAGE = "contribute/checks/"
_LOCAL = {"127.0.0.1", "localhost", "::1", None}


def on_github(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this runs in one of GitHub's workflows."""
    return environment.get("GITHUB_ACTIONS") == "true"


def annotation(problem: Problem, site_url: str, level: Level = "error") -> str:
    """The command that puts the problem on its line, with the place where its rule is explained."""
    place = f"file={_property(problem.file)}"
    if problem.line:
        place += f",line={problem.line}"
    message = f"{problem.message}\nHow to fix it: {explanation(problem.rule, site_url)}"
    return f"::{level} {place}::{_data(message)}"


def explanation(rule: str, site_url: str) -> str:
    """Where a rule is explained: on the site where its address is known, else in the repository."""
    if urlsplit(site_url).hostname in _LOCAL:
        return f"docs/contribute/checks.md, under '{rule}'"
    return f"{site_url}{PAGE}#{rule}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
