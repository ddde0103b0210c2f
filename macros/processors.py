"""Does two things at once: one of them in a copy of this process, on another processor."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

_Result = TypeVar("_Result")


@contextmanager
def beside(work: Callable[[], _Result]) -> Iterator[Callable[[], _Result]]:
    """Begins ``work`` beside what stands in the ``with``, and gives the function that waits for what it gives.

    A copy of this process does it, so that it may change nothing but files and the store (macros/store.py), and what it
    gives has to be fit for pickle. Where there can be no copy, or it came to nothing, the work is done here when it is
    asked for; so that is where it raises what it raises.
    """
    if not _can_copy():
        yield work
        return
    context = multiprocessing.get_context("fork")
    received, sent = context.Pipe(duplex=False)
    copy = context.Process(target=_do, args=(work, received, sent), daemon=True)
    with received:
        # What a copy that has ended did not send would be waited for without end if this one could still send it.
        with sent:
            try:
                copy.start()
            except OSError:
                # Too little memory for two.
                yield work
                return
        try:
            yield lambda: _received(received, copy, work)
        finally:
            copy.kill()
            copy.join()


def _received(received: Connection, copy: BaseProcess, work: Callable[[], _Result]) -> _Result:
    """What the copy gives once it has ended; where it came to nothing, what ``work`` gives."""
    try:
        found: _Result = received.recv()
    except (EOFError, OSError):
        return work()
    copy.join()
    return found


def _can_copy() -> bool:
    # Parts of macOS do not outlive being copied, and Windows cannot copy. A copy has one thread: what another one holds
    # here would be held there for ever.
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def _do(work: Callable[[], _Result], received: Connection, sent: Connection) -> None:
    received.close()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Whoever began this does it again, and meets the same fault where it can be told of.
    with contextlib.suppress(Exception, KeyboardInterrupt):
        sent.send(work())


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)
