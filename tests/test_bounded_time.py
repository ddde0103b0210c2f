"""Whatever a file holds, reading it takes a time that grows as the file does, and what would not is refused first.

Times are those of the processor, the least of a few runs, so that a busy machine does not matter.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.captions.reading import parse_vtt
from macros.checks.markup import check_markup
from macros.importing.converting import Choices, convert
from macros.problems import ContentError
from macros.reading.density import DEEPEST, LARGEST_PAGE, LONGEST_PARAGRAPH, MOST_LINES, MOST_OPEN, too_dense
from macros.reading.pages import read_page
from macros.reading.text_file import LARGEST, read_text

MOST_GROWTH = 2.5
"""Times as long that twice the size may take."""
TOO_SHORT = 0.03
"""Seconds under which a time says nothing about how it grows."""

PAGE = '---\ntitle: "A page"\ndescription: "What it says."\n---\n# A page\n\n'
MARKDOWN = [
    *["![", "[", "[a](", "<a ", "<", "{{", "***a", "_a*", "``a", "> ", "- a\n", "# a\n", "a\n: b\n", "*[a]: b\n"],
    *["</div>\n", "".join(f"{'    ' * level}- a\n" for level in range(20)) + "\n", "We [chose](a.md) <q>it</q>. "],
]


def grown(pattern: str, size: int) -> str:
    """Paragraphs of a pattern, each as large as the limits let it be, for so many characters; past the limits that
    are for the whole text, plain words."""
    times = 1
    while len(pattern) * times < size and too_dense(pattern * times * 2) is None:
        times *= 2
    paragraph = f"{pattern * times}\n\n"
    # Each paragraph may leave so many open that the whole text may have no more of them.
    most = 1 if too_dense(paragraph * 20) else size // len(paragraph) + 1
    plain = "Words of a page, said plainly.\n\n"
    return paragraph * most + plain * max(0, (size - most * len(paragraph)) // len(plain))


def seconds(work: Callable[[], object]) -> float:
    """What a piece of work takes of the processor."""
    start = time.process_time()
    work()
    return time.process_time() - start


def growth(smaller: Callable[[], object], larger: Callable[[], object]) -> float:
    """How much longer the larger work takes, the least of a few tries; 1 where both are too short to tell."""
    found = []
    for _ in range(3):
        few, many = seconds(smaller), seconds(larger)
        if many < TOO_SHORT:
            return 1.0
        found.append(many / max(few, TOO_SHORT / MOST_GROWTH))
        if found[-1] < MOST_GROWTH:
            break
    return min(found)


def checked(folder: Path, text: str) -> Callable[[], object]:
    """Reads a page and judges its HTML, as the checks do: parts of it are kept, so each call has a text of its own."""
    path = folder / "docs" / "page.md"
    path.parent.mkdir(exist_ok=True)
    numbers = iter(range(100))

    def work() -> object:
        path.write_text(f"{PAGE}Words {next(numbers)}.\n\n{text}\n", encoding="utf-8")
        page, problems = read_page(path, folder)
        return list(check_markup([page], {})) and page.text if page else problems

    return work


@pytest.mark.parametrize("pattern", MARKDOWN)
def test_a_page_within_the_limits_takes_time_as_it_grows(tmp_path: Path, pattern: str) -> None:
    small, large = grown(pattern, 4_000), grown(pattern, 8_000)
    assert growth(checked(tmp_path, small), checked(tmp_path, large)) < MOST_GROWTH


@pytest.mark.parametrize("pattern", MARKDOWN)
def test_a_megabyte_of_anything_is_refused_before_a_parser_sees_it(tmp_path: Path, pattern: str) -> None:
    assert seconds(checked(tmp_path, pattern * (1_000_000 // len(pattern)))) < 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("One\n\n" + "word " * (LONGEST_PARAGRAPH // 5 + 1), 3, "without an empty line"),
        ("One\n\n" + "- a\n" * (MOST_LINES + 1), 3, "without an empty line"),
        ("One\n\nTwo\n" + "[" * (MOST_OPEN + 1), 3, "has many '[' without a ']'"),
        ("<a " * (MOST_OPEN + 1), 1, "has many '<' without a '>'"),
        ("[" * (MOST_OPEN + 1) + "]" * (MOST_OPEN + 1), 1, "has many '['"),
        ("# a\n\n" * 201, 401, "has more than 200 headings"),
        ("a\n===\n\n" * 201, 602, "has more than 200 headings"),
        ("a < b\n\n" * 100, 121, "has many '<'"),
        ("One\n\n" + "> " * (DEEPEST + 1) + "a", 3, f"more than {DEEPEST} levels deep"),
        ("    " * (DEEPEST + 1) + "- a", 1, f"more than {DEEPEST} levels deep"),
    ],
)  # fmt: skip
def test_what_is_too_dense_is_told_with_its_line(text: str, line: int, words: str) -> None:
    found = too_dense(text)
    assert found
    assert found[0] == line
    assert words in found[1]


@pytest.mark.parametrize(
    "text", ["a < b and c > d", "[a](b) " * 300, "- a\n" * MOST_LINES, "> " * DEEPEST + "a", "f(x) :) :( [1] {a}", ""]
)
def test_what_people_write_is_not_too_dense(text: str) -> None:
    assert too_dense(text) is None


@pytest.mark.ours
def test_every_page_and_script_of_ours_is_far_below_the_limits(root: Path) -> None:
    files = [*(root / "docs").rglob("*.md"), *(root / "webinars").rglob("*.md")]
    assert len(files) > 80
    assert max(path.stat().st_size for path in files) < LARGEST_PAGE / 3


@pytest.mark.parametrize("name", ["docs/page.md", "webinars/a/script.md", "data/a.yml", "webinars/a/captions.en.vtt"])
def test_a_file_over_its_size_is_refused_before_it_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"a" * (LARGEST + 1))
    if path.suffix == ".md" and path.parent.name == "docs":
        problems = read_page(path, tmp_path)[1]
        assert f"the most is {LARGEST_PAGE:,}" in problems[0].message
    else:
        assert f"the most is {LARGEST:,}" in read_text(path, tmp_path)[1][0].message


# Captions and imports.


def stamp(second: int) -> str:
    """A time as WebVTT writes it."""
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}.000"


def one_caption(words: str) -> Callable[[int], str]:
    """A file whose only caption is words repeated."""
    return lambda size: f"WEBVTT\n\n{stamp(0)} --> {stamp(9000)}\n{words * (size // len(words))}\n"


def many_captions(words: str) -> Callable[[int], str]:
    """A file of captions of four seconds."""
    cue = len(words) + 34
    return lambda size: (
        "WEBVTT\n\n"
        + "".join(f"{stamp(4 * number)} --> {stamp(4 * number + 4)}\n{words}\n\n" for number in range(size // cue))
    )


def text_with_times(size: int) -> str:
    """What people paste from a meeting: a time, a name, a sentence."""
    said = "Sam Example: The club chose the day with us, and then we opened it."
    return "".join(f"{stamp(4 * number)[:8]} {said}\n" for number in range(size // (len(said) + 10)))


CAPTIONS = {
    "<": one_caption("<"),
    "<v ": one_caption("<v "),
    "<v A>": one_caption("<v A>b "),
    "&": one_caption("&amp"),
    "-->": one_caption("--> a\n"),
    "words": one_caption("word "),
    "lines": one_caption("<v \n"),
    ">>": one_caption(">> a "),
    "names": one_caption("Name: a\n"),
    "honest": many_captions("We chose the day with the club."),
    "signs": many_captions("<<<<<<"),
    "times": text_with_times,
}


@pytest.mark.parametrize("name", CAPTIONS)
def test_captions_are_read_in_a_time_that_grows_as_they_do(name: str) -> None:
    small, large = CAPTIONS[name](60_000), CAPTIONS[name](120_000)
    assert growth(lambda: parse_vtt(small, "a.vtt"), lambda: parse_vtt(large, "a.vtt")) < MOST_GROWTH
    assert seconds(lambda: parse_vtt(large, "a.vtt")) < 2


def imported(text: str) -> Callable[[], object]:
    """Converts a text, or hears why not."""

    def work() -> object:
        try:
            return convert(text.encode(), "a.vtt", Choices(), {})
        except ContentError as error:
            return error

    return work


@pytest.mark.parametrize("name", ["<v ", "<v A>", "words", ">>", "honest", "times"])
def test_an_import_takes_a_time_that_grows_as_the_file_does(name: str) -> None:
    assert growth(imported(CAPTIONS[name](5_000)), imported(CAPTIONS[name](10_000))) < MOST_GROWTH
