"""`python -m macros ...`: lets the command line do its work."""

import io
import sys

from macros.cli import main

if __name__ == "__main__":
    # Windows writes to pipes in an old encoding, which has no place for many names.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    raise SystemExit(main())
