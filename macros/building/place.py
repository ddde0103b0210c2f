"""Where sites are built and put: one build at a time, the old site whole until the new one is.

A site is swapped by two renames: the old one goes aside, the new one takes its place. A build that is cut off
between the two leaves no site; whoever comes next puts the old one back (``repaired``).
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from macros.building.engines import BuildError

# Not .cache, which Zensical takes for its own and empties before it builds.
CACHE = ".build-cache"

_FOLDER_MODE = 0o755
_FILE_MODE = 0o644
"""Web servers run as users of their own, who have to be able to read whatever the umask was."""


@contextlib.contextmanager
def only_one(root: Path, site: Path) -> Iterator[None]:
    """Holds the right to write ``site``. Raises BuildError, which says who holds it, if somebody else does."""
    name = hashlib.sha256(str(site.resolve()).encode()).hexdigest()[:16]
    locks = _made(root / CACHE / "locks")
    holder = locks / f"{name}.json"
    lock = FileLock(locks / f"{name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BuildError(f"{_shown(site, root)} is being written by {_holder(holder)}; wait until it is done") from None
    try:
        now = datetime.datetime.now().astimezone()
        holder.write_text(json.dumps({"process": os.getpid(), "since": f"{now:%H:%M:%S}"}), encoding="utf-8")
        yield
    finally:
        lock.release()


def _holder(note: Path) -> str:
    """Who wrote the note beside a lock."""
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
        return f"another command (process {told['process']}, since {told['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        # It has the lock, and has not written its name yet.
        return "another command, which has just started"


@contextlib.contextmanager
def build_folder(root: Path) -> Iterator[Path]:
    """A folder of its own for a build; inside the project, for Zensical.

    What killed builds have left behind goes first.
    """
    cache = _made(root / CACHE)
    for left in cache.glob("build-*.lock"):
        with contextlib.suppress(Timeout, OSError), FileLock(left, timeout=0):
            shutil.rmtree(left.with_suffix(""), ignore_errors=True)
            left.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="build-", dir=cache) as name:
        folder = Path(name)
        lock = FileLock(folder.with_name(f"{folder.name}.lock"))
        with lock:
            yield folder
        Path(lock.lock_file).unlink(missing_ok=True)


def put_in_place(fresh: Path, site: Path) -> None:
    """Puts a freshly built site, whole and readable for everybody, where the earlier one was.

    Raises OSError or BuildError; the earlier site is then where it was, or ``repaired`` puts it back.
    """
    make_readable(fresh)
    _made(site.parent)
    earlier, ready = aside(site), site.parent / f".{site.name}.new"
    _remove(ready)
    # On another disk this copies, and takes long: before the renames, which do not.
    try:
        shutil.move(fresh, ready)
    except OSError as error:
        shutil.rmtree(ready, ignore_errors=True)
        if not isinstance(error, shutil.Error):
            raise
        # It holds every file that could not be copied; the reason of the first is enough.
        reason = error.args[0][0][2]
        message = f"{site.name}/ could not be copied to its place ({reason}); make room. The earlier site is whole"
        raise BuildError(message) from None
    _remove(earlier)
    if site.exists():
        site.rename(earlier)
    ready.rename(site)
    _remove(earlier)


def put_files_in_place(files: Iterable[Path], fresh: Path, site: Path) -> None:
    """Puts some files of a freshly built site where the earlier ones were; all others of ``site`` stay."""
    make_readable(fresh)
    for file in files:
        if file.is_file():
            target = site / file.relative_to(fresh)
            _made(target.parent)
            file.replace(target)


def repaired(site: Path, say: Callable[[str], None]) -> None:
    """Puts the earlier site back if a build was cut off in the middle of a swap, and says so."""
    earlier = aside(site)
    if not earlier.is_dir():
        return
    if site.exists():
        _remove(earlier)
    else:
        earlier.rename(site)
        say(f"A build was cut off while it put its site in place: {site.name}/ is the one from before it.")


def aside(site: Path) -> Path:
    """Where the old site is for the moment between the two renames."""
    return site.parent / f".{site.name}.earlier"


def make_readable(folder: Path) -> None:
    """Lets everybody read a folder and all that is in it."""
    folder.chmod(_FOLDER_MODE)
    for above, folders, files in os.walk(folder):
        for name in folders:
            os.chmod(os.path.join(above, name), _FOLDER_MODE)  # noqa: PTH101, PTH118 (80,000 files: twice as fast)
        for name in files:
            os.chmod(os.path.join(above, name), _FILE_MODE)  # noqa: PTH101, PTH118


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _shown(site: Path, root: Path) -> str:
    return f"{(site.relative_to(root) if site.is_relative_to(root) else site).as_posix()}/"
