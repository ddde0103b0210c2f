"""`python -m macros ...`: lets the command line do its work."""

from macros.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
