"""The commands: check, build, serve, publish. The Makefile is a thin cover over them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.building import ENGINES, BuildError, build
from macros.checks.run import check_all, checked_catalogue
from macros.problems import ContentError, Problem
from macros.publishing.publish import publish


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; its exit code is 1 if the content has problems or a build failed."""
    options = _parser().parse_args(arguments)
    root = Path(options.root).resolve()
    try:
        return int(options.run(root, options))
    except ContentError as error:
        return report(error.problems)
    except BuildError as error:
        say(str(error))
        return 1


def say(message: str) -> None:
    """A line on the terminal, apart from what a command gives back."""
    print(message, file=sys.stderr, flush=True)


def report(problems: Sequence[Problem]) -> int:
    """Prints every problem and how many there are; the exit code that goes with it."""
    for problem in problems:
        print(problem)
    if problems:
        count = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
        print(f"{count}. What each check means and how to fix it: docs/contribute/checks.md")
        return 1
    return 0


def _check(root: Path, options: argparse.Namespace) -> int:
    catalogue, problems = check_all(root, say)
    if catalogue and not problems:
        print(f"All content is right: {len(catalogue.webinars)} webinars.")
    return report(problems)


def _build(root: Path, options: argparse.Namespace) -> int:
    site = Path(options.site).resolve() if options.site else root / "site"
    build(root, site, options.engine, say)
    print(f"Built with {options.engine}: {site.relative_to(root) if site.is_relative_to(root) else site}/")
    return 0


def _publish(root: Path, options: argparse.Namespace) -> int:
    publish(root, Path(options.site), checked_catalogue(root, say), say)
    return 0


def _serve(root: Path, options: argparse.Namespace) -> int:
    from macros.serving.server import serve

    serve(root, options.host, options.port, options.engine, say)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    parser.add_argument("--root", default=".", help="the project's folder (the current one)")
    commands = parser.add_subparsers(required=True, metavar="command")

    check = commands.add_parser("check", help="say everything that is wrong with the content")
    check.set_defaults(run=_check)

    build_ = commands.add_parser("build", help="check, then build the site into site/")
    build_.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    build_.add_argument("--site", help="where to put the built site (site/)")
    build_.set_defaults(run=_build)

    publish_ = commands.add_parser("publish", help="write what belongs to a built site besides its pages")
    publish_.add_argument("site", help="the folder of the built site")
    publish_.set_defaults(run=_publish)

    serve_ = commands.add_parser("serve", help="serve the site, and build it anew on every change")
    serve_.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    serve_.add_argument("--host", default="127.0.0.1")
    serve_.add_argument("--port", type=int, default=8000)
    serve_.set_defaults(run=_serve)
    return parser
