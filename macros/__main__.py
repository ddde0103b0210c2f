"""`python -m macros ...`: lets the command line do its work."""

import io
import sys

from macros.checks.unchanged import said_before
from macros.garbage import collect_seldom


def run() -> int:
    """Runs the command that was typed; its exit code."""
    # Windows writes to pipes in an old encoding, which has no place for many names.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    said = said_before(sys.argv[1:])
    if said is not None:
        print("\n".join(said))
        return 0
    collect_seldom()
    # It takes most of a second to import.
    from macros.cli import main

    return main()


if __name__ == "__main__":
    raise SystemExit(run())
