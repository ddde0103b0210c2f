"""The Content-Security-Policy, and the headers file for hosts that read one (``_headers``)."""

from __future__ import annotations


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


def headers_file(page_policy: str) -> str:
    """Every page refuses to be framed, except the players that are made for it."""
    common = [
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin",
        "Permissions-Policy: camera=(), microphone=(), geolocation=()",
    ]
    rules = [
        ("/*", [f"Content-Security-Policy: {page_policy}; frame-ancestors 'none'", *common]),
        (
            "/webinars/:slug/embed/*",
            # The first rule matches here too: its policy is taken away before another is set.
            ["! Content-Security-Policy", f"Content-Security-Policy: {page_policy}; frame-ancestors *"],
        ),
    ]
    return "\n".join("\n".join([path, *(f"  {line}" for line in lines)]) for path, lines in rules) + "\n"
