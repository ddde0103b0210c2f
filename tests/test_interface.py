"""The words of the interface stand in one file a language: none in code, none missing, none that nobody shows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Doctype
from pydantic import BaseModel

from macros.building.frame_words import FILE, frame_words, write_frame_words
from macros.cli import main
from macros.reading.interface import Words, file_of, read_interface, untranslated
from macros.reading.interface_fields import Forms
from macros.rendering.environment import environment, filled, for_script, linked
from tests.content import WORDS

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "docs" / "assets" / "js"
TEMPLATES = sorted(
    path
    for folder in ("macros", "theme")
    for path in (ROOT / folder).rglob("*.html")
    # Made from the words.
    if path != ROOT / FILE
)
SHOWN_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "label", "aria-description", "aria-roledescription")
NAMES_OF_OTHERS = {"Vimeo", "PeerTube", "YouTube"}
WORDS_OF_STANDARDS = {
    "Activity",
    "Basic ${this.token}",
    "Commit",
    "Enter",
    "Escape",
    "Initialize",
    "Normal",
    "Terminate",
}
"""What SCORM and cmi5 call things, and browsers call keys; no reader sees them."""
SCRIPTS_OF = {
    "catalogue": ("catalogue.js",),
    "search": ("search.js", "search/view.js"),
    "player": ("webinar.js", "player/*.js"),
    "course": ("course.js", "course/*.js"),
    "is_it_real": ("tools/is-it-real.js",),
    "which_rung": ("tools/which-rung.js", "tools/steps.js"),
    "plan": ("tools/plan.js", "tools/plan-text.js"),
}
"""Which scripts show the words of a group called ``script``."""


def literal_words(template: str) -> list[str]:
    """What a template says to readers without asking for it: in its text, its attributes, or its expressions."""
    template = re.sub(r"\{#.*?#\}", "", template, flags=re.DOTALL)
    codes = re.findall(r"\{\{.*?\}\}|\{%.*?%\}", template, flags=re.DOTALL)
    quoted = [text for code in codes for pair in re.findall(r"\"([^\"]*)\"|'([^']*)'", code) for text in pair]
    found = [text for text in quoted if re.match(r"[A-Z][a-z]", text) or re.search(r"^[^<]*[a-z] +[a-z]", text)]
    template = re.sub(r"(</?)\{\{.*?\}\}", r"\1div", template)
    soup = BeautifulSoup(re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", template, flags=re.DOTALL), "html.parser")
    for code in soup.find_all(["script", "style", "textarea"]):
        # The code for other sites is code.
        code.decompose()
    texts = [str(text) for text in soup.find_all(string=True) if not isinstance(text, Doctype)]
    texts += [str(tag[name]) for tag in soup.find_all(True) for name in SHOWN_ATTRIBUTES if tag.has_attr(name)]
    return [*found, *(text.strip() for text in texts if re.search(r"[A-Za-z]{2}", text))]


def literals_of(script: str) -> list[str]:
    """Texts for people in a script: two words or more, or one with a capital. What errors say is for developers."""
    script = re.sub(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", "", script, flags=re.DOTALL)
    script = re.sub(r"new \w*Error\((?:[^()]|\([^()]*\))*\)", "", script)
    texts = [found[2] for found in re.finditer(r"([\"'`])((?:(?!\1)[^\n])*)\1", script)]
    known = NAMES_OF_OTHERS | WORDS_OF_STANDARDS
    return [text for text in texts if re.match(r"[A-Z][a-z]+(?:[ .:,!?]|$)", text) and text not in known]


def leaves(group: BaseModel, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of each word."""
    for name, value in group:
        if isinstance(value, BaseModel) and not isinstance(value, Forms):
            yield from leaves(value, (*path, name))
        else:
            yield (*path, name)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(template: Path) -> None:
    assert literal_words(template.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Close the menu</p>", ["Close the menu"]),
        ('<nav aria-label="Letters">{{ x }}</nav>', ["Letters"]),
        ('<p>{{ "Source" if one else "Sources" }}: {{ x }}</p>', ["Source", "Sources"]),
        ("{% set a = 'no date' %}", ["no date"]),
        ('<track label="Chapters">', ["Chapters"]),
        ('{# A note. #}<p class="field">{{ words.a }}, {{ b | join(", ") }}</p>', []),
    ],
)
def test_words_in_a_template_are_found(template: str, found: list[str]) -> None:
    assert literal_words(template) == found


@pytest.mark.parametrize("script", sorted(SCRIPTS.rglob("*.js")), ids=lambda path: path.name)
def test_no_script_has_words_of_its_own(script: Path) -> None:
    assert literals_of(script.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ('button.textContent = "Play";', ["Play"]),
        ("say(`Carry on from ${time}`);", ["Carry on from ${time}"]),
        ('throw new RangeError("not a rung of the ladder"); // "Play"', []),
        ('frame.allow = "autoplay; fullscreen"; words.say("play");', []),
    ],
)
def test_words_in_a_script_are_found(script: str, found: list[str]) -> None:
    assert literals_of(script) == found


@pytest.mark.parametrize("group", SCRIPTS_OF)
def test_scripts_ask_for_words_that_their_page_brings_and_for_all_of_them(group: str) -> None:
    files = [file for pattern in SCRIPTS_OF[group] for file in SCRIPTS.glob(pattern)]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    brought = set(type(getattr(WORDS, group).script).model_fields)
    assert set(re.findall(r"\b(?:say|count)\(\s*\"(\w+)\"", text)) <= brought
    used_in_template = set(re.findall(rf"words\.{group}\.script\.(\w+)", _all_templates()))
    assert {name for name in brought if f'"{name}"' not in text} - used_in_template == set()


def test_templates_ask_for_words_that_there_are() -> None:
    for asked in set(re.findall(r"(?<!\")\bwords\.([a-z_0-9]+(?:\.[a-z_0-9]+)*)", _all_templates())):
        found: object = WORDS
        for name in asked.removesuffix(".format").split("."):
            found = getattr(found, name)


def test_every_word_is_shown_somewhere() -> None:
    code = [*(ROOT / "macros").rglob("*.py"), *SCRIPTS.rglob("*.js")]
    text = _all_templates() + "\n".join(file.read_text(encoding="utf-8") for file in code)
    unused = [path for path in leaves(WORDS) if not re.search(rf"[.\"]{path[-1]}\b", text)]
    assert unused == []


def _all_templates() -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in TEMPLATES)


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """A folder with the English words alone."""
    (tmp_path / "data").mkdir()
    shutil.copy(root / file_of("en"), tmp_path / file_of("en"))
    return tmp_path


def spoil(project: Path, old: str, new: str) -> list[str]:
    """What is told once ``old`` is replaced in the English words."""
    file = project / file_of("en")
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")
    words, problems = read_interface(project, "en")
    assert words is None
    return [re.sub(r":\d+:", ":N:", str(problem)) for problem in problems]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  skip: Skip to the main content\n", "", "'header.skip' is missing; add it"),
        ("  skip: Skip", "  skpi: x\n  skip: Skip", "'header.skpi' is not a field here"),
        ("  skip: Skip to the main content", "  skip:", "'header.skip' has to be text, not 'nothing'"),
        ("About {site}", "About", "'footer.about' needs {site}: it is filled in there"),
        ("About {site}", "About {sit}", "'footer.about' has {sit}, which nothing fills in; did you mean 'site'?"),
        ("About {site}", "About {site", "'footer.about' has a brace without its twin"),
        ("[search the site]", "search the site", "'catalogue.none' needs one part in [square brackets]"),
        ('other: "{count} webinars"', 'other: "webinars"', "'catalogue.script.all' needs {count}"),
        ("language: en-GB", "language: qq-nonsense", "'language' is 'qq-nonsense'; it has to be a language's code"),
        ("  story: Story\n", "", "'kinds.story' is missing: what the search calls this kind"),
    ],
)
def test_a_mistake_in_the_words_is_told(project: Path, old: str, new: str, message: str) -> None:
    told = spoil(project, old, new)
    assert any(problem.startswith(f"data/interface.en.yml:N: {message}") for problem in told), told


def test_a_mistake_is_told_with_its_line(project: Path) -> None:
    file = project / file_of("en")
    line = file.read_text(encoding="utf-8").splitlines().index("  about: About {site}") + 1
    file.write_text(file.read_text(encoding="utf-8").replace("About {site}", "About"), encoding="utf-8")
    assert [problem.line for problem in read_interface(project, "en")[1]] == [line]


WELSH = """\
language: cy
header:
  menu: Dewislen
catalogue:
  script:
    all:
      two: "{count} weminar"
      many: "{count} gweminar"
      other: "{count} gweminarau"
"""
"""Not checked by anybody who speaks Welsh: the forms are what matters here."""


def test_a_half_translated_language_shows_english_for_the_rest(project: Path) -> None:
    (project / file_of("cy")).write_text(WELSH, encoding="utf-8")
    words, problems = read_interface(project, "cy")
    assert problems == []
    assert words
    assert (words.language, words.header.menu, words.header.skip) == ("cy", "Dewislen", "Skip to the main content")
    counted = [words.count(words.catalogue.script.all, count) for count in (1, 2, 6, 7)]
    # English forms are not mixed into those of another language.
    assert counted == ["1 gweminarau", "2 weminar", "6 gweminar", "7 gweminarau"]
    # One message a file, not one a word: the first of them are named.
    (missing,) = untranslated(project, "cy")
    count, _, rest = missing.message.partition(" ")
    (project / file_of("cy")).write_text("language: cy\n", encoding="utf-8")
    (all_missing,) = untranslated(project, "cy")
    # Two of them are there, one of which has forms.
    assert int(count) + 2 == int(all_missing.message.partition(" ")[0])
    assert rest.startswith("words are not translated yet, and readers see English for them, such as 'time.")
    assert "'header.skip'" in rest
    assert rest.count("'") == 6
    assert "header.menu" not in rest
    assert untranslated(project, "en") == []


def test_one_word_that_is_not_translated_is_named(project: Path) -> None:
    text = (project / file_of("en")).read_text(encoding="utf-8")
    skip = next(line for line in text.splitlines(keepends=True) if line.startswith("  skip: "))
    translated = text.replace(skip, "").replace("language: en-GB", "language: cy")
    (project / file_of("cy")).write_text(translated, encoding="utf-8")
    assert [str(problem) for problem in untranslated(project, "cy")] == [
        "data/interface.cy.yml: 1 word is not translated yet, and readers see English for it: 'header.skip'"
    ]


def test_a_word_that_only_the_translation_has_is_told(project: Path) -> None:
    (project / file_of("cy")).write_text(f"{WELSH}nothing: x\n", encoding="utf-8")
    assert [str(problem) for problem in read_interface(project, "cy")[1]] == [
        "data/interface.cy.yml:10: 'nothing' is not a field here; did you mean 'not_found'?"
    ]


def test_a_language_without_a_file_is_told(project: Path) -> None:
    assert [str(problem) for problem in read_interface(project, "cy")[1]] == [
        "data/interface.cy.yml: is not there; copy data/interface.en.yml to it, or set theme.language in mkdocs.yml"
    ]


def test_check_says_what_is_not_translated_and_is_content(
    copied_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = copied_project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("  language: en\n", "  language: cy\n"), encoding="utf-8")
    (copied_project / file_of("cy")).write_text(WELSH, encoding="utf-8")
    assert main(["--root", str(copied_project), "check"]) == 0, capsys.readouterr().out
    said = capsys.readouterr().out
    assert said.count("Warning: data/interface.cy.yml: ") == 1


@pytest.mark.parametrize(
    ("minutes", "said"), [(1, "1 minute"), (18, "18 minutes"), (60, "1 hour"), (125, "2 hours 5 minutes")]
)
def test_english_forms(minutes: int, said: str) -> None:
    assert WORDS.hours_and_minutes(minutes) == said
    assert [WORDS.form(WORDS.sources.label, count) for count in (1, 2)] == ["Source:", "Sources:"]


def test_what_is_filled_in_stays_text() -> None:
    assert filled("<i> {name}", name="<b>") == "&lt;i&gt; &lt;b&gt;"
    assert linked("A [{title}] & [b].", "a/?x=1&y", "b/", title="[<i>]") == (
        'A <a href="a/?x=1&amp;y">[&lt;i&gt;]</a> &amp; <a href="b/">b</a>.'
    )


def test_words_for_a_script_come_out_of_the_attribute_as_they_were() -> None:
    html = f"<p data-words='{for_script(WORDS.player.script)}'></p>"
    tag = BeautifulSoup(html, "html.parser").p
    assert tag
    assert type(WORDS.player.script).model_validate_json(str(tag["data-words"])) == WORDS.player.script


def test_the_frame_gets_the_words_as_a_template(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    hostile = WORDS.model_copy(update={"language": "{{ 1 }} \" ' \\ %} ö"})
    write_frame_words(hostile, {}, tmp_path)
    module = environment().from_string((tmp_path / FILE).read_text(encoding="utf-8")).make_module()
    assert module.words["language"] == hostile.language  # type: ignore[attr-defined]
    before = (tmp_path / FILE).stat().st_mtime_ns
    write_frame_words(hostile, {}, tmp_path)
    # Not written again: a preview would take it for a change.
    assert (tmp_path / FILE).stat().st_mtime_ns == before
    write_frame_words(WORDS, {"cy": hostile}, tmp_path)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == frame_words(WORDS, {"cy": hostile})
    assert [path.name for path in (tmp_path / "theme").iterdir()] == [FILE.name]


def test_other_words_have_another_key() -> None:
    changed = WORDS.header.model_copy(update={"menu": "List"})
    assert Words.model_validate({**dict(WORDS), "header": changed}).key != WORDS.key
