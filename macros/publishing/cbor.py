"""Reads and writes the part of CBOR (RFC 8949) in which Pagefind keeps filters: whole numbers, texts and lists."""

from __future__ import annotations

from collections.abc import Sequence

Value = int | str | Sequence["Value"]

_NUMBER, _TEXT, _LIST = 0, 3, 4
_SIZES = {24: 1, 25: 2, 26: 4, 27: 8}
"""How many bytes a number has that does not fit into the first one, by what that one says (RFC 8949, section 3)."""


def read_cbor(data: bytes) -> Value:
    """The value of these bytes. Raises ValueError if they are anything else than numbers, texts and lists."""
    value, end = _read(data, 0)
    if end != len(data):
        raise ValueError(f"{len(data) - end} bytes are left over")
    return value


def write_cbor(value: Value) -> bytes:
    """The value in as few bytes as it takes."""
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(value)) + b"".join(map(write_cbor, value))


def _read(data: bytes, at: int) -> tuple[Value, int]:
    kind, count = data[at] >> 5, data[at] & 31
    at += 1
    if count in _SIZES:
        size = _SIZES[count]
        count, at = int.from_bytes(data[at : at + size], "big"), at + size
    elif count > 23:
        raise ValueError(f"there is a length at byte {at} that is not known before its end")
    if kind == _NUMBER:
        return count, at
    if kind == _TEXT:
        return data[at : at + count].decode(), at + count
    if kind != _LIST:
        raise ValueError(f"there is a value of kind {kind} at byte {at}")
    items = []
    for _ in range(count):
        item, at = _read(data, at)
        items.append(item)
    return items, at


def _head(kind: int, count: int) -> bytes:
    if count < 24:
        return bytes([kind << 5 | count])
    code, size = next((code, size) for code, size in _SIZES.items() if count < 256**size)
    return bytes([kind << 5 | code]) + count.to_bytes(size, "big")
