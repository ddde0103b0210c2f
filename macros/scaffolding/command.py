"""`python -m macros new`: asks for what the options do not say, writes the files, tells what comes next."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from macros.kinds import PageKind, Start, starts
from macros.problems import did_you_mean
from macros.reading.vocabulary import vocabulary_of
from macros.scaffolding.create import ScaffoldingError, create
from macros.scaffolding.drafts import Draft
from macros.scaffolding.names import slug_of
from macros.scaffolding.navigation import sections

Ask = Callable[[str], str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `new`; what is not given is asked for."""
    parser.add_argument("--kind", metavar="KIND", help=f"one of: {', '.join(starts())}")
    parser.add_argument("--title", help="the title, in sentence case")
    parser.add_argument("--slug", help="the name of the files and the address (made from the title)")
    parser.add_argument("--section", help="for a guide: its folder in docs/, such as do")


def new(root: Path, options: argparse.Namespace, ask: Ask | None = None) -> int:
    """Starts a page or a webinar; the exit code is 1 if nothing could be written.

    ``ask`` puts a question to the person; None where nobody is there to answer.
    Raises ContentError if the vocabulary has problems.
    """
    if ask is None and sys.stdin is not None and sys.stdin.isatty():
        ask = input
    try:
        draft = _draft(root, options, ask)
        written = create(root, draft, vocabulary_of(root))
    except ScaffoldingError as error:
        print(error, file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nStopped; nothing was written.", file=sys.stderr)
        return 1
    print("Written:")
    for path in written:
        print(f"  {path}")
    print("Next: open these files and replace the example text with your own.")
    print(draft.start.next.format(section=draft.section))
    print("Then see what is still to do: make check (or python -m macros check)")
    return 0


def _draft(root: Path, options: argparse.Namespace, ask: Ask | None) -> Draft:
    kind, start = _kind(options.kind, ask)
    own = kind.folders[0] if len(kind.folders) == 1 else ""
    if own and options.section:
        raise ScaffoldingError(f"--section is for guides; this goes into docs/{own}/")
    title = (options.title or _answer(ask, "Title: ", "--title")).strip()
    section = own or options.section or _section(root, kind, ask)
    slug = options.slug or slug_of(title)
    return Draft(start, title, slug, section.strip("/"), datetime.date.today())


def _kind(id_: str | None, ask: Ask | None) -> tuple[PageKind, Start]:
    known = starts()
    choices = [(start.id, start.name) for _, start in known.values()]
    chosen = id_ or _choice(ask, "What do you want to start?", choices, "--kind")
    if chosen not in known:
        hint = did_you_mean(chosen, known) or f"; choose from {', '.join(known)}"
        raise ScaffoldingError(f"there is no kind '{chosen}'{hint}")
    return known[chosen]


def _section(root: Path, kind: PageKind, ask: Ask | None) -> str:
    with (root / "mkdocs.yml").open(encoding="utf-8") as file:
        known = [(section, f"docs/{section}/") for section in sections(file.read()) if section in kind.folders]
    return _choice(ask, f"Where does {kind.name} belong?", known, "--section")


def _choice(ask: Ask | None, question: str, choices: Sequence[tuple[str, str]], option: str) -> str:
    """The id of the choice that the person names by its number or id."""
    if ask is None:
        raise ScaffoldingError(f"say which with {option}: {', '.join(id_ for id_, _ in choices)}")
    print(question)
    for number, (id_, name) in enumerate(choices, start=1):
        print(f"  {number}. {name} ({id_})")
    answer = ask(f"Type a number from 1 to {len(choices)}: ").strip()
    if answer.isdecimal() and 1 <= int(answer) <= len(choices):
        return choices[int(answer) - 1][0]
    if answer in dict(choices):
        return answer
    raise ScaffoldingError(f"'{answer}' is none of the choices; nothing was written")


def _answer(ask: Ask | None, question: str, option: str) -> str:
    if ask is None:
        raise ScaffoldingError(f"say it with {option}")
    return ask(question)
