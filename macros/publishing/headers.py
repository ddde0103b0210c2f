"""What every page may load, and the other headers that hosts are asked to send."""

from __future__ import annotations

EMBED_POLICY = "frame-ancestors *"
"""What the policy of a webinar's player alone says besides: any site may show it."""


def policy(frame_sources: str = "", media_sources: str = "", sends_out: bool = False) -> str:
    """What a page may load: the site's own files and the outside players that the catalogue uses.

    theme/base.html has the same for every page; a test holds the two together. WebAssembly is for
    the search, ``blob:`` for recordings on hosts that do not answer Range requests. ``sends_out`` is for a page in
    a learning platform that names a server of its own to report to.
    """
    media = f" {media_sources}" if media_sources else ""
    connect = "*" if sends_out else f"'self'{media}"
    return (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
        f"media-src 'self' blob:{media}; connect-src {connect}; font-src 'self'; manifest-src 'self'; "
        f"frame-src {frame_sources or chr(39) + 'none' + chr(39)}; form-action 'self'; base-uri 'none'"
    )


def headers(page_policy: str) -> dict[str, str]:
    """The headers of every page: no other site shows it in a frame, where clicks could be stolen."""
    return {
        "Content-Security-Policy": page_policy,
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    }
