"""A process that stays, so that no build waits until the code has been read, and that can be ended in the middle."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

from macros.serving import warm

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class EndedError(Exception):
    """The process has ended in the middle of its work."""


class Worker:
    """Does one thing at a time in a process of its own (see warm.py), from ``with`` on."""

    def __enter__(self) -> Worker:
        self._start()
        return self

    def __exit__(self, *reason: object) -> None:
        self._end()

    async def run(self, function: Callable[_Given, _Result], *args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        """What a function of a module gives; all of it has to be fit for pickle. Raises EndedError."""
        pipe = self._pipe
        try:
            pipe.send((function, args, kwargs))
            found: _Result = await asyncio.to_thread(pipe.recv)
        except (EOFError, OSError):
            if pipe is self._pipe:
                self.start_anew()
            raise EndedError from None
        return found

    def start_anew(self) -> None:
        """Ends what it does; another process, which reads the code as it is now, does what comes next."""
        self._end()
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_work, args=(other,), daemon=False)
        self._process.start()
        # It has to be closed here: what is sent by a process that has ended would be waited for without end.
        other.close()

    def _end(self) -> None:
        self._process.terminate()
        self._process.join()


def _work(pipe: Connection) -> None:
    warm.start()
    while True:
        function, args, kwargs = pipe.recv()
        pipe.send(function(*args, **kwargs))
