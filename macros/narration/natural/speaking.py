"""Speaks the paragraphs that have no part yet, in two processes."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field

from macros.narration.natural.missing import Missing
from macros.narration.natural.model import ModelError
from macros.narration.natural.paragraph import the_speaker
from macros.narration.natural.parts import Part, PartStore, PartWords
from macros.problems import ContentError, Problem

PROCESSES = 2
"""Each loads the model (0.7 GB) and uses one thread: that is faster than one process with two."""


@dataclass
class Progress:
    """How far it is, and how long the rest will take at the speed so far.

    Loading the model is left out of the speed: the clock starts with the first part that is done, whose words and
    those of its neighbours in other processes are not counted.
    """

    total: int
    done: int = 0
    words: int = 0
    left: int = 0
    _started: float = 0.0
    _counted: int = 0
    clock: Callable[[], float] = field(default=time.monotonic)

    def add(self, words: int) -> None:
        """Notes a part that has been spoken."""
        self.done += 1
        self.left -= words
        if self.done == PROCESSES:
            self._started = self.clock()
        elif self.done > PROCESSES:
            self._counted += words

    def __str__(self) -> str:
        return f"{self.done} of {self.total} paragraphs spoken{self._remaining()}"

    def _remaining(self) -> str:
        if not self._counted or not self.left:
            return ""
        seconds = (self.clock() - self._started) / self._counted * self.left
        return f", about {_for_people(seconds)} left"


def speak_missing(missing: Sequence[Missing], spoken: PartStore, progress: Callable[[str], None]) -> None:
    """Speaks them all. Each is kept as soon as it is spoken, so that whoever stops this loses two paragraphs at most.

    ``spoken`` keeps a copy of each. Raises ContentError if a sentence is too long for the model.
    """
    state = Progress(len(missing), left=sum(part.count for part in missing))
    with ProcessPoolExecutor(
        min(PROCESSES, len(missing)), multiprocessing.get_context("spawn"), initializer=_start
    ) as pool:
        waiting = iter(missing)
        running: dict[Future[Part], Missing] = {}
        try:
            while True:
                # No more are handed over than are being spoken: what is stopped has no queue to work off.
                while len(running) < PROCESSES and (part := next(waiting, None)):
                    running[pool.submit(_speak, part.words)] = part
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    part = running.pop(future)
                    _keep(part, future, spoken)
                    state.add(part.count)
                    progress(f"{part.slug}: {state}")
        except BaseException:
            # Whatever is being spoken now would hold everything up for half a minute.
            for process in multiprocessing.active_children():
                process.terminate()
            raise


def _keep(part: Missing, future: Future[Part], spoken: PartStore) -> None:
    try:
        made = future.result()
    except ModelError as error:
        start = " ".join(part.words.sentences[0].split()[:6])
        message = f"in the paragraph that starts '{start}', {error}"
        raise ContentError([Problem(f"webinars/{part.slug}/script.md", 0, message, "script")]) from None
    part.store.put(part.words, made)
    spoken.put(part.words, made)


def _start() -> None:
    """Makes a process ready to speak. Ctrl+C is for the process that asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    the_speaker()


def _speak(words: PartWords) -> Part:
    return the_speaker().speak(words)


def _for_people(seconds: float) -> str:
    if seconds < 90:
        return f"{max(round(seconds / 10) * 10, 10)} seconds"
    if seconds < 90 * 60:
        return f"{round(seconds / 60)} minutes"
    return f"{seconds / 3600:.1f} hours"
