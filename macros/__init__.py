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
    from macros.reading.markdown import MacroCall


def define_env(env: Any) -> None:  # noqa: ANN401
    """Called by the macros plugin: once by MkDocs and ProperDocs, once a page by Zensical."""
    from macros.building.engine_pages import LEFT_OUT, LeaveOut
    from macros.building.frame_words import write_frame_words
    from macros.page_macros import Macros

    page = getattr(env, "page", None)
    if page is not None:
        # Zensical asks for the macros of each page that it renders, and has no other hook before it does.
        file = Path(env.project_dir) / "docs" / page.path
        _pieces(file.read_text(encoding="utf-8-sig"), str(page.title), page.path)
    content = _content(env)
    write_frame_words(content.words, content.page_words, content.root)
    macros = Macros(content, lambda: str(env.page.url)).all()
    if LEFT_OUT in os.environ:
        plugin = env.conf.plugins["doing-with-left-out"] = LeaveOut(Path(os.environ[LEFT_OUT]))
        macros = {name: plugin.macro(name, it, lambda: str(env.page.file.src_uri)) for name, it in macros.items()}
    for name, macro in macros.items():
        env.macro(macro, name)


def on_pre_page_macros(env: Any) -> None:  # noqa: ANN401
    """Called by the macros plugin of MkDocs and ProperDocs before it renders a page: that is done here.

    A page has calls of macros and nothing else for Jinja. Filled in as they were read, they need no template that is
    compiled for one page, and nothing can be run that was not meant to be.
    """
    from macros.reading.jinja import filled

    page = env.page
    if page.meta.get("render_macros"):
        path = str(page.file.src_uri)
        pieces = _pieces(env.markdown, str(page.title), path)
        try:
            env.markdown = filled(pieces, lambda call: str(env.macros[call.name](*call.arguments)))
        except (LookupError, TypeError) as error:
            _say(f"docs/{path}: a macro cannot be called like this: {error}")
            raise SystemExit(1) from None
    # The plugin's own copy of the page, which says whether it has anything to render.
    env.variables["page"].meta = {**page.meta, "render_macros": False}


def on_post_build(env: Any) -> None:  # noqa: ANN401
    """Called by the macros plugin when all pages are written."""
    from macros.building.engines import PAGES_ONLY

    if PAGES_ONLY in os.environ:
        return
    # Here, because it is much to load for an engine that publishes nothing.
    from macros.building.place import make_readable
    from macros.publishing.publish import publish
    from macros.store import Store

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


def _pieces(text: str, title: str, path: str) -> tuple[str | MacroCall, ...]:
    """A page's plain texts and calls; ends the build at one with anything else to run than calls of our macros.

    The checks have told it before, with more words; here it is judged by what the engine is about to run.
    """
    from macros.checks.pages import MACROS
    from macros.reading.jinja import has_template, read_pieces
    from macros.reading.markdown import MacroCall

    pieces, problems = read_pieces(text, f"docs/{path}")
    names = [piece.name for piece in pieces if isinstance(piece, MacroCall)]
    unknown = next((name for name in names if name not in MACROS), "")
    if problems or unknown or has_template(title):
        _say(str(problems[0]) if problems else f"docs/{path}: may only call macros, not '{unknown or title}'")
        raise SystemExit(1)
    return pieces


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
