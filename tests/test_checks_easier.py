"""Pages in easier words: linked both ways with the full guide, and a picture that exists for each idea."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.checks.easier import check_easier, check_ideas
from macros.checks.pages import check_fields
from macros.reading.pages import read_pages

GUIDE = "---\ntitle: Access\ndescription: The guide.\n{field}\n---\n# Access\n\nWords.\n"
EASIER = (
    "---\ntitle: Access\ndescription: The page.\neasier: true\n{field}\n---\n"
    "# Access\n\n:steps: A barrier stops you.\nIt is high.\n{idea}\n"
)


def problems(
    folder: Path,
    easier_page: str = "easier_page: easier/access/",
    full: str = "full: do/access/",
    idea: str = "",
) -> list[str]:
    for name, text in (
        ("do/access.md", GUIDE.format(field=easier_page)),
        ("easier/access.md", EASIER.format(field=full, idea=idea)),
    ):
        path = folder / "docs" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    pages, unread = read_pages(folder)
    assert unread == []
    found = [
        *check_easier(pages),
        *(problem for page in pages for problem in (*check_fields(page), *check_ideas(page, ["steps"]))),
    ]
    return [str(problem) for problem in sorted(found)]


def test_a_guide_and_its_page_in_easier_words_name_each_other(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


def test_every_page_in_easier_words_of_the_site_keeps_the_rules(root: Path) -> None:
    pages = read_pages(root)[0]
    pictures = re.findall(r"^  ([a-z-]+):$", (root / "data/pictures.yml").read_text("utf-8"), re.M)
    ideas = (problem for page in pages for problem in check_ideas(page, pictures))
    assert [str(problem) for problem in (*check_easier(pages), *ideas)] == []
    assert [page.path for page in pages if page.front.easier]


@pytest.mark.parametrize(
    ("spoilt", "messages"),
    [
        pytest.param(
            {"full": "made:"},
            [
                "docs/do/access.md:4: docs/easier/access.md does not lead back;"
                " add 'full: do/access/' to its front matter",
                "docs/easier/access.md:1: 'full' is missing; give the address of the full guide, such as do/access/",
            ],
            id="no way to the guide",
        ),
        pytest.param(
            {"easier_page": "made:"},
            [
                "docs/easier/access.md:5: docs/do/access.md does not lead back;"
                " add 'easier_page: easier/access/' to its front matter"
            ],
            id="no way from the guide",
        ),
        pytest.param(
            {"full": "full: do/acces/"},
            [
                "docs/do/access.md:4: docs/easier/access.md does not lead back;"
                " add 'full: do/access/' to its front matter",
                "docs/easier/access.md:5: 'do/acces/' is the address of no page; did you mean 'do/access/'?",
            ],
            id="an address that is not there",
        ),
        pytest.param(
            {"easier_page": "full: easier/access/"},
            [
                "docs/do/access.md:4: 'full' is not for a guide; remove it",
                "docs/easier/access.md:5: docs/do/access.md does not lead back;"
                " add 'easier_page: easier/access/' to its front matter",
            ],
            id="a guide that names itself easier",
        ),
        pytest.param(
            {"idea": "\nNo picture here."},
            ["docs/easier/access.md:12: an idea starts with a picture of data/pictures.yml, such as ':round-table: '"],
            id="an idea without a picture",
        ),
        pytest.param(
            {"idea": "\n- an item"},
            ["docs/easier/access.md:12: an idea starts with a picture of data/pictures.yml, such as ':round-table: '"],
            id="a list without pictures",
        ),
        pytest.param(
            {"idea": "\n:stepz: Steps."},
            ["docs/easier/access.md:12: there is no picture ':stepz:' in data/pictures.yml; did you mean 'steps'?"],
            id="a picture that is not there",
        ),
    ],
)
def test_a_page_that_breaks_a_rule_is_told_with_file_and_line(
    tmp_path: Path, spoilt: dict[str, str], messages: list[str]
) -> None:
    assert problems(tmp_path, **spoilt) == messages


def test_the_home_page_is_named_by_a_dot(tmp_path: Path) -> None:
    for name, text in (
        ("index.md", GUIDE.format(field="easier_page: easier/")),
        ("easier/index.md", EASIER.format(field="full: .", idea="")),
    ):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert list(check_easier(read_pages(tmp_path)[0])) == []
