"""Where an address leads, as a browser reads it: https:\\\\host, //host and HTTPS:host lead outside too.

The rules are those of the URL Standard (https://url.spec.whatwg.org/#url-parsing) as far as they decide about the
scheme and the host. Pages, papers, data and settings are all judged by these functions.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

WEB = frozenset({"http", "https"})
PERSONAL = frozenset({"mailto", "tel"})
"""Schemes that open no page: readers write or call, and see to whom before they do."""

_EDGES = "".join(map(chr, range(0x21)))
_INSIDE = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{1,5})?")
_PORTS = {"http": ":80", "https": ":443"}


@dataclass(frozen=True)
class Address:
    """An address that leads out of the site. ``host`` has the port unless it is the usual one; both are in small
    letters. ``path`` is all that follows."""

    scheme: str
    host: str
    path: str

    @property
    def is_plain_web(self) -> bool:
        """Whether it is http or https with a server's plain name: no user, no password, no letters of other scripts."""
        return self.scheme in WEB and _HOST.fullmatch(self.host) is not None


def outside(written: str) -> Address | None:
    """Where an address of a page leads outside the site; None if it stays in it."""
    text = _INSIDE.sub("", html.unescape(written).strip(_EDGES))
    if found := _SCHEME.fullmatch(text):
        scheme, rest = found[1].lower(), found[2]
        if scheme not in WEB:
            return Address(scheme, "", rest)
    elif re.match(r"[/\\]{2}", text):
        # What is published is read by https.
        scheme, rest = "https", text
    else:
        return None
    rest = rest.lstrip("/\\")
    end = re.search(r"[/\\?#]", rest)
    host, path = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    return Address(scheme, host.lower().removesuffix(_PORTS[scheme]), path.replace("\\", "/"))


def leads_into(address: Address, allowed: Iterable[str]) -> bool:
    """Whether an address is one of the allowed ones, or below one: same scheme, same host, the path goes on."""
    return any(_is_below(address, base) for entry in allowed if (base := outside(entry)))


def _is_below(address: Address, base: Address) -> bool:
    if not address.is_plain_web or (address.scheme, address.host) != (base.scheme, base.host):
        return False
    path = address.path or "/"
    before = re.split(r"[?#]", path)[0].lower().replace("%2e", ".")
    if ".." in before.split("/"):
        return False
    start = base.path.rstrip("/")
    return path == start or path.startswith((f"{start}/", f"{start}?", f"{start}#"))


_NOBODYS = re.compile(r"(?:.+\.)?(?:example|example\.(?:com|net|org)|test|invalid|localhost|local|internal)")
_THIS_MACHINE = re.compile(r"0\.0\.0\.0|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|169\.254\.\d+\.\d+")


def leads_nowhere(host: str) -> bool:
    """Whether no reader can open what is on this host: names kept for examples (RFC 2606, RFC 6761), this machine
    and its own network, and a word without a dot."""
    name = host.split(":")[0].rstrip(".").lower()
    return "." not in name or bool(_NOBODYS.fullmatch(name) or _THIS_MACHINE.fullmatch(name))


def public(site_url: str) -> str:
    """The site's address if others can open it; empty if there is none, or it is that of the preview.

    What people take away (a feed, a share picture, the code for another site) has this address or is not made.
    """
    address = outside(site_url)
    return "" if address is None or leads_nowhere(address.host) else site_url
