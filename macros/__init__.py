"""Registers the macros that pages call, and publishes where MkDocs or ProperDocs was started by itself.

`python -m macros build` calls the same ``publish`` once an engine has made the pages.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.model import Catalogue


def define_env(env: Any) -> None:  # noqa: ANN401
    """Called by the macros plugin: once by MkDocs and ProperDocs, once a page by Zensical."""
    from macros.pages import Macros

    for name, macro in Macros(env, _catalogue(env)).all().items():
        env.macro(macro, name)


def on_post_build(env: Any) -> None:  # noqa: ANN401
    """Called by the macros plugin when all pages are written."""
    from macros.building.engines import PAGES_ONLY
    from macros.building.place import make_readable
    from macros.publishing.publish import publish

    if PAGES_ONLY not in os.environ:
        site = Path(env.conf["site_dir"])
        publish(Path(env.project_dir), site, _catalogue(env))
        make_readable(site)


def _catalogue(env: Any) -> Catalogue:  # noqa: ANN401
    """The catalogue; ends the build, before anything is written, if the content has problems."""
    from macros.checks.run import checked_catalogue
    from macros.problems import ContentError

    try:
        return checked_catalogue(Path(env.project_dir), _say)
    except ContentError as error:
        _say(str(error))
        raise SystemExit(1) from None


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
