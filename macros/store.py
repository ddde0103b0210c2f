"""What was made once and need not be made again: one file, `.build-cache/made.sqlite`.

Each owner (such as "files of the-ladder") has one entry, under a key of all that shapes it: another key, another
value. What is read back is compared with its own hash, so that a damaged entry is made again and never believed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import sys
import weakref
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

FILE = Path(".build-cache") / "made.sqlite"
_stores: weakref.WeakSet[Store] = weakref.WeakSet()
_TABLE = "CREATE TABLE IF NOT EXISTS made (owner TEXT PRIMARY KEY, key TEXT, hash TEXT, value BLOB) WITHOUT ROWID"


class Store:
    """Texts and files under an owner and a key. Several processes may use the same database at once."""

    def __init__(self, root: Path) -> None:
        self._file = root / FILE
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._connection: sqlite3.Connection | None = None
        _stores.add(self)
        try:
            self._connection = self._connected()
        except sqlite3.DatabaseError:
            # Not a database any more: everything in it can be made again.
            self._file.unlink(missing_ok=True)
            self._connection = self._connected()

    def close(self) -> None:
        """Lets go of the file until it is asked for again."""
        if self._connection:
            self._connection.close()
            self._connection = None

    @property
    def _database(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._connected()
        return self._connection

    def _connected(self) -> sqlite3.Connection:
        # Autocommit, and no waiting for the disk: after a crash of the machine all is made again.
        database = sqlite3.connect(self._file, timeout=60, isolation_level=None, check_same_thread=False)
        # With the last who uses this store: from Python 3.13 on, one that nobody closes is warned of.
        weakref.finalize(self, database.close)
        database.execute("PRAGMA synchronous=OFF")
        database.execute("PRAGMA journal_mode=WAL")
        database.execute(_TABLE)
        return database

    def get(self, owner: str, key: str) -> str | None:
        """The text that this owner has under this key, if it is whole."""
        with contextlib.suppress(zlib.error, UnicodeDecodeError):
            if (packed := self.get_file(owner, key)) is not None:
                return zlib.decompress(packed).decode()
        return None

    def get_file(self, owner: str, key: str) -> bytes | None:
        """What ``put_file`` kept for this owner under this key, if it is whole."""
        with contextlib.suppress(sqlite3.DatabaseError):
            query = "SELECT hash, value FROM made WHERE owner = ? AND key = ?"
            if found := self._database.execute(query, (owner, key)).fetchone():
                value: bytes = found[1]
                return value if _hash(value) == found[0] else None
        return None

    def has(self, owner: str, key: str) -> bool:
        """Whether the owner has something under this key; only ``get`` finds out if it is whole."""
        with contextlib.suppress(sqlite3.DatabaseError):
            query = "SELECT 1 FROM made WHERE owner = ? AND key = ?"
            return self._database.execute(query, (owner, key)).fetchone() is not None
        return False

    def put(self, owner: str, key: str, text: str) -> None:
        """Keeps a text, in the place of what the owner had before."""
        self.put_file(owner, key, zlib.compress(text.encode(), 1))

    def put_file(self, owner: str, key: str, file: bytes) -> None:
        """Keeps the bytes of a file as they are, in the place of what the owner had before: for what is packed."""
        try:
            self._database.execute("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", (owner, key, _hash(file), file))
        except sqlite3.DatabaseError:
            # What cannot be kept is made again the next time.
            return

    def forget_all_but(self, owners: Iterable[str], kind: str) -> None:
        """Removes what belongs to owners of a kind (how their names start) that are not there any more."""
        with contextlib.suppress(sqlite3.DatabaseError):
            kept = set(owners)
            known = [owner for (owner,) in self._database.execute("SELECT owner FROM made")]
            gone = [(owner,) for owner in known if owner.startswith(kind) and owner not in kept]
            self._database.executemany("DELETE FROM made WHERE owner = ?", gone)


def _close_all() -> None:
    for store in _stores:
        store.close()


if sys.platform != "win32":
    # SQLite's connections are not for two processes, and neither is what it knows of them (its "How To Corrupt").
    os.register_at_fork(before=_close_all)


def key_of(*parts: object) -> str:
    """A key of all that shapes something: the code of this project, and these parts."""
    return hashlib.sha256(json.dumps([_code(), *map(str, parts)]).encode()).hexdigest()


@cache
def _code() -> str:
    """A hash of the code, its templates and word lists, and of the packages' versions: others make other things."""
    folder, packages = Path(__file__).parent, Path(yaml.__file__).parent.parent
    versions = sorted(path.name for path in packages.iterdir() if path.suffix == ".dist-info")
    digest = hashlib.sha256(repr((sys.version, versions)).encode())
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _hash(value: bytes) -> str:
    return hashlib.sha256(value).hexdigest()
