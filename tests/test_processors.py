"""Two things at once: what is done in a copy of a process is the same as if it were done in the process itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

needs_copies = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2,
    reason="only Linux copies processes, and only on two processors",
)


def program(text: str) -> list[str]:
    """A command that runs these lines: here, other tests leave threads, and with threads nothing is copied."""
    start = "import os, signal, sys, threading, time\nfrom pathlib import Path\nfrom macros.processors import beside\n"
    return [sys.executable, "-c", start + textwrap.dedent(text)]


def said_by(text: str) -> list[str]:
    """The words that such a program prints; it ends within a minute."""
    done = subprocess.run(program(text), cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout.split()


@needs_copies
def test_both_are_done_at_once_each_in_a_process_of_its_own() -> None:
    assert said_by(
        """
        read, write = os.pipe()
        def work():
            # Given only once what stands in the with has been done.
            return os.read(read, 4).decode(), os.getpid()
        with beside(work) as result:
            os.write(write, b"done")
            words, process = result()
        print(words, process != os.getpid())
        """
    ) == ["done", "True"]


@needs_copies
def test_a_copy_that_is_ended_leaves_its_work_to_whoever_asks_for_it() -> None:
    assert said_by(
        """
        own = os.getpid()
        def work():
            if os.getpid() != own:
                os.kill(os.getpid(), signal.SIGKILL)
            return "here"
        with beside(work) as result:
            print(result())
        """
    ) == ["here"]


def test_what_is_raised_is_raised_where_it_is_asked_for() -> None:
    assert said_by(
        """
        def work():
            raise ValueError("wrong")
        with beside(work) as result:
            print("begun")
            try:
                result()
            except ValueError as error:
                print(error)
        """
    ) == ["begun", "wrong"]


def test_what_cannot_be_sent_is_made_here() -> None:
    assert said_by(
        """
        with beside(lambda: (lambda: "made")) as result:
            print(result()())
        """
    ) == ["made"]


def test_with_another_thread_nothing_is_copied() -> None:
    """It may hold what the copy needs, and nobody in there would ever let it go."""
    assert said_by(
        """
        stop = threading.Event()
        thread = threading.Thread(target=stop.wait)
        thread.start()
        with beside(os.getpid) as result:
            print(result() == os.getpid())
        stop.set()
        """
    ) == ["True"]


EACH = """
from macros.processors import each_beside
def works(count, seconds=0.0):
    def work(index):
        time.sleep(seconds)
        return index, os.getpid()
    return [lambda index=index: work(index) for index in range(count)]
"""


@needs_copies
def test_two_share_many_works_and_what_they_give_comes_in_order() -> None:
    said = said_by(
        EACH
        + textwrap.dedent(
            """
            with each_beside(works(40, 0.02)) as finished:
                found = finished()
            print([index for index, _ in found] == list(range(40)), len({by for _, by in found}))
            print(found[0][1] != os.getpid(), found[-1][1] == os.getpid())
            """
        )
    )
    assert said == ["True", "2", "True", "True"]


@needs_copies
def test_each_half_is_done_once_and_in_a_process_of_its_own() -> None:
    said = said_by(
        """
        from macros.processors import in_halves
        def work(items):
            return os.getpid(), items
        (copy, first), (own, second) = in_halves(work, list(range(5)))
        print(copy != own == os.getpid(), *first, *second)
        """
    )
    assert said == ["True", "0", "2", "4", "1", "3"]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_works_are_all_done(count: int) -> None:
    program = f"{EACH}\nwith each_beside(works({count})) as finished: print(*[index for index, _ in finished()])\n"
    assert said_by(program) == [str(index) for index in range(count)]


def test_with_another_thread_all_works_are_done_here() -> None:
    said = said_by(
        EACH
        + textwrap.dedent(
            """
            stop = threading.Event()
            threading.Thread(target=stop.wait).start()
            with each_beside(works(5)) as finished:
                print(finished() == [(index, os.getpid()) for index in range(5)])
            stop.set()
            """
        )
    )
    assert said == ["True"]


@needs_copies
def test_works_that_a_copy_had_begun_when_it_was_ended_are_done_here() -> None:
    said = said_by(
        EACH
        + textwrap.dedent(
            """
            own, read_end, write_end = os.getpid(), *os.pipe()
            def ended(index):
                if os.getpid() != own:
                    os.write(write_end, b"x")
                    os.kill(os.getpid(), signal.SIGKILL)
                return index
            with each_beside([lambda: 0, lambda: ended(1), lambda: 2]) as finished:
                os.read(read_end, 1)
                print(*finished())
            """
        )
    )
    assert said == ["0", "1", "2"]


@needs_copies
def test_what_one_of_many_works_raises_is_raised_where_they_are_asked_for() -> None:
    said = said_by(
        EACH
        + textwrap.dedent(
            """
            def wrong():
                raise ValueError("wrong")
            with each_beside([wrong, *works(3, 0.1)]) as finished:
                time.sleep(0.5)
                try:
                    finished()
                except ValueError as error:
                    print(error)
            """
        )
    )
    assert said == ["wrong"]


@needs_copies
def test_where_memory_is_short_nothing_is_copied() -> None:
    assert said_by(
        """
        def no_memory():
            raise OSError(12, "Cannot allocate memory")
        os.fork = no_memory
        with beside(os.getpid) as result:
            print(result() == os.getpid())
        """
    ) == ["True"]


@needs_copies
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=["killed", "ended", "Ctrl+C"])
def test_a_copy_ends_with_whoever_began_it(end: signal.Signals) -> None:
    """Else it would write into the folder of a build that the next one has begun."""
    command = program(
        """
        # Shells have what they start in the background ignore Ctrl+C, and so would this.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        def work():
            print(os.getpid(), flush=True)
            time.sleep(60)
        with beside(work) as result:
            result()
        """
    )
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as begun:
        copy = int(begun.stdout.readline()) if begun.stdout else 0
        begun.send_signal(end)
        begun.wait(timeout=30)
        until = time.monotonic() + 30
        while Path("/proc", str(copy)).exists() and time.monotonic() < until:
            time.sleep(0.05)
        assert not Path("/proc", str(copy)).exists()


@needs_copies
def test_both_may_use_one_store(tmp_path: Path) -> None:
    """SQLite's connections are not for two processes: a copy has one of its own."""
    assert said_by(
        f"""
        from macros.store import Store
        store = Store(Path({str(tmp_path)!r}))
        store.put("before", "key", "kept")
        def fill(who):
            for i in range(300):
                store.put(f"{{who}} {{i}}", "key", who)
            return store.get("before", "key")
        with beside(lambda: fill("copy")) as result:
            fill("here")
            print(result())
        print(sum(store.get(f"{{who}} {{i}}", "key") == who for who in ("copy", "here") for i in range(300)))
        """
    ) == ["kept", "600"]
