"""Links of what is taken away: they lead to the published site, or nowhere where it has no public address."""

from __future__ import annotations

import html
import posixpath
import re

from macros.reading.addresses import outside

_LINK = re.compile(r"""(<a\b(?:[^>"']|"[^"]*"|'[^']*')*>)(.*?)</a>""", re.DOTALL)
_ADDRESS = re.compile(r"""\shref=(?:"([^"]*)"|'([^']*)')""")
_NEW_WINDOW = ' target="_blank" rel="noopener"'
"""Most pages refuse to be shown inside a platform's page."""


def taken_away(content: str, page_url: str, public_url: str) -> str:
    """HTML of the page at ``page_url``, from the top of the site, with links that work anywhere.

    Those to a place on the same page stay. Those to other pages of the site are words alone where ``public_url`` is
    empty.
    """

    def changed(link: re.Match[str]) -> str:
        tag, words = link[1], link[2]
        found = _ADDRESS.search(tag)
        if not found:
            return link[0]
        address = html.unescape(found[1] if found[1] is not None else found[2])
        if address.startswith("#"):
            return link[0]
        if not outside(address):
            if not public_url:
                return f"<span>{words}</span>"
            address = f"{public_url}{from_top(address, page_url)}"
        without = tag.replace(found[0], "")
        return f'{without[:-1]} href="{html.escape(address)}"{_NEW_WINDOW}>{words}</a>'

    return _LINK.sub(changed, content)


def from_top(address: str, page_url: str) -> str:
    """An address of the page at ``page_url`` as one from the top of the site."""
    path, sign, anchor = address.partition("#")
    if not path:
        return f"{page_url}{sign}{anchor}"
    joined = posixpath.normpath(posixpath.join(page_url, path))
    ending = "/" if path.endswith("/") and joined != "." else ""
    return f"{'' if joined == '.' else joined}{ending}{sign}{anchor}"
