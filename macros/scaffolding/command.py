"""`python -m macros new`: asks for what the options do not say, writes the files, tells what comes next."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from macros.problems import did_you_mean
from macros.reading.vocabulary import vocabulary_of
from macros.scaffolding.create import ScaffoldingError, create
from macros.scaffolding.drafts import Draft
from macros.scaffolding.kinds import KINDS, Kind
from macros.scaffolding.names import slug_of
from macros.scaffolding.navigation import sections

Ask = Callable[[str], str]

_NEXT = {
    "guide": "Add the guide to the list in docs/{section}/index.md when it is ready.",
    "story": "Add the story to the table in docs/stories/index.md when it is ready.",
    "paper": "Add the paper to the table in docs/tools/templates/index.md when it is ready.",
    "narrated-webinar": "Remove 'length_exception' from webinar.yml when the script is complete.",
    "recorded-webinar": "Put your recording in place of placeholder.wav, and give its length in 'duration'.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `new`; what is not given is asked for."""
    parser.add_argument("--kind", metavar="KIND", help=f"one of: {', '.join(KINDS)}")
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
    print(_NEXT[draft.kind.id].format(section=draft.section))
    print("Then see what is still to do: python -m macros check")
    return 0


def _draft(root: Path, options: argparse.Namespace, ask: Ask | None) -> Draft:
    kind = _kind(options.kind, ask)
    if kind.section and options.section:
        raise ScaffoldingError(f"--section is for guides; this goes into docs/{kind.section}/")
    title = (options.title or _answer(ask, "Title: ", "--title")).strip()
    section = kind.section or options.section or _section(root, ask)
    slug = options.slug or slug_of(title)
    return Draft(kind, title, slug, section.strip("/"), datetime.date.today())


def _kind(id_: str | None, ask: Ask | None) -> Kind:
    chosen = id_ or _choice(ask, "What do you want to start?", [(k.id, k.name) for k in KINDS.values()], "--kind")
    if chosen not in KINDS:
        hint = did_you_mean(chosen, KINDS) or f"; choose from {', '.join(KINDS)}"
        raise ScaffoldingError(f"there is no kind '{chosen}'{hint}")
    return KINDS[chosen]


def _section(root: Path, ask: Ask | None) -> str:
    with (root / "mkdocs.yml").open(encoding="utf-8") as file:
        # Stories, papers and webinars are kinds of their own.
        own = {kind.section for kind in KINDS.values()}
        known = [(section, f"docs/{section}/") for section in sections(file.read()) if section not in own]
    return _choice(ask, "Where does the guide belong?", known, "--section")


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
