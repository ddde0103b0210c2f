"""Puts content into the site's frame: what is published beside the engine's pages is a page like the others."""

from __future__ import annotations

import re

from markupsafe import escape

_MAIN = re.compile(r"(<main\b[^>]*>).*(</main>)", re.DOTALL)
_OWN_ADDRESS = re.compile(r'(<(?:link rel="canonical" href|meta property="og:url" content)="[^"]*)"')
_RELATIVE = re.compile(r'(\s(?:href|src|action)=")(?![a-z][a-z0-9+.-]*:|[/#?"])', re.IGNORECASE)
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_SHARED_TITLE = re.compile(r'(<meta (?:property="og:title"|name="twitter:title") content=")[^"]*"')


def framed(built: str, title: str, content: str) -> str:
    """A page with the head, header and footer of ``built``, a page of the same folder that an engine has built.

    Addresses in the frame are relative, so only a page of the same folder will do. Raises ValueError for a page that
    has no title or no main part.
    """
    page, mains = _MAIN.subn(lambda found: f"{found[1]}\n{content}\n{found[2]}", built, count=1)
    page, titles = _TITLE.subn(lambda _: f"<title>{escape(title)}</title>", page, count=1)
    if not mains or not titles:
        raise ValueError("The page that lends its frame has no <title> or no <main>")
    return _SHARED_TITLE.sub(lambda found: f'{found[1]}{escape(title)}"', page)


def deeper(built: str, tail: str) -> str:
    """The page ``built`` as the frame of a page below it, at its address and ``tail``, such as ``session/``.

    Its main part is left out: another comes in its place, and addresses in a long transcript take long to follow.
    """
    frame = _MAIN.sub(r"\1\2", built, count=1)
    page = _RELATIVE.sub(lambda found: found[1] + "../" * tail.count("/"), frame)
    page = _OWN_ADDRESS.sub(lambda found: f'{found[1]}{tail}"', page)
    # The page that lends its frame is above this one, and no longer the one that people are on.
    return page.replace('aria-current="page"', 'aria-current="true"')
