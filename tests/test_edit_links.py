"""Every page leads to the file that it is made from, where the repository's address is known, and only there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from macros.building.build import build
from macros.edit_links import edit_urls
from macros.markdown.reachable import Reachable
from tests.conftest import once
from tests.content import WORDS, catalogue_and_problems

REPOSITORY = "https://github.com/example/doing-with"
DOCS = f"{REPOSITORY}/edit/main/docs/"
WEBINARS = f"{REPOSITORY}/edit/main/webinars/"

PAGES = {
    "": "index.md",
    "understand/the-ladder/": "understand/the-ladder.md",
    "webinars/": "webinars/index.md",
    "webinars/a-short-script/": "webinars/a-short-script.md",
}
CONFIGURED = {
    "REPO_URL": REPOSITORY,
    "EDIT_URI": "edit/main/docs/",
    "CONTACT": "hello@club.github.io",
    "OWNER": "Made-up <Sports> & Friends",
}
HALF_CONFIGURED = {"REPO_URL": REPOSITORY, "EDIT_URI": "", "CONTACT": "https://club.github.io/write?a=1&b=@2"}


def built(shared: Path, project: Path, engine: str, name: str, environment: dict[str, str]) -> Path:
    """The small project's site, built by this engine with these settings; built once for all workers."""
    copy = shared / name

    def make() -> None:
        shutil.copytree(project, copy, symlinks=True)
        with pytest.MonkeyPatch.context() as patch:
            for variable, value in environment.items():
                patch.setenv(variable, value)
            build(copy, copy / "site", engine, print)

    once(copy, make)
    return copy / "site"


@pytest.fixture(scope="session", params=["mkdocs", "zensical"])
def configured(request: pytest.FixtureRequest, shared: Path, fixture_project: Path) -> Path:
    """A site whose repository and whose address to write to are known."""
    return built(shared, fixture_project, request.param, f"configured-{request.param}", CONFIGURED)


@pytest.fixture(scope="session")
def half_configured(shared: Path, fixture_project: Path) -> Path:
    """A site whose repository is known, but not where in it the pages are."""
    return built(shared, fixture_project, "mkdocs", "half-configured", HALF_CONFIGURED)


def links(page: Path) -> dict[str, str]:
    """The addresses on a page that lead to a repository or write to somebody, with their words."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    found = {str(link["href"]): " ".join(link.get_text().split()) for link in soup.find_all("a", href=True)}
    wanted = ("github", "gitlab", "/edit/", "mailto:", "example.org/write")
    return {address: words for address, words in found.items() if any(part in address for part in wanted)}


def test_every_page_leads_to_its_file(configured: Path) -> None:
    for url, file in PAGES.items():
        found = links(configured / url / "index.html")
        assert {a: words for a, words in found.items() if a.startswith(DOCS)} == {
            DOCS + file: "Suggest a change to this page"
        }


def test_a_webinars_page_leads_to_its_data_and_words_too(configured: Path, root: Path) -> None:
    for slug, (name, file) in {
        "a-short-script": ("script", "script.md"),
        "talking-it-over": ("captions", "captions.en.vtt"),
    }.items():
        found = links(configured / "webinars" / slug / "index.html")
        assert {a: words for a, words in found.items() if a.startswith(WEBINARS)} == {
            f"{WEBINARS}{slug}/webinar.yml": "Suggest a change to the details",
            f"{WEBINARS}{slug}/{file}": f"Suggest a change to the {name}",
        }
        assert (root / "tests/fixtures/project/webinars" / slug / file).is_file()


def test_the_address_to_write_to_is_at_the_foot_of_every_page(configured: Path, half_configured: Path) -> None:
    for site, address in ((configured, "mailto:hello@club.github.io"), (half_configured, HALF_CONFIGURED["CONTACT"])):
        for url in PAGES:
            assert links(site / url / "index.html")[address] == "Write to us, or report a barrier"


def text_of(page: Path) -> str:
    """The words of a page, in one line."""
    return " ".join(BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").get_text().split())


LADDER = "understand/the-ladder/index.html"
NO_OWNER = "This copy has no owner yet. Whoever publishes it puts their name here."


def test_a_copy_with_an_owner_names_it_on_its_pages_and_at_their_foot(configured: Path) -> None:
    owner = CONFIGURED["OWNER"]
    for url in PAGES:
        assert f"Published by {owner}." in text_of(configured / url / "index.html")
    page = text_of(configured / LADDER)
    assert f"This copy of the site is published by {owner}. You can write to us, or report a barrier." in page
    assert "Tell us your story." in page
    assert NO_OWNER not in page


def test_a_copy_with_an_address_alone_can_be_reached_and_says_that_nobody_owns_it(half_configured: Path) -> None:
    page = text_of(half_configured / LADDER)
    assert f"{NO_OWNER} You can write to us, or report a barrier." in page
    assert "Tell us your story." in page


def test_a_copy_with_neither_says_so_and_asks_for_nothing_painful(fixture_site: Path) -> None:
    page = text_of(fixture_site / LADDER)
    assert page.count(NO_OWNER) == 2
    assert "We ask for no stories." in page
    assert "Tell us your story." not in page


@pytest.mark.ours
@pytest.mark.parametrize("reached", [True, False])
def test_the_real_pages_ask_for_stories_only_where_somebody_would_read_them(root: Path, reached: bool) -> None:
    def shown(page: str) -> str:
        md = Markdown(extensions=["md_in_html", "attr_list"])
        md.treeprocessors.register(Reachable(md, reached), "reachable", 15)
        return md.convert((root / "docs" / page).read_text(encoding="utf-8"))

    stories = shown("stories/index.md")
    assert ("We would like stories" in stories) is reached
    assert ("So we do not ask you for a story yet" in stories) is not reached
    assert ("Please send nothing painful" in shown("contribute/index.md")) is not reached


def test_no_branch_is_guessed(half_configured: Path) -> None:
    # MkDocs itself would lead to edit/master/docs/ here.
    for url in PAGES:
        assert links(half_configured / url / "index.html").keys() == {REPOSITORY, HALF_CONFIGURED["CONTACT"]}


def test_without_settings_no_page_has_such_a_link(fixture_site: Path) -> None:
    for page in fixture_site.rglob("*.html"):
        assert links(page) == {}, page


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "base"),
    [
        (REPOSITORY, "edit/main/docs/", f"{REPOSITORY}/edit/main/"),
        (f"{REPOSITORY}/", "edit/main/docs", f"{REPOSITORY}/edit/main/"),
        ("https://gitlab.example/a/b", "-/edit/main/docs/", "https://gitlab.example/a/b/-/edit/main/"),
        (REPOSITORY, "https://edit.example/main/docs/", "https://edit.example/main/"),
        ("", "edit/main/docs/", None),
        (REPOSITORY, "", None),
        # Where the docs folder has another name, the webinars' place is not known.
        (REPOSITORY, "edit/main/", None),
        (REPOSITORY, "edit/main/my-docs/", None),
    ],
)
def test_the_webinars_files_are_beside_the_docs(
    fixture_project: Path, repo_url: str, edit_uri: str, base: str | None
) -> None:
    catalogue, _ = catalogue_and_problems(fixture_project)
    assert catalogue
    found = edit_urls(catalogue.by_slug["a-short-script"], repo_url, edit_uri, WORDS.made)
    wanted = [f"{base}webinars/a-short-script/{file}" for file in ("webinar.yml", "script.md")] if base else []
    assert [address for _, address in found] == wanted
