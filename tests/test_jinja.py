"""Pages run no code: they may call macros with plain arguments, and nothing else of Jinja."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment

from macros.building.engines import ENGINES, BuildError, run_engine
from macros.checked import checked_content
from macros.checks.run import check_all
from macros.content.handed import hand_over
from macros.reading.jinja import STARTS, filled, read_calls, read_pieces
from macros.reading.markdown import MacroCall

Arguments = tuple[str | float | bool, ...]
HOSTILE = (
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{cycler}}",
    "{{ config.site_name }}",
    "{{ webinar.__call__('x') }}",
    "{{ webinar(config) }}",
    "{{ webinar('a' ~ 'b') }}",
    "{{ webinar('a' 'b') }}",
    "{{ webinar('a',) }}",
    "{{ webinar(slug='a') }}",
    "{{ webinar('a') | upper }}",
    "{{ webinar('a')['__class__'] }}",
    "{{ webinar(ladder()) }}",
    "{{ webinar(['a']) }}",
    "{{ webinar('\\x61') }}",
    "{{ ladder() }{{ cycler }}",
    "{{ ladder() if cycler }}",
    "{{ 'x'.format() }}",
    "{{ }}",
    "{{ ladder(",
    "{{ ladder() %}",
    "{% set x = cycler %}",
    "{%- include 'index.md' -%}",
    "{% raw %}{{ cycler }}{% endraw %}",
    "{% for x in [1] %}{{ ladder() }}{% endfor %}",
    "{% if cycler %}",
    "{% if ladder() %}One{% else %}Other{% endif %}",
    "{% elif ladder() %}",
    "{## hidden ##}",
    "{{ '}}' }}",
)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("around", ["{}", "<!-- {} -->", "```\n{}\n```", '<p title="{}">', "`{}`", "[words]({})"])
def test_whatever_is_no_plain_call_is_refused_wherever_it_stands(hostile: str, around: str) -> None:
    text = "# Words\n\n" + around.replace("{}", hostile) + "\n"
    _, problems = read_calls(text, "docs/page.md")
    assert [problem for problem in problems if problem.line >= 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ ladder() }}", [("ladder", "", 1, ())]),
        ("\n<!-- {{- webinar(\"a-b\") -}} -->", [("webinar", "a-b", 2, ("a-b",))]),
        (
            "{{ picture('key', true) }} {{picture(\"key\",false)}}",
            [("picture", "key", 1, ("key", True)), ("picture", "key", 1, ("key", False))],
        ),
        ("{{ chart(1, 0.5) }}", [("chart", "1", 1, (1, 0.5))]),
        ("## Words {#words}\n{#not-a-comment#}", []),
    ],
)  # fmt: skip
def test_plain_calls_are_found_wherever_they_stand(text: str, expected: list[tuple[str, str, int, Arguments]]) -> None:
    assert read_calls(text, "docs/page.md") == (tuple(MacroCall(*call) for call in expected), [])


def test_the_engines_know_the_same_delimiters(root: Path) -> None:
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert STARTS == ("{{", "{%", "{##")
    assert [line.split(": ")[1] for line in text.splitlines() if "j2_" in line] == ['"{##"', '"##}"']


def test_a_comment_that_runs_a_command_is_told_with_its_line(copied_project: Path) -> None:
    line = _plant(copied_project, "<!-- {{ cycler.__init__.__globals__.os.popen('id').read() }} -->")
    told = [str(problem) for problem in check_all(copied_project)[1] if problem.file == "docs/index.md"]
    assert told == [
        f"docs/index.md:{line}: '{{{{ cycler.__init__.__globals__.os.popen('id').read() }}}}' is no plain call;"
        ' only calls such as {{ ladder() }} or {{ webinar_card("the-ladder") }} are allowed here'
    ]


@pytest.mark.parametrize("field", [r'title: "\x7b\x7b cycler }}"', 'title: "{% set x = 1 %}"'])
def test_a_title_runs_nothing(copied_project: Path, field: str) -> None:
    page = copied_project / "docs" / "index.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    lines = [field if line.startswith("title:") else line for line in lines]
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [problem for problem in check_all(copied_project)[1] if problem.file == "docs/index.md"]


@pytest.mark.parametrize("value", ['"false"', '"yes"', "1", '"0"'])
def test_whether_a_page_is_rendered_is_yes_or_no(copied_project: Path, value: str) -> None:
    """The engines take any text for yes."""
    page = copied_project / "docs" / "index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("render_macros: true", f"render_macros: {value}"), encoding="utf-8")
    told = [problem.message for problem in check_all(copied_project)[1] if problem.file == "docs/index.md"]
    assert any("render_macros" in message for message in told)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("checked", [False, True])
def test_an_engine_by_itself_runs_nothing(copied_project: Path, engine: str, checked: bool) -> None:
    """Not even if it was told that the content is right: it judges what it is about to run."""
    sign = copied_project / "ran"
    handed = _handed(copied_project) if checked else None
    _plant(copied_project, f"<!-- {{{{ cycler.__init__.__globals__.os.mkdir('{sign}') }}}} -->")
    with pytest.raises(BuildError, match=r"docs/index\.md.*is no plain call"):
        run_engine(copied_project, copied_project / ".build-cache" / "one" / "site", engine, handed)
    assert not sign.exists()


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.\n",
        "One {{ ladder() }} and\n\n{{- picture('key', true) -}}\n\n {{ chart(1, 0.5) }}{{ ladder() }}\n\n",
        "Ends of lines\r\n{{ ladder() }}\r\n",
        "{#words} { {ladder() } }",
    ],
)
def test_calls_are_filled_in_as_jinja_itself_would(text: str) -> None:
    def give(name: str) -> Callable[..., str]:
        return lambda *arguments: f"<p>{name} {arguments} {{{{ nothing }}}}</p>"

    macros = {name: give(name) for name in ("ladder", "picture", "chart")}
    pieces, problems = read_pieces(text, "docs/page.md")
    jinja = Environment(comment_start_string="{##", comment_end_string="##}")  # as the macros plugin has it
    assert not problems
    assert filled(pieces, lambda call: macros[call.name](*call.arguments)) == jinja.from_string(text).render(macros)


def test_the_plugin_has_nothing_left_to_render(copied_project: Path) -> None:
    """Not even where a page is rendered that did not ask for it: then nobody has judged what Jinja would run."""
    handed = _handed(copied_project)
    page = copied_project / "docs" / "index.md"
    text = page.read_text(encoding="utf-8").replace("render_macros: true", "render_macros: false")
    page.write_text(f"{text}\nNine times nine: {{{{ 9 * 9 }}}}.\n", encoding="utf-8")
    settings = copied_project / "mkdocs.yml"
    changed = settings.read_text(encoding="utf-8").replace("render_by_default: false", "render_by_default: true")
    settings.write_text(changed, encoding="utf-8")
    site = copied_project / ".build-cache" / "one" / "site"
    run_engine(copied_project, site, "mkdocs", handed)
    assert "Nine times nine: {{ 9 * 9 }}." in (site / "index.html").read_text(encoding="utf-8")


def _handed(project: Path) -> Path:
    """A file with the content of the project as it is now."""
    file = project / ".build-cache" / "content"
    file.parent.mkdir(exist_ok=True)
    hand_over(checked_content(project), file)
    return file


def _plant(project: Path, line: str) -> int:
    """Adds a line to the fixture's home page, which is rendered; gives its number."""
    page = project / "docs" / "index.md"
    text = page.read_text(encoding="utf-8")
    assert yaml.safe_load(text.split("---")[1])["render_macros"] is True
    page.write_text(f"{text}\n{line}\n", encoding="utf-8")
    return text.count("\n") + 2


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_by_itself_renders_what_is_right(copied_project: Path, engine: str) -> None:
    site = copied_project / ".build-cache" / "one" / "site"
    run_engine(copied_project, site, engine, _handed(copied_project))
    assert "{{" not in (site / "index.html").read_text(encoding="utf-8")
