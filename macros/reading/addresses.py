"""Where an address leads, as a browser reads it: https:\\\\host, //host and HTTPS:host lead outside too.

The rules are those of the URL Standard (https://url.spec.whatwg.org/#url-parsing) as far as they decide about the
scheme and the host. Pages, papers, data and settings are all judged by these functions.
"""

from __future__ import annotations

import html
import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

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


def public(site_url: str) -> str:
    """The site's address if people elsewhere can open it; empty if there is none, or it leads to this computer only.

    What people take away (a feed, a share picture, the code for another site) has this address or is not made.
    """
    host = urlsplit(site_url).hostname or ""
    return "" if not host or _is_this_computer(host) else site_url


def _is_this_computer(host: str) -> bool:
    """RFC 6761 keeps localhost, and every name that ends with it, for the computer itself."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return address.is_loopback or address.is_unspecified
