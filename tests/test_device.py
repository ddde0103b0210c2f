"""The page of what stays on a reader's device names all that scripts keep there, and addresses go to no other site."""

from __future__ import annotations

import re
from pathlib import Path

from macros.publishing.headers import headers, policy
from macros.rendering.device import KEPT

_KEPT_BY = re.compile(r"\b(?:remember|recall|startChoice)\(\s*(?:root,\s*)?([^,)]+)")
_OWN_NAMES = {"key": ("position:", "outside:"), "key(box": ("plan:",), "name": ()}
"""What scripts call by a name of their own, and which keys that name stands for."""
_STORES = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.|serviceWorker")


def scripts(root: Path) -> dict[str, str]:
    """Every script of the site by its path below docs/assets/js."""
    folder = root / "docs" / "assets" / "js"
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.js"))}


def test_everything_that_scripts_keep_is_on_the_page(root: Path) -> None:
    kept: set[str] = set()
    for name, script in scripts(root).items():
        if name == "storage.js":
            continue
        for argument in _KEPT_BY.findall(script):
            written = re.fullmatch(r'"([\w:-]+)"', argument)
            kept.update((written[1],) if written else _OWN_NAMES[argument.strip()])
        # Names that are put together stand as templates: `plan:${box.name}`.
        kept.update(re.findall(r"`([a-z-]+:)\$\{", script))
    assert kept == KEPT.keys()


def test_only_one_script_reads_and_writes_what_is_kept(root: Path) -> None:
    """scheme.js reads before the first paint, when no module can.

    course/cmi5.js is in packages for learning platforms alone, and what it keeps ends with the window.
    """
    using = {name for name, script in scripts(root).items() if _STORES.search(script)}
    assert using == {"storage.js", "scheme.js", "course/cmi5.js"}
    assert "localStorage" not in scripts(root)["course/cmi5.js"]
    assert "setItem" not in scripts(root)["scheme.js"]


def test_searched_words_are_in_no_referer(root: Path) -> None:
    """The words are in the address of the page of results."""
    meta = '<meta name="referrer" content="strict-origin">'
    for template in ("theme/base.html", "macros/templates/embed.html"):
        assert meta in (root / template).read_text(encoding="utf-8"), template
    assert headers(policy())["Referrer-Policy"] == "strict-origin"
