"""What `python -m macros new` writes is right at once, explains itself, and never harms what is there."""

from __future__ import annotations

import datetime
import io
import re
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.building.build import build
from macros.checks.run import check_all
from macros.cli import main
from macros.kinds import starts
from macros.reading.fields import WebinarFields
from macros.reading.vocabulary import vocabulary_of
from macros.scaffolding import command
from macros.scaffolding.create import ScaffoldingError, create
from macros.scaffolding.drafts import Draft, yaml_text
from macros.scaffolding.names import LONGEST, slug_of, slug_problem, title_problem
from macros.scaffolding.navigation import NoSectionError, sections, with_page
from macros.scaffolding.silence import SECONDS, silence
from tests.own_words import without_the_examples_text

TODAY = datetime.date(2026, 11, 23)
SECTIONS = {"do": "Do it", "stories": "Stories", "tools/templates": "Templates"}
PLACES = {"guide": "do", "story": "stories", "paper": "tools/templates"}


@pytest.fixture
def project(copied_project: Path) -> Path:
    """The small project, with the sections that new pages go into."""
    settings = copied_project / "mkdocs.yml"
    lines = [settings.read_text(encoding="utf-8").rstrip()]
    for section, name in SECTIONS.items():
        index = copied_project / "docs" / section / "index.md"
        index.parent.mkdir(parents=True, exist_ok=True)
        index.write_text(
            f"---\ntitle: {name}\ndescription: A list of the tests.\nbuilt: true\n---\n# {name}\n", encoding="utf-8"
        )
        lines.append(f"  - {name}:\n      - {section}/index.md")
    settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return copied_project


def draft(kind: str, title: str = "A new: thing?", slug: str = "a-new-thing") -> Draft:
    """A draft of this kind."""
    page_kind, start = starts()[kind]
    return Draft(start, title, slug, PLACES.get(kind, page_kind.folders[0]), TODAY)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of the content, with what is in it."""
    paths = [folder / "mkdocs.yml", *(folder / "docs").rglob("*.md"), *(folder / "webinars").rglob("*.*")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.is_file()}


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Who is in the room?", "who-is-in-the-room"),
        ("  When you can't: saying no  ", "when-you-cant-saying-no"),
        ("Ŵyneb newydd, café", "wyneb-newydd-cafe"),
        ("Łódź, Ærø, Straße", "lodz-aero-strasse"),
        ("Co-production & sport", "co-production-sport"),
        ("10 minutes", "10-minutes"),
        ("???", ""),
        ("体育", ""),
        ("word " * 40, "-".join(["word"] * 16)),
    ],
)
def test_a_title_becomes_an_address(title: str, slug: str) -> None:
    assert slug_of(title) == slug
    assert len(slug) <= LONGEST


@pytest.mark.parametrize(
    ("title", "problem"),
    [
        ("Who is in the room?", ""),
        ('A "quoted" title: with a colon', ""),
        ("   ", "a title is needed, such as: Who is in the room?"),
        ("x" * 251, "the title is longer than 250 characters; make it shorter"),
        ("{{ ladder() }}", "the title cannot have '{' in it; use words"),
        ("<b>Bold</b>", "the title cannot have '<' in it; use words"),
        ("two\nlines", "the title cannot have '\\n' in it; use words"),
    ],
)
def test_a_title_that_would_break_a_page_is_refused(title: str, problem: str) -> None:
    assert title_problem(title) == problem


@pytest.mark.parametrize(
    ("slug", "problem"),
    [
        ("first-steps", ""),
        ("", "no name for the files can be made from the title; give one with --slug, such as: --slug first-steps"),
        (
            "First_Steps",
            "'First_Steps' cannot name the files; use small letters, numbers and single hyphens, at most 80",
        ),
        ("../out", "'../out' cannot name the files; use small letters, numbers and single hyphens, at most 80"),
        ("index", "'index' has a meaning of its own as a file's name; choose another with --slug"),
        # Windows cannot check out a folder of this name.
        ("aux", "'aux' has a meaning of its own as a file's name; choose another with --slug"),
        ("com1", "'com1' has a meaning of its own as a file's name; choose another with --slug"),
    ],
)
def test_an_address_that_cannot_be_is_refused(slug: str, problem: str) -> None:
    assert slug_problem(slug) == problem


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Who is in the room?", "Who is in the room?"),
        ("Pools: a plan", '"Pools: a plan"'),
        ("Yes", '"Yes"'),
        ('Say "no"', '"Say \\"no\\""'),
        ("# one", '"# one"'),
        ("2026-11-23", '"2026-11-23"'),
        ("Ŵyneb", '"Ŵyneb"'),
    ],
)
def test_a_title_stays_itself_in_yaml(text: str, shown: str) -> None:
    assert yaml_text(text) == shown


NAVIGATION = """\
site_name: x  # a comment

nav:
  - Home: index.md
  # a comment in the navigation
  - Do it:
      - do/index.md
      - Access: do/access.md
  - Tools:
      - tools/index.md
      - Templates:
          - tools/templates/index.md
          - tools/templates/invitation.md
extra:
  - not/nav.md
"""


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("do/new.md", "      - Access: do/access.md\n", "      - Access: do/access.md\n      - do/new.md\n"),
        ("tools/new.md", "      - tools/index.md\n", "      - tools/index.md\n      - tools/new.md\n"),
        (
            "tools/templates/new.md",
            "          - tools/templates/invitation.md\n",
            "          - tools/templates/invitation.md\n          - tools/templates/new.md\n",
        ),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_page_is_one_new_line_of_the_navigation(path: str, before: str, after: str, ending: str) -> None:
    text = NAVIGATION.replace("\n", ending)
    assert with_page(text, path) == NAVIGATION.replace(before, after).replace("\n", ending)


def test_a_page_that_is_in_the_navigation_changes_nothing() -> None:
    assert with_page(NAVIGATION, "do/access.md") == NAVIGATION


def test_a_navigation_without_a_last_line_end_gets_the_page() -> None:
    assert with_page("nav:\n  - a/b.md", "a/c.md") == "nav:\n  - a/b.md\n  - a/c.md\n"


def test_only_the_navigation_is_looked_at() -> None:
    assert sections(NAVIGATION) == ["do", "tools", "tools/templates"]
    with pytest.raises(NoSectionError, match=r"^not$"):
        with_page(NAVIGATION, "not/new.md")


def test_what_is_started_passes_every_check_once_it_is_replaced_and_builds(project: Path, tmp_path: Path) -> None:
    vocabulary = vocabulary_of(project)
    for kind in starts():
        create(project, draft(kind, f"A new: {kind}?", f"a-new-{kind}"), vocabulary)
    problems = check_all(project)[1]
    assert {problem.rule for problem in problems} == {"draft"}
    told = {problem.file for problem in problems}
    for kind in starts():
        assert any(f"a-new-{kind}" in file for file in told), kind
    assert "webinars/a-new-recorded-webinar/captions.en.vtt" in told
    assert "webinars/a-new-narrated-webinar/script.md" in told
    assert any("silence" in problem.message for problem in problems)
    without_the_examples_text(project)
    assert check_all(project)[1] == []
    build(project, tmp_path / "site", "mkdocs", print)
    for kind, place in PLACES.items():
        assert "A new: " in (tmp_path / "site" / place / f"a-new-{kind}" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", starts())
def test_what_is_started_says_that_it_is_a_draft_to_be_replaced(project: Path, kind: str) -> None:
    texts = [
        (project / path).read_text(encoding="utf-8")
        for path in create(project, draft(kind), vocabulary_of(project))
        if path.endswith((".md", ".vtt", "webinar.yml"))
    ]
    for text in texts:
        assert "draft" in text
        assert "eplace" in text


@pytest.mark.parametrize("kind", starts())
def test_nothing_is_written_over_and_nothing_half_written(project: Path, kind: str) -> None:
    vocabulary = vocabulary_of(project)
    written = create(project, draft(kind), vocabulary)
    # The page alone is there, with somebody's words in it: the rest may not appear beside it.
    page = next(path for path in written if path.startswith("docs/"))
    for path in written:
        if path not in (page, "mkdocs.yml"):
            (project / path).unlink()
    (project / page).write_text("my own words", encoding="utf-8")
    for folder in [project / "webinars" / "a-new-thing"]:
        if folder.is_dir():
            folder.rmdir()
    before = snapshot(project)
    with pytest.raises(ScaffoldingError) as error:
        create(project, draft(kind), vocabulary)
    assert str(error.value) == f"nothing was written: {page} is there already; choose another name with --slug"
    assert snapshot(project) == before


def test_a_folder_that_is_there_is_left_alone(project: Path) -> None:
    before = snapshot(project)
    with pytest.raises(ScaffoldingError) as error:
        create(project, draft("recorded-webinar", slug="talking-it-over"), vocabulary_of(project))
    assert str(error.value) == (
        "nothing was written: webinars/talking-it-over/ and webinars/talking-it-over/webinar.yml"
        " and webinars/talking-it-over/captions.en.vtt and docs/webinars/talking-it-over.md is there already;"
        " choose another name with --slug"
    )
    assert snapshot(project) == before


def test_a_section_that_is_not_there_writes_nothing(project: Path) -> None:
    before = snapshot(project)
    with pytest.raises(ScaffoldingError) as error:
        create(project, Draft(starts()["guide"][1], "New", "new", "../outside", TODAY), vocabulary_of(project))
    assert str(error.value) == (
        "nothing was written: the navigation in mkdocs.yml has no section '../outside';"
        " choose from webinars, understand, train, do, stories, tools/templates"
    )
    assert snapshot(project) == before


@pytest.mark.parametrize("kind", ["narrated-webinar", "recorded-webinar"])
def test_the_yaml_explains_every_field(project: Path, kind: str) -> None:
    create(project, draft(kind), vocabulary_of(project))
    lines = (project / "webinars" / "a-new-thing" / "webinar.yml").read_text(encoding="utf-8").splitlines()
    not_for_narrated = {"duration", "chapters"} if kind == "narrated-webinar" else set()
    for name in WebinarFields.model_fields.keys() - not_for_narrated:
        at = next(index for index, line in enumerate(lines) if re.match(rf"#?{name}:", line))
        assert lines[at - 1].startswith("#"), f"nothing explains '{name}'"
    for name in not_for_narrated:
        assert any(f"'{name}'" in line for line in lines if line.startswith("#"))


@pytest.mark.parametrize("kind", ["narrated-webinar", "recorded-webinar"])
def test_the_yaml_tells_editors_its_schema(project: Path, root: Path, kind: str) -> None:
    create(project, draft(kind), vocabulary_of(project))
    first = (project / "webinars" / "a-new-thing" / "webinar.yml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schemas/webinar.schema.json"
    assert (root / "webinars" / "a-new-thing" / "../../schemas/webinar.schema.json").resolve().is_file()


def test_the_choices_in_the_yaml_are_the_vocabularys(project: Path) -> None:
    vocabulary = vocabulary_of(project)
    create(project, draft("narrated-webinar"), vocabulary)
    text = (project / "webinars" / "a-new-thing" / "webinar.yml").read_text(encoding="utf-8")
    for term in (*vocabulary.topics.values(), *vocabulary.audiences.values()):
        assert f"#   {term.id}: {term.name}\n" in text


def test_the_placeholder_is_silence_of_the_length_it_says() -> None:
    with wave.open(io.BytesIO(silence())) as file:
        assert file.getnframes() / file.getframerate() == SECONDS
        assert set(file.readframes(file.getnframes())) == {128}


def new(project: Path, *options: str) -> int:
    """Runs the command in the project."""
    return main(["--root", str(project), "new", *options])


def test_the_command_says_what_it_wrote_with_forward_slashes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(project, "--kind", "guide", "--title", "A first step", "--section", "do") == 0
    assert capsys.readouterr().out == (
        "Written:\n"
        "  docs/do/a-first-step.md\n"
        "  mkdocs.yml\n"
        "Next: open these files and replace the example text with your own.\n"
        "Add the guide to the list in docs/do/index.md when it is ready.\n"
        "Then see what is still to do: make check (or python -m macros check)\n"
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "say which with --kind: guide, narrated-webinar, recorded-webinar, story, paper"),
        (["--kind", "guid"], "there is no kind 'guid'; did you mean 'guide'?"),
        (["--kind", "guide"], "say it with --title"),
        (["--kind", "guide", "--title", "New"], "say which with --section: understand, do"),
        (["--kind", "story", "--section", "do"], "--section is for guides; this goes into docs/stories/"),
        (["--kind", "story", "--title", "?"], slug_problem("")),
        (["--kind", "story", "--title", "a [b]"], "the title cannot have '[' in it; use words"),
    ],
)  # fmt: skip
def test_without_a_person_to_ask_a_missing_option_is_named(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    message: str,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    before = snapshot(project)
    assert new(project, *options) == 1
    assert capsys.readouterr().err.strip() == message
    assert snapshot(project) == before


def answers(*given: str) -> Callable[[str], str]:
    """A person who gives these answers in turn, and then leaves."""
    waiting: Iterator[str] = iter(given)

    def ask(question: str) -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    return ask


def asked(project: Path, monkeypatch: pytest.MonkeyPatch, *given: str) -> int:
    """Runs the command with a person at a terminal."""
    monkeypatch.setattr("sys.stdin", type("Terminal", (io.StringIO,), {"isatty": lambda self: True})())
    monkeypatch.setattr(command, "input", answers(*given), raising=False)
    return new(project)


def test_a_person_is_asked_for_kind_title_and_section(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(project, monkeypatch, "1", "A first step", "2") == 0
    assert (project / "docs/do/a-first-step.md").is_file()
    assert "      - do/a-first-step.md\n" in (project / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_person_may_answer_with_the_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(project, monkeypatch, "story", "What we did") == 0
    assert (project / "docs/stories/what-we-did.md").is_file()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("9",), "'9' is none of the choices; nothing was written"),
        (("story", ""), "a title is needed, such as: Who is in the room?"),
        (("guide", "A title"), "\nStopped; nothing was written."),
    ],
)
def test_an_answer_that_does_not_fit_writes_nothing(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    given: tuple[str, ...],
    message: str,
) -> None:
    before = snapshot(project)
    assert asked(project, monkeypatch, *given) == 1
    assert capsys.readouterr().err.rstrip("\n").endswith(message)
    assert snapshot(project) == before
