"""One sum for the whole site: who builds the same content anew can tell that they have the same site."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from macros.processors import in_halves

FILE = "site-hash.txt"


def write_site_hash(site: Path) -> None:
    """Writes the sum into the built site."""
    (site / FILE).write_text(f"{site_hash(site)}\n", encoding="utf-8", newline="\n")


def site_hash(site: Path) -> str:
    """The SHA-256 of all files of a built site and their paths.

    It is that of a list with a line for each file, as `sha256sum` writes it, in the order of their paths:
    `find . -type f ! -name site-hash.txt | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum`.
    """
    files = [f"./{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file()]
    one, other = in_halves(partial(_sums, site), files)
    sums = one | other
    total = hashlib.sha256()
    for name in sorted(sums.keys() - {f"./{FILE}"}):
        total.update(f"{sums[name]}  {name}\n".encode())
    return total.hexdigest()


def _sums(site: Path, names: Iterable[str]) -> dict[str, str]:
    return {name: _sum(site / name) for name in names}


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
