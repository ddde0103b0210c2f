"""Registers the macros that pages call, and publishes where MkDocs or ProperDocs was started by itself.

`python -m macros build` calls the same ``publish`` once an engine has made the pages.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.content.content import Content


def define_env(env: Any) -> None:  # noqa: ANN401
    """Called by the macros plugin: once by MkDocs and ProperDocs, once a page by Zensical."""
    from macros.page_macros import Macros

    for name, macro in Macros(env, _content(env)).all().items():
        env.macro(macro, name)


def on_post_build(env: Any) -> None:  # noqa: ANN401
    """Called by the macros plugin when all pages are written."""
    from macros.building.engines import PAGES_ONLY
    from macros.building.place import make_readable
    from macros.publishing.publish import publish
    from macros.store import Store

    if PAGES_ONLY not in os.environ:
        content, site = _content(env), Path(env.conf["site_dir"])
        publish(content, site, Store(content.root))
        make_readable(site)


def _content(env: Any) -> Content:  # noqa: ANN401
    """The content; ends the build, before anything is written, if it has problems."""
    from macros.building.engines import PAGES_ONLY
    from macros.checked import checked_content, with_audio
    from macros.problems import ContentError

    try:
        content = checked_content(Path(env.project_dir))
        return content if PAGES_ONLY in os.environ else with_audio(content, _say)
    except ContentError as error:
        _say(str(error))
        raise SystemExit(1) from None


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
