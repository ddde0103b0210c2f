"""Checks the content, builds and serves the site, and starts or brings in what people write.

Each command explains its options: python -m macros COMMAND --help
"""

from __future__ import annotations

import argparse
import datetime
import errno
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.adopting.command import add_arguments as adopt_arguments
from macros.adopting.command import adopt
from macros.annotations import annotation, on_github
from macros.building.build import build
from macros.building.engines import ENGINES, BuildError
from macros.building.place import repaired
from macros.captions.report import captions_table
from macros.checked import renewed_content, with_audio
from macros.checks.dates import dates_to_come
from macros.checks.help import SOME_ARE_OLD, old_places, old_places_issue
from macros.checks.published import FILE as PUBLISHED
from macros.checks.published import add_published, all_published
from macros.checks.run import check_all
from macros.checks.unchanged import keep_said, state_of_check
from macros.fixing.command import add_arguments as fix_arguments
from macros.fixing.command import fix
from macros.licences import write_licences
from macros.narration.natural.voices import VOICES
from macros.narration.voice import Voice, VoiceError, voice_problem
from macros.offline.bundle import BundleError
from macros.offline.write import write_offline
from macros.packages.lesson_files import SiteNotBuiltError
from macros.packages.write import write_packages
from macros.problems import ContentError, Problem
from macros.publishing.publish import publish, without_public_address
from macros.publishing.rhythm_report import rhythm_table
from macros.publishing.search_index import IndexNotWholeError
from macros.reading.help import read_help
from macros.reading.interface import untranslated
from macros.scaffolding.command import add_arguments as new_arguments
from macros.scaffolding.command import new
from macros.schemas import write_schemas
from macros.settings import read_settings
from macros.store import Store

STOPPED = 130
"""The exit code of a command that was stopped with Ctrl+C: 128 and the number of the signal, as shells have it."""

_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; its exit code is 1 if the content has problems or a build failed."""
    options = _parser().parse_args(arguments)
    root = Path(options.root).resolve()
    try:
        repaired(root / "site", say)
        return int(options.run(root, options))
    except ContentError as error:
        return report(error.problems, github_site(root, options))
    except (BuildError, IndexNotWholeError) as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped. Nothing that was there before has changed.")
        return STOPPED
    except MemoryError:
        say("This computer has too little memory left for it; close other programs and try again.")
        return 1
    except OSError as error:
        if error.errno not in _DISK:
            raise
        say(f"The disk cannot be written ({error.strerror}); make room on it and try again. The earlier site is whole.")
        return 1


def say(message: str) -> None:
    """A line on the terminal, apart from what a command gives back."""
    print(message, file=sys.stderr, flush=True)


def github_site(root: Path, options: argparse.Namespace) -> str | None:
    """The site's address if GitHub's notes are wanted (in its workflows, or by --github), else None."""
    if not (on_github() or getattr(options, "github", False)):
        return None
    settings, _ = read_settings(root)
    # Where mkdocs.yml itself is wrong, nobody knows the address.
    return settings.site_url if settings else "/"


def report(problems: Sequence[Problem], github_site: str | None = None) -> int:
    """Prints every problem and how many there are; the exit code that goes with it.

    With ``github_site``, the site's address, also as notes that GitHub shows on file and line.
    """
    for problem in problems:
        print(problem)
    if github_site is not None:
        for problem in problems:
            print(annotation(problem, github_site))
    if problems:
        count = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
        print(f"{count}. What each check means and how to fix it: docs/contribute/checks.md")
        return 1
    return 0


def warn(warnings: Sequence[Problem], github_site: str | None = None) -> None:
    """Prints what somebody should look at soon; it stops nothing. As ``report`` does, also for GitHub."""
    for warning in warnings:
        print(f"Warning: {warning}")
        if github_site is not None:
            print(annotation(warning, github_site, "warning"))


def _check(root: Path, options: argparse.Namespace) -> int:
    store, state, today = Store(root), state_of_check(root), datetime.date.today()
    content, problems = check_all(root, store)
    warnings = [*old_places(content.help, today), *dates_to_come(content, today)] if content else []
    if content:
        for language in dict.fromkeys([content.settings.language, *content.page_words]):
            warnings += untranslated(root, language)
    warn(warnings, github_site(root, options))
    if content and not problems:
        said = f"All content is right: {len(content.catalogue.webinars)} webinars."
        print(said)
        keep_said(state, [*(f"Warning: {warning}" for warning in warnings), said], store)
    return report(problems, github_site(root, options))


def _build(root: Path, options: argparse.Namespace) -> int:
    site = Path(options.site).resolve() if options.site else root / "site"
    build(root, site, options.engine, say, not options.no_search)
    print(f"Built with {options.engine}: {(site.relative_to(root) if site.is_relative_to(root) else site).as_posix()}/")
    return 0


def _publish(root: Path, options: argparse.Namespace) -> int:
    content = with_audio(renewed_content(root), say)
    publish(content, Path(options.site), Store(root))
    if missing := without_public_address(content.settings):
        say(missing)
    return 0


def _packages(root: Path, options: argparse.Namespace) -> int:
    content = with_audio(renewed_content(root), say)
    site = Path(options.site).resolve() if options.site else root / "site"
    folder = Path(options.into).resolve() if options.into else root / "packages"
    try:
        written = list(write_packages(content, site, folder))
    except SiteNotBuiltError as error:
        say(str(error))
        return 1
    if not content.settings.public_url:
        say("No Common Cartridges: they are links, and the site has no public address ('site_url', SITE_URL).")
    print(f"Written: {len(written)} packages into {folder.name}/")
    return 0


def _offline(root: Path, options: argparse.Namespace) -> int:
    content = renewed_content(root)
    site = Path(options.site).resolve() if options.site else root / "site"
    folder = Path(options.into).resolve() if options.into else root / "packages"
    try:
        path = write_offline(root, content.settings, content.words, site, folder)
    except (SiteNotBuiltError, BundleError) as error:
        say(str(error))
        return 1
    print(f"Written: {folder.name}/{path.name}, {path.stat().st_size / 1e6:.0f} MB")
    return 0


def _schemas(root: Path, options: argparse.Namespace) -> int:
    for path in write_schemas(root):
        print(f"Written: {path.relative_to(root).as_posix()}")
    return 0


def _licences(root: Path, options: argparse.Namespace) -> int:
    print(f"Written: {write_licences(root).relative_to(root).as_posix()}")
    return 0


def _report(root: Path, options: argparse.Namespace) -> int:
    content = with_audio(renewed_content(root), say)
    print(captions_table(content.catalogue, options.markdown))
    print()
    print(rhythm_table(root, content.pages, options.markdown))
    return 0


def _help_dates(root: Path, options: argparse.Namespace) -> int:
    places, problems = read_help(root)
    if problems:
        raise ContentError(problems)
    old = old_places(places, options.today)
    print(old_places_issue(old), end="")
    return SOME_ARE_OLD if old else 0


def _sounds(root: Path, options: argparse.Namespace) -> int:
    if problem := voice_problem():
        say(problem)
        return 1
    try:
        voice = Voice(options.voice)
    except VoiceError as error:
        say(str(error))
        return 1
    for word in options.words:
        print(f"{word}: {voice.phonemes(word)}")
    return 0


def _voice(root: Path, options: argparse.Namespace) -> int:
    # Only this command needs the packages of requirements-natural.lock.
    from macros.narration.natural.command import voice

    return voice(root, options, say)


def _published(root: Path, options: argparse.Namespace) -> int:
    content = renewed_content(root)
    added = add_published(root, all_published(content.pages, content.catalogue.vocabulary, content.terms))
    print("\n".join([*added, f"{len(added)} added to {PUBLISHED}"]))
    return 0


def _serve(root: Path, options: argparse.Namespace) -> int:
    from macros.serving.server import serve

    serve(root, options.host, options.port, options.engine, say)
    return 0


def _import(root: Path, options: argparse.Namespace) -> int:
    from macros.importing.converting import Choices
    from macros.importing.run import import_file

    choices = Choices(options.language, options.drop_fillers, dict(options.speaker))
    print(import_file(root, Path(" ".join(options.file)), options.into, choices, options.replace))
    return 0


def _rename(text: str) -> tuple[str, str]:
    """The two names of ``Old=New``."""
    old, equals, new = text.partition("=")
    if not (old.strip() and equals and new.strip()):
        raise argparse.ArgumentTypeError(f"write the two names as \"Old=New\", not '{text}'")
    return old, new


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m macros", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--root", default=".", help="the project's folder (the current one)")
    commands = parser.add_subparsers(required=True, metavar="command")

    check = commands.add_parser("check", help="say everything that is wrong with the content")
    check.add_argument("--github", action="store_true", help="also as notes that GitHub shows on file and line")
    check.set_defaults(run=_check)

    fix_ = commands.add_parser("fix", help="mend spaces, links, lists and file names: shows the difference, and asks")
    fix_arguments(fix_)
    fix_.set_defaults(run=fix)

    new_ = commands.add_parser("new", help="start a guide, webinar, story or paper: asks, and writes the files")
    new_arguments(new_)
    new_.set_defaults(run=new)

    adopt_ = commands.add_parser("adopt", help="make the site your own: asks for its name, and what to keep")
    adopt_arguments(adopt_)
    adopt_.set_defaults(run=adopt)

    schemas_ = commands.add_parser("schemas", help="write the schemas for editors anew (after a change to a model)")
    schemas_.set_defaults(run=_schemas)

    build_ = commands.add_parser("build", help="check, then build the site into site/")
    build_.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    build_.add_argument("--site", help="where to put the built site (site/)")
    build_.add_argument("--no-search", action="store_true", help="leave the search index out, to try something fast")
    build_.set_defaults(run=_build)

    publish_ = commands.add_parser("publish", help="write what belongs to a built site besides its pages")
    publish_.add_argument("site", help="the folder of the built site")
    publish_.set_defaults(run=_publish)

    packages = commands.add_parser("packages", help="write packages for learning platforms from a built site")
    packages.add_argument("--site", help="the folder of the built site (site/)")
    packages.add_argument("--into", help="where to put the packages (packages/)")
    packages.set_defaults(run=_packages)

    offline = commands.add_parser("offline", help="write a copy of a built site that opens from a folder, as one zip")
    offline.add_argument("--site", help="the folder of the built site (site/)")
    offline.add_argument("--into", help="where to put the zip file (packages/)")
    offline.set_defaults(run=_offline)

    licences = commands.add_parser("licences", help="list the packages that build the site, with their licences")
    licences.set_defaults(run=_licences)

    report_ = commands.add_parser("report", help="count speeds and lengths in captions, and short sentences in texts")
    report_.add_argument("--markdown", action="store_true", help="as a Markdown table")
    report_.set_defaults(run=_report)

    dates = commands.add_parser("help-dates", help="list the help that nobody has checked for a year (exit code 3)")
    dates.add_argument("--today", type=datetime.date.fromisoformat, default=datetime.date.today(), metavar="DATE")
    dates.set_defaults(run=_help_dates)

    sounds = commands.add_parser("sounds", help="write how the computer voice would say words (data/respellings.yml)")
    sounds.add_argument("words", nargs="+")
    sounds.add_argument("--voice", default="en-gb-x-rp+f3")
    sounds.set_defaults(run=_sounds)

    voice_ = commands.add_parser(
        "voice", help="speak what has no natural voice yet (make voice installs what it needs)"
    )
    voice_.add_argument("slug", nargs="*", help="the webinars to speak (all)")
    voice_.add_argument("--missing", action="store_true", help="only count the paragraphs that have no voice yet")
    voice_.add_argument("--say", nargs="+", metavar="WORDS", help="try words: writes an MP3, and the sounds it says")
    voice_.add_argument(
        "--as", dest="voice", default="emma", choices=sorted(VOICES), help="whose voice tries the words"
    )
    voice_.set_defaults(run=_voice)

    published = commands.add_parser("published", help="add new addresses to the list of those that have to stay")
    published.set_defaults(run=_published)

    serve_ = commands.add_parser("serve", help="serve the site, and build it anew on every change")
    serve_.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    serve_.add_argument("--host", default="127.0.0.1")
    serve_.add_argument("--port", type=int, default=8000)
    serve_.set_defaults(run=_serve)

    import_ = commands.add_parser("import", help="make captions of a transcript from Zoom, Teams, YouTube, Otter ...")
    import_.add_argument("file", nargs="+", help="the captions or the transcript that the tool saved")
    import_.add_argument("--into", required=True, metavar="SLUG", help="the webinar's folder in webinars/")
    import_.add_argument("--language", default="en", help="the language of the words (en)")
    import_.add_argument("--drop-fillers", action="store_true", help="leave out 'um', 'er' and the like")
    import_.add_argument("--speaker", type=_rename, action="append", default=[], metavar="Old=New", help="rename")
    import_.add_argument("--replace", action="store_true", help="write over captions that a person has changed")
    import_.set_defaults(run=_import)
    return parser
