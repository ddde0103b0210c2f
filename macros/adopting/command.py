"""`python -m macros adopt`: asks what the site is called and what stays of it, changes it, tells what is left to do."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from string import Template

from macros.adopting.applying import apply, tried
from macros.adopting.asking import KEEP, REMOVE, Ask, ask_naming, ask_removed
from macros.adopting.naming import Naming, NoSettingError, with_naming
from macros.adopting.own_words import with_names
from macros.adopting.removing import PARTS, PUBLISHED, SETTINGS, pages_to_remove, without_removed
from macros.checks.language import OWN_WORDS
from macros.checks.run import check_all
from macros.problems import ContentError
from macros.reading.catalogue import webinar_folders
from macros.reading.files import content_files
from macros.reading.interface import file_of
from macros.settings import Settings, read_settings

SUITE = "pyproject.toml"
OURS = " -m 'not ours'\""
"""What the options of the suite end with once the content is another one: it leaves out tests of ours."""

_OPTIONS = re.compile(r'^(addopts = "[^"\n]*)"$', re.MULTILINE)
_LIST_NOTES = """\
# Every address that was ever published, and every part of a page that has one: people link to them from other
# sites, slides and handouts. `make published` adds new ones. None is ever taken away: `make check` says if one is gone.
# The home page is written as /.
"""
_WRITTEN = {"guides": ("do/index.md",), "stories": ("stories/index.md",)}
"""Lists of pages that have nothing to list any more."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `adopt`; what is not given is asked for, or stays as it is where nobody is there to answer."""
    parser.add_argument("--name", help="the name of the site")
    parser.add_argument("--tagline", help="what the site is, in one line")
    parser.add_argument("--address", help="where it will be published, such as https://club.org.uk/")
    parser.add_argument("--owner", help="who publishes it and answers for it")
    parser.add_argument("--contact", help="an e-mail or web address for messages")
    parser.add_argument("--language", help="the language of buttons and headings, such as cy (en)")
    parser.add_argument(
        "--colours",
        nargs=4,
        metavar=("LIGHT", "ON_LIGHT", "DARK", "ON_DARK"),
        help="the colour of buttons and of words on them, on light and on dark pages, such as #0b4a39",
    )
    for part in PARTS:
        parser.add_argument(f"--{part}", choices=(KEEP, REMOVE), help=f"what happens with the {part} that are there")


def adopt(root: Path, options: argparse.Namespace, ask: Ask | None = None) -> int:
    """Makes the site the owner's; the exit code is 1 if nothing was changed.

    ``ask`` puts a question to the person; None where nobody is there to answer. Raises ContentError if the project
    would not be right afterwards: nothing was changed then.
    """
    if ask is None and sys.stdin is not None and sys.stdin.isatty():
        ask = input
    settings, problems = read_settings(root)
    if settings is None:
        raise ContentError(problems)
    try:
        naming = ask_naming(options, settings, ask)
        parts = [part for part in PARTS if ask_removed(part, getattr(options, part), ask)]
        change, folders = _change(root, naming, parts)
    except NoSettingError as error:
        print(error, file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nStopped; nothing was changed.", file=sys.stderr)
        return 1
    with tried(root, {name: text for name, text in change.items() if name != SUITE}, folders) as copy:
        problems = check_all(copy)[1]
    if problems:
        print("Nothing was changed, because the site would not be right:", file=sys.stderr)
        raise ContentError(problems)
    apply(root, change, folders)
    written = {"docs/index.md", *(f"docs/{page}" for part in parts for page in _WRITTEN.get(part, ()))}
    unlinked = [
        name for name, text in change.items() if text is not None and name[:5] == "docs/" and name not in written
    ]
    _tell(root, settings, naming, parts, sorted(unlinked))
    return 0


def _change(root: Path, naming: Naming, parts: Sequence[str]) -> tuple[dict[str, str | None], list[str]]:
    """The new texts of files, and the folders that go."""
    names = ["mkdocs.yml", *_files(root, "docs", ".md"), *_files(root, "data", ".yml")]
    texts = {name: (root / name).read_text(encoding="utf-8") for name in names}
    texts[SETTINGS] = with_naming(texts[SETTINGS], naming)
    pages = [name.removeprefix("docs/") for name in texts if name.startswith("docs/")]
    written = {page: _page(page, naming) for part in parts for page in _WRITTEN.get(part, ())}
    if parts:
        written["index.md"] = _page("index.md", naming)
    change = without_removed(texts, pages_to_remove(pages, parts), parts, written)
    change.setdefault(SETTINGS, texts[SETTINGS])
    spelling = root / OWN_WORDS
    change[OWN_WORDS] = with_names(spelling.read_text(encoding="utf-8"), [naming.name or "", naming.owner or ""])
    # Nothing of this site was published yet.
    change[PUBLISHED] = _LIST_NOTES
    if naming.language and not (root / file_of(naming.language)).is_file():
        change[file_of(naming.language)] = f"language: {naming.language}\n"
    suite = root / SUITE
    if suite.is_file() and OURS not in (text := suite.read_text(encoding="utf-8")):
        change[SUITE], found = _OPTIONS.subn(lambda line: line[1] + OURS, text)
        if found != 1:
            raise NoSettingError(f"{SUITE} has no line 'addopts = \"...\"', or several; add it first")
    folders = [f"webinars/{folder.name}" for folder in webinar_folders(root)] if "webinars" in parts else []
    return change, folders


def _files(root: Path, folder: str, ending: str) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in content_files(root / folder, ending))


def _page(page: str, naming: Naming) -> str:
    """A page that is written anew, from macros/adopting/pages/."""
    name = page.replace("/", "-")
    text = (files("macros.adopting") / "pages" / name).read_text(encoding="utf-8")
    title = naming.name or "Welcome"
    return Template(text).safe_substitute(name=title, yaml_name=json.dumps(title, ensure_ascii=False))


def _tell(root: Path, before: Settings, naming: Naming, parts: Sequence[str], unlinked: Sequence[str]) -> None:
    print("The site is yours now, and all of its content is right. What is left to do:")
    todo = ["Look at it: make serve (or python -m macros serve)"]
    if parts:
        todo.append(f"Write your own first page, docs/index.md{_also(parts)}. Start others: make new")
    if unlinked:
        todo.append(f"Read these pages, which linked to what is gone and now only name it: {', '.join(unlinked)}")
    if not naming.owner and not before.owner:
        todo.append("Say who answers for the site: make adopt ARGS='--owner NAME --contact ADDRESS'")
    if naming.language and naming.language != before.language:
        todo.append(f"Translate the words in {file_of(naming.language)}: make check counts those that are missing")
    if naming.name and (left := _with_words(root, before.site_name)):
        todo.append(f"Read what speaks of '{before.site_name}' in its text: {', '.join(left)}")
    todo += [
        "Read docs/about/ and docs/contribute/, which say how the site is made, and README.md, SECURITY.md, NOTICE"
        " and the licences, which name whose it was",
        "Publish it: docs/publish/index.md has a list for each kind of host",
        "Once it is published: make published keeps its addresses from getting lost",
    ]
    for number, line in enumerate(todo, start=1):
        print(f"  {number}. {line}.")


def _also(parts: Sequence[str]) -> str:
    pages = [f"docs/{page}" for part in parts for page in _WRITTEN.get(part, ())]
    return f", and {' and '.join(pages)}" if pages else ""


def _with_words(root: Path, words: str) -> list[str]:
    """The pages and data that have these words."""
    names = [*_files(root, "docs", ".md"), *_files(root, "data", ".yml")]
    return [name for name in names if words in (root / name).read_text(encoding="utf-8")]
