"""What web hosts are told: headers, types, the page for what is missing, and where old addresses lead.

Netlify and Cloudflare Pages read ``_headers`` and ``_redirects``, Apache reads ``.htaccess``, and a server of one's
own with nginx includes ``hosts/nginx.conf``. A host that reads none of these serves a site that works as well: pages
have their policy in themselves, and each old address has a page that leads on (moved.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from macros.publishing.headers import EMBED_POLICY, headers
from macros.reading.moved import MovedPage

HEADERS, REDIRECTS, APACHE, NGINX = "_headers", "_redirects", ".htaccess", "hosts/nginx.conf"

TYPES = {"vtt": "text/vtt", "wav": "audio/wav"}
"""Types by the endings of files that some servers do not know: nginx has no line for them in its own list."""
TEXTS = (
    "text/css text/javascript text/plain text/vtt application/javascript application/json application/xml"
    " application/xhtml+xml image/svg+xml"
)
"""Types of texts besides HTML: in UTF-8, and sent in fewer bytes."""
NOTE = "# Made by the build from the settings and the aliases: docs/publish/ says how to use it."


def host_files(site_url: str, policy: str, moved: Sequence[MovedPage]) -> dict[str, str]:
    """The text of each file for hosts, by its path in the site, which has the address ``site_url``."""
    base = urlsplit(site_url).path.rstrip("/") + "/"
    common = headers(policy)
    return {
        HEADERS: headers_file(base, common),
        REDIRECTS: redirects_file(base, moved),
        APACHE: htaccess(base, common, moved),
        NGINX: nginx_conf(base, common, moved),
    }


def headers_file(base: str, common: Mapping[str, str]) -> str:
    """Every page refuses to be framed, except the players that are made for it.

    Both rules match a player. Cloudflare Pages then sends both policies, and Netlify sends the second alone, so that
    one is whole. Where a policy says who may frame (``frame-ancestors``), browsers leave X-Frame-Options out of
    account (HTML Standard, X-Frame-Options).
    """
    of_players = {"Content-Security-Policy": f"{common['Content-Security-Policy']}; {EMBED_POLICY}"}
    rules = [(f"{base}*", common), (f"{base}webinars/:slug/embed/*", of_players)]
    return "".join(
        "\n".join([path, *(f"  {name}: {value}" for name, value in lines.items())]) + "\n" for path, lines in rules
    )


def redirects_file(base: str, moved: Sequence[MovedPage]) -> str:
    """Where old addresses lead. A page's own address only: other pages may stand below it."""
    lines = [f"{base}{old} {base}{new} 301" for one in moved for old, new in _single(one)]
    lines += [f"{base}{one.old}* {base}{one.new}:splat 301" for one in moved if _is_whole(one)]
    return "\n".join([NOTE, *lines]) + "\n"


def htaccess(base: str, common: Mapping[str, str], moved: Sequence[MovedPage]) -> str:
    """What Apache 2.4 reads in the folder of the site."""
    lines = [
        NOTE,
        "DirectoryIndex index.html",
        f"ErrorDocument 404 {base}404.html",
        "AddDefaultCharset utf-8",
        *(f"AddType {type_} .{ending}" for ending, type_ in TYPES.items()),
        "AddCharset utf-8 .vtt .json .js .css .svg .xml .txt",
        "<IfModule mod_deflate.c>",
        "  <IfModule mod_filter.c>",
        f"    AddOutputFilterByType DEFLATE text/html {TEXTS}",
        "  </IfModule>",
        "</IfModule>",
        "<IfModule mod_headers.c>",
        *(f'  Header always set {name} "{value}"' for name, value in common.items()),
        '  Header set Cache-Control "no-cache"',
        f'  <If "%{{REQUEST_URI}} =~ m#^{re.escape(base)}webinars/[^/]+/embed/#">',
        "    Header always unset X-Frame-Options",
        f'    Header always set Content-Security-Policy "{common["Content-Security-Policy"]}; {EMBED_POLICY}"',
        "  </If>",
        "</IfModule>",
    ]
    for one in moved:
        lines += [f'RedirectMatch 301 "^{re.escape(base + old)}$" "{base}{new}"' for old, new in _single(one)]
        if _is_whole(one):
            lines.append(f'RedirectMatch 301 "^{re.escape(base + one.old)}(.*)$" "{base}{one.new}$1"')
    return "\n".join(lines) + "\n"


def nginx_conf(base: str, common: Mapping[str, str], moved: Sequence[MovedPage]) -> str:
    """What nginx includes in the ``server`` of the site."""
    policy = common["Content-Security-Policy"]
    others = {name: value for name, value in common.items() if name not in ("Content-Security-Policy", _FRAMES)}
    lines = [
        NOTE,
        "index index.html;",
        f"error_page 404 {base}404.html;",
        # What leads on names no host: behind another server, nginx does not know how readers call this one.
        "absolute_redirect off;",
        "charset utf-8;",
        f"charset_types {TEXTS};",
        "gzip on;",
        f"gzip_types {TEXTS};",
        # Variables, and not headers of a location: that would lose all headers from out here.
        f'set $doing_with_policy "{policy}";',
        'set $doing_with_frames "DENY";',
        f'if ($uri ~ "^{re.escape(base)}webinars/[^/]+/embed/") {{',
        f'  set $doing_with_policy "{policy}; {EMBED_POLICY}";',
        '  set $doing_with_frames "";',
        "}",
        "add_header Content-Security-Policy $doing_with_policy always;",
        f"add_header {_FRAMES} $doing_with_frames always;",
        *(f'add_header {name} "{value}" always;' for name, value in others.items()),
        "add_header Cache-Control no-cache;",
        *(f"location ~ \\.{ending}$ {{ types {{ }} default_type {type_}; }}" for ending, type_ in TYPES.items()),
    ]
    for one in moved:
        lines += [f"location = {base}{old} {{ return 301 {base}{new}$is_args$args; }}" for old, new in _single(one)]
        if _is_whole(one):
            lines.append(
                f"location ^~ {base}{one.old} {{ rewrite ^{re.escape(base + one.old)}(.*)$ {base}{one.new}$1"
                " permanent; }"
            )
    return "\n".join(lines) + "\n"


_FRAMES = "X-Frame-Options"


def _is_whole(moved: MovedPage) -> bool:
    """Whether all that was below the old address is below the new one: a webinar that has another name."""
    return moved.was_webinar and moved.to_webinar


def _single(moved: MovedPage) -> list[tuple[str, str]]:
    """The old and new address of each page that leads on by itself.

    The player of a webinar that is gone is not among them: its page stands in a frame elsewhere, where no page may.
    """
    if _is_whole(moved):
        return []
    pages = [(moved.old, moved.new)]
    if moved.was_webinar:
        pages.append((f"{moved.old}transcript.html", moved.new))
    return pages
