"""Does two things at once: one of them, or a part, in a copy of this process, on another processor."""

from __future__ import annotations

import contextlib
import mmap
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

_Item = TypeVar("_Item")
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


def in_halves(work: Callable[[Sequence[_Item]], _Result], items: Sequence[_Item]) -> tuple[_Result, _Result]:
    """Does ``work`` with every other item beside the rest, and gives what comes of the two.

    For work that may be done only once with each item; for any other, ``each_beside`` shares it better.
    """
    with beside(partial(work, items[::2])) as others:
        rest = work(items[1::2])
        return others(), rest


@contextmanager
def each_beside(works: Sequence[Callable[[], _Result]]) -> Iterator[Callable[[], list[_Result]]]:
    """Begins to do ``works`` beside what stands in the ``with``, and gives the function that helps with the rest.

    It gives what each of them gives, in their order. The copy begins with the first of them and whoever asks with the
    last, until they meet. For the works, what ``beside`` says of its work holds.
    """
    # Both see what is written there. Should they begin the same work at once, it is done twice, and nothing is lost.
    with mmap.mmap(-1, max(len(works), 1)) as begun:

        def do(order: Sequence[int]) -> dict[int, _Result]:
            done = {}
            for index in order:
                if begun[index]:
                    break
                begun[index] = 1
                done[index] = works[index]()
            return done

        with beside(lambda: do(range(len(works)))) as by_copy:

            def finished() -> list[_Result]:
                """What each gives, once all are done."""
                done = do(range(len(works))[::-1])
                done |= by_copy()
                # What a copy had begun that came to nothing.
                return [done[index] if index in done else work() for index, work in enumerate(works)]

            yield finished


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
