"""Puts the filters of Pagefind's index in order, so that the same pages give the same files.

Pagefind writes the values of a filter in an order of chance, and names the file by a sum of it. That name stands in a
list of the whole index (``.pf_meta``), whose own name stands in ``pagefind-entry.json``. So all three are written anew.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from macros.publishing.cbor import Value, read_cbor, write_cbor

SIGNATURE = b"pagefind_dcd"
_FILTERS = 3
"""Where the list of the whole index has the filters: (name, file) of each."""


def put_in_order(index: Path) -> None:
    """Writes the filters of the index in this folder anew. Raises ValueError if it is of another form than expected."""
    entry_file = index / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        name = language["hash"]
        code = name.split("_")[0]
        listed = index / f"pagefind.{name}.pf_meta"
        parts = list(_list(_read(listed)))
        parts[_FILTERS] = sorted(_in_order(index, code, filter_) for filter_ in _list(parts[_FILTERS]))
        listed.unlink()
        language["hash"] = _write(index, "pagefind.{name}.pf_meta", code, parts, 10)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n")


def _in_order(index: Path, code: str, filter_: Value) -> tuple[str, str]:
    """Writes a filter anew, its values in order; its name, and that of its new file."""
    name, file_name = map(str, _list(filter_))
    file = index / "filter" / f"{file_name}.pf_filter"
    own_name, values = _list(_read(file))
    in_order = sorted(_list(values), key=lambda value: str(_list(value)[0]))
    file.unlink()
    return name, _write(index, "filter/{name}.pf_filter", code, [own_name, in_order], 7)


def _read(file: Path) -> Value:
    content = gzip.decompress(file.read_bytes())
    value = read_cbor(content.removeprefix(SIGNATURE))
    if SIGNATURE + write_cbor(value) != content:
        raise ValueError(f"{file.name} would be another one when it is written again: Pagefind's format has changed")
    return value


def _write(index: Path, pattern: str, code: str, value: Value, digits: int) -> str:
    """Writes a file that is named by the sum of its content; that name."""
    content = SIGNATURE + write_cbor(value)
    name = f"{code}_{hashlib.sha256(content).hexdigest()[:digits]}"
    (index / pattern.format(name=name)).write_bytes(gzip.compress(content, mtime=0))
    return name


def _list(value: Value) -> Sequence[Value]:
    if isinstance(value, int | str):
        raise ValueError(f"there is '{value}' in the index in the place of a list: Pagefind's format has changed")
    return value
