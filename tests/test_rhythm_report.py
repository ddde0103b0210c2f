"""The report on rhythm: which sentences are short, which follow each other, and which texts have a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.texts import EASIER, PAGE, Limits, Prose
from macros.cli import main
from macros.language.prose import markdown_passages
from macros.publishing.rhythm_report import HEADINGS, longest_run, rhythm_report, rhythm_table
from macros.reading.markdown import read_markdown
from macros.reading.pages import read_pages

SHORT = "Eight words are the most for a short."
LONG = "A sentence with nine words is no longer short."


def prose(text: str, limits: Limits = PAGE) -> Prose:
    """The words of a page with this Markdown."""
    return Prose("docs/do/x.md", limits, markdown_passages(read_markdown(text)))


def test_a_sentence_of_eight_words_is_short_and_one_of_nine_is_not() -> None:
    report = rhythm_report(prose(f"{SHORT} {LONG} {LONG} {SHORT}"))
    assert (report.sentences, report.share, report.run, report.words) == (4, 50, 1, 34)


@pytest.mark.parametrize(
    ("lengths", "run"),
    [([], 0), ([9, 30], 0), ([8], 1), ([3, 3, 9, 3], 2), ([9, 1, 2, 3, 4], 4), ([1, 20, 1, 20, 1], 1)],
)
def test_a_run_is_the_most_short_sentences_one_after_the_other(lengths: list[int], run: int) -> None:
    assert longest_run(lengths) == run


@pytest.mark.parametrize(
    ("between", "run"),
    [
        ("\n\n", 4),
        ("\n\n- An item is read on.\n\n", 5),
        ("\n\n## A heading\n\n", 2),
        ("\n\n| A | table |\n|---|---|\n| with | cells |\n\n", 2),
        ("\n\n- pens\n- paper\n\n", 2),
    ],
)
def test_paragraphs_and_lists_are_read_on_and_headings_and_tables_are_a_break(between: str, run: int) -> None:
    assert rhythm_report(prose(f"{SHORT} {SHORT}{between}{SHORT} {SHORT}")).run == run


def test_headings_and_words_that_are_no_sentence_are_not_counted() -> None:
    assert rhythm_report(prose(f"# A title\n\n- pens\n- paper\n\nBring these:\n\n{LONG}")).sentences == 2


def test_the_limits_are_a_third_of_short_sentences_and_three_in_a_row() -> None:
    varied = f"{SHORT} {LONG} {LONG} " * 5
    assert rhythm_report(prose(varied)).over == ()
    assert rhythm_report(prose(f"{SHORT} {LONG} " * 6)).over == ("share",)
    assert rhythm_report(prose(varied + f"{SHORT} " * 4 + f"{LONG} " * 10)).over == ("run",)


def test_easier_words_may_be_short_and_are_never_four_in_a_row() -> None:
    assert rhythm_report(prose(f"{SHORT} {SHORT} {LONG} " * 5, EASIER)).over == ()
    assert rhythm_report(prose(f"{SHORT} {SHORT} {SHORT} {SHORT} {LONG} " * 5, EASIER)).over == ("run",)


def test_a_share_says_little_about_very_few_sentences() -> None:
    assert rhythm_report(prose(f"{SHORT} {LONG} {SHORT}")).over == ()


def test_every_page_and_script_with_sentences_has_a_row_once(fixture_project: Path) -> None:
    pages, _ = read_pages(fixture_project)
    rows = [row.split()[0] for row in rhythm_table(fixture_project, pages).splitlines()[1:]]
    scripts = {path.relative_to(fixture_project).as_posix() for path in fixture_project.glob("webinars/*/script.md")}
    assert {"docs/index.md", *scripts} <= set(rows)
    assert len(rows) == len(set(rows))


def test_papers_to_fill_in_have_no_row(tmp_path: Path) -> None:
    for name, field in (("page", ""), ("paper", "paper: true\n")):
        text = f"---\ntitle: A title\ndescription: One line.\n{field}---\n# A title\n\nWrite it here.\n"
        path = tmp_path / "docs" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    pages, problems = read_pages(tmp_path)
    assert not problems
    rows = [row.split()[0] for row in rhythm_table(tmp_path, pages).splitlines()[1:]]
    assert rows == ["docs/page.md"]


def test_the_command_prints_the_table_below_that_of_the_captions(
    fixture_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(fixture_project), "report", "--markdown"]) == 0
    captions, rhythm = capsys.readouterr().out.split("\n\n")
    assert captions.startswith("| Webinar |")
    assert rhythm.startswith(f"| {' | '.join(HEADINGS)} |")
