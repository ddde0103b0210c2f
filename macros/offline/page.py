"""Changes a page of the site so that it works from a folder, where browsers load no modules, no captions, no
drawings and no index.

What cannot work there is taken away: the search, links to other forms of the player, and what copies an address that
only this computer has.
"""

from __future__ import annotations

import base64
import html
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass

from macros.packages.links import from_top
from macros.reading.addresses import outside

LIST = "a-z/"
"""In the place of the search: the list of everything."""

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"')
_MODULE = re.compile(r'<script type="module" src="([^"]+)"></script>')
_TRACK = re.compile(r'(<track\b[^>]*?\ssrc=")([^"]+)"')
_DRAWINGS = re.compile(r' data-drawings="([^"]+)">')
_LINK = re.compile(r'(\s(?:href|src|poster|action)=")([^"]*)"')
_SEARCH_FORM = re.compile(r'(</ul>\s*</nav>\s*)<form class="site-search".*?</form>', re.DOTALL)
_TO_SEARCH = re.compile(
    r'<li>\s*<a href="[^"]*\bsearch/"[^>]*>[^<]*</a>\s*</li>'
    r'|<a class="(?:previous|next)"[^>]*href="[^"]*\bsearch/"[^>]*>.*?</a>',
    re.DOTALL,
)
_SEARCH_LINK = re.compile(r'<a href="[^"]*\bsearch/"[^>]*>[^<]*</a>')
_OWN_ADDRESS = re.compile(r'\s*<(?:link rel="canonical"|meta property="og:url")[^>]*>')
_OUTSIDE = re.compile(
    r'<button [^>]*data-(?:load|unload)\b.*?</button>|<p class="outside-note.*?</p>'
    r'|<p class="check[^>]*>\s*<input[^>]*data-always.*?</p>',
    re.DOTALL,
)
_FOR_THE_WEB = re.compile(
    # Another form of the player, marking by a file that is fetched, and the button that copies this page's address.
    r'<li><a href="embed/">.*?</li>|<p class="check[^>]*>\s*<input[^>]*data-mark-words.*?</p>'
    r'|<button type="button" class="button-quiet" data-copy>.*?</button>',
    re.DOTALL,
)
_COPIED = re.compile(r'<p class="copy-place\b.*?</p>', re.DOTALL)


@dataclass(frozen=True)
class OfflinePage:
    """A changed page. ``modules`` are the scripts that it needs bundled, ``needs`` all other files and pages, by their
    paths from the top of the site."""

    text: str
    modules: frozenset[str]
    needs: frozenset[str]


def offline_page(
    text: str, path: str, is_public: bool, list_name: str, has: Callable[[str], bool], read: Callable[[str], str]
) -> OfflinePage:
    """The page at ``path`` for a folder. ``has`` says whether the site has a file, ``read`` gives its text.

    ``is_public`` is whether the site has an address that others can open. ``list_name`` is what readers know the list
    from A to Z by.
    """
    folder = f"{posixpath.dirname(path)}/" if "/" in path else ""
    modules: set[str] = set()
    needs: set[str] = set()

    def placed(address: str) -> str | None:
        """The file that an address of the page leads to, from the top; None for one outside, or on the page itself."""
        address = html.unescape(address)
        if not address or address.startswith("#") or outside(address):
            return None
        target = re.split("[?#]", from_top(address, folder))[0]
        return target if has(target) else f"{target}index.html" if has(f"{target}index.html") else None

    def module(found: re.Match[str]) -> str:
        target = placed(found[1])
        if target:
            modules.add(target)
        # Modules wait for the page to be read; so does this.
        return f'<script defer src="{found[1]}"></script>'

    def track(found: re.Match[str]) -> str:
        target = placed(found[2])
        return f'{found[1]}{_inside(read(target))}"' if target else found[0]

    def drawings(found: re.Match[str]) -> str:
        target = placed(found[1])
        return f">{read(target)}" if target else found[0]

    def link(found: re.Match[str]) -> str:
        target = placed(found[2])
        if target is None or target in modules:
            return found[0]
        needs.add(target)
        _, sign, anchor = html.unescape(found[2]).partition("#")
        return f'{found[1]}{html.escape(posixpath.relpath(target, folder or "."))}{html.escape(sign + anchor)}"'

    text = _without_what_needs_a_network(text, is_public)
    in_place = f'<a href="{_root(path)}{LIST}">{html.escape(list_name)}</a>' if has(f"{LIST}index.html") else ""
    item = f"<li>{in_place}</li>" if in_place else ""
    text = _SEARCH_FORM.sub(lambda found: item + found[1], _TO_SEARCH.sub("", text))
    text = _SEARCH_LINK.sub(lambda _: in_place, text)
    text = _POLICY.sub(lambda found: f'{found[1]}{_policy(found[2])}"', text)
    text = _MODULE.sub(module, text)
    text = _TRACK.sub(track, text)
    text = _DRAWINGS.sub(drawings, text)
    text = _LINK.sub(link, text)
    return OfflinePage(text, frozenset(modules), frozenset(needs))


def _without_what_needs_a_network(text: str, is_public: bool) -> str:
    text = _FOR_THE_WEB.sub("", text)
    if "data-outside=" in text:
        # The link to the recording stays, for a place with a network.
        text = _OUTSIDE.sub("", text).replace(" data-outside=", " data-elsewhere=")
    # An address of this computer is nobody else's.
    return text if is_public else _COPIED.sub("", _OWN_ADDRESS.sub("", text))


def _policy(policy: str) -> str:
    """The page's policy, for files: the same folder has no name there that a browser would take for one's own."""
    return policy.replace("&#39;", "'").replace("'self'", "file:").replace("media-src file:", "media-src file: data:")


def _inside(captions: str) -> str:
    """Captions as an address that holds them."""
    return f"data:text/vtt;base64,{base64.b64encode(captions.encode()).decode()}"


def _root(path: str) -> str:
    return "../" * path.count("/")
