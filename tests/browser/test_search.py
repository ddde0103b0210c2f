"""Searching: from words in the header to the second at which they were said, whatever is typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from macros.model import Chapter, Paragraph, Webinar
from tests.browser.axe import axe_violations
from tests.content import catalogue_of
from tests.servers import Server
from tests.test_search_index import WORDS

NewPage = Callable[..., Page]

COUNT = re.compile(r"^\d+ results?(\. These are the 20 best\.)?$")


class SearchPage:
    """The search page as somebody uses it."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        self._address = f"{server.url}search/"
        self.words = page.get_by_label("What are you looking for?")
        self.status = page.locator("[data-search-status]")
        self.results = page.get_by_role("list", name="Results", exact=True).locator("> li")

    def open(self, query: str = "") -> SearchPage:
        """Opens an address such as ``q=pay`` and waits for its answer."""
        self.page.goto(f"{self._address}{'?' if query else ''}{query}")
        if query:
            self.settled()
        return self

    def ask(self, text: str) -> None:
        """Types words and presses Enter."""
        self.words.fill(text)
        self.words.press("Enter")

    def settled(self) -> None:
        """Waits for an answer."""
        expect(self.status).not_to_be_empty()
        expect(self.page.locator("[data-search]")).not_to_have_attribute("aria-busy", "true")

    def choose(self, label: str, option: str) -> None:
        """Opens the filters if need be, and chooses."""
        if not self.page.get_by_label(label, exact=True).is_visible():
            self.page.get_by_text("Narrow down the results").click()
        self.page.get_by_label(label, exact=True).select_option(label=option)

    def titles(self) -> list[str]:
        """The titles of the results that are shown."""
        return self.results.get_by_role("heading", level=2).all_inner_texts()


@pytest.fixture
def search(new_page: NewPage, served: Server) -> SearchPage:
    return SearchPage(new_page(), served)


# The answers (how good they are: tests/test_search_questions.py)


def test_a_phrase_typed_in_the_header_gets_to_its_second_by_keyboard_alone(
    new_page: NewPage, served: Server, root: Path
) -> None:
    webinar, chapter, paragraph = middle(catalogue_of(root).by_slug["running-and-reviewing-together"])
    words = paragraph.text.split()
    phrase = " ".join(words[4:12])
    page = new_page()
    page.goto(f"{served.url}do/access/")
    press_until(page, "#site-search")
    page.keyboard.type(phrase)
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name=re.compile(rf"\d+:\d\d {re.escape(chapter.title)}"))
    expect(link.first).to_be_visible()
    page.keyboard.press("Tab")
    press_until(page, f'[href$="#t-{int(paragraph.start)}"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/webinars/{webinar.slug}/#t-{int(paragraph.start)}")
    expect(page.locator(".said").get_by_text(phrase)).to_be_in_viewport()


def middle(webinar: Webinar) -> tuple[Webinar, Chapter, Paragraph]:
    """A chapter from the middle of a webinar, and a paragraph from the middle of that."""
    chapter = webinar.words.load()[0].chapters[len(webinar.words.load()[0].chapters) // 2]
    return webinar, chapter, chapter.paragraphs[1]


def press_until(page: Page, selector: str) -> None:
    """Presses Tab until the focus is on what the selector names."""
    for _ in range(120):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{page.url}: the Tab key does not reach {selector}")


@pytest.mark.parametrize("typed", ["co-production", "coproduction", "co-produce", "Co-producing", "CO‑PRODUCED"])
def test_word_forms_find_what_was_meant(search: SearchPage, typed: str) -> None:
    search.open(f"q={quote(typed)}")
    expected = {"co-production", "What co-production is", "What co-production is, and is not"}
    assert expected & set(search.titles()[:3])
    expect(search.page.locator("[data-search-notes]")).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("consultatoin", "consultation"),
        ("inviation", "invitation"),
        ("intrepreter", "interpreter"),
        ("budgit", "budget"),
    ],
)
def test_a_typing_error_is_searched_for_as_the_word_that_was_meant_and_said_to_be(
    search: SearchPage, typed: str, used: str
) -> None:
    search.open(f"q={typed}")
    note = search.page.locator("[data-search-notes]")
    expect(note).to_have_text(f"Nothing here has the word “{typed}”. This is for “{used}”.")
    expect(search.results.first.locator("mark").first).to_contain_text(re.compile(used[:5], re.IGNORECASE))


def test_a_synonym_finds_what_the_site_calls_it(search: SearchPage) -> None:
    search.open("q=questionnaire")
    assert any("onsult" in title for title in search.titles()[:3])


def test_a_webinars_moments_have_time_chapter_and_the_words_marked(search: SearchPage) -> None:
    search.open("q=benefits+advice&kind=webinar")
    moments = search.results.first.get_by_role("list", name=re.compile("Moments of"))
    expect(moments.get_by_role("link").first).to_have_text(re.compile(r"^\d+:\d\d \S+"))
    expect(moments.get_by_role("link").first).to_have_attribute("href", re.compile(r"/#t-\d+$"))
    expect(moments.locator("mark").first).to_be_visible()


# Suggestions while typing


class Suggestions:
    """The field at the top of a page, and the list below it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.get_by_label("Search the site").focus()
        self.field = page.get_by_role("combobox", name="Search the site")
        expect(self.field).to_be_focused()
        self.options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")

    def type(self, text: str) -> None:
        """Types words, and waits for suggestions."""
        self.field.press_sequentially(text)
        expect(self.options.first).to_be_visible()

    def chosen(self) -> str:
        """The words of the option that a screen reader would say."""
        id_ = self.field.get_attribute("aria-activedescendant")
        return self.page.locator(f"[id='{id_}'][aria-selected=true]").inner_text() if id_ else ""


@pytest.fixture
def suggestions(new_page: NewPage, served: Server) -> Suggestions:
    page = new_page()
    page.goto(f"{served.url}do/access/")
    return Suggestions(page)


def test_suggestions_are_a_combobox_with_a_list_for_screen_readers(suggestions: Suggestions) -> None:
    """As https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ has it."""
    field = suggestions.field
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_attribute("aria-autocomplete", "list")
    suggestions.type("interp")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(suggestions.page.get_by_role("search", name="Site")).to_match_aria_snapshot(
        """
        - search "Site":
          - combobox "Search the site" [expanded]: interp
          - listbox "Suggestions":
            - option "BSL interpreter"
            - option "When do I book a sign language interpreter?"
          - button "Search"
        """
    )
    assert axe_violations(suggestions.page) == []


def test_the_suggestions_are_within_the_window(served: Server, new_page: NewPage) -> None:
    """The header's field is at the window's edge, and narrower than its list."""
    page = new_page()
    page.goto(served.url)
    page.locator("#site-search").press_sequentially("pay")
    shown = page.get_by_role("listbox")
    expect(shown).to_be_visible()
    box = shown.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280


def test_the_arrow_keys_choose_a_suggestion_and_enter_goes_there(suggestions: Suggestions) -> None:
    suggestions.type("interp")
    texts = suggestions.options.all_inner_texts()
    assert suggestions.chosen() == ""
    for key, expected in [("ArrowDown", texts[0]), ("ArrowUp", ""), ("ArrowUp", texts[-1]), ("ArrowDown", "")]:
        suggestions.field.press(key)
        assert suggestions.chosen() == expected
    suggestions.field.press("ArrowDown")
    suggestions.field.press("Enter")
    suggestions.page.wait_for_url("**/glossary/#bsl-interpreter")


def test_escape_closes_the_suggestions_and_leaves_the_words(suggestions: Suggestions) -> None:
    suggestions.type("interp")
    suggestions.field.press("ArrowDown")
    suggestions.field.press("Escape")
    expect(suggestions.options).to_have_count(0)
    expect(suggestions.field).to_have_attribute("aria-expanded", "false")
    expect(suggestions.field).to_have_value("interp")


def test_enter_without_a_choice_searches_for_what_was_typed(suggestions: Suggestions) -> None:
    suggestions.type("interp")
    suggestions.field.press("Enter")
    suggestions.page.wait_for_url("**/search/?q=interp")


def test_a_suggestion_can_be_clicked_and_leads_to_the_part_that_answers(suggestions: Suggestions) -> None:
    suggestions.type("book a sign language")
    suggestions.options.get_by_text("When do I book a sign language interpreter?").click()
    suggestions.page.wait_for_url("**/do/access/#bsl")


def test_without_the_file_of_suggestions_the_field_searches_all_the_same(suggestions: Suggestions) -> None:
    suggestions.page.route("**/places.json", lambda route: route.abort())
    suggestions.field.press_sequentially("interpreter")
    suggestions.field.press("Enter")
    suggestions.page.wait_for_url("**/search/?q=interpreter")


# Filters, address, history


def test_filters_narrow_the_results_and_are_kept_in_the_address(search: SearchPage) -> None:
    search.open("q=consultation")
    before = search.status.inner_text()
    search.choose("Kind", "Rung of the ladder")
    expect(search.status).not_to_have_text(before)
    expect(search.results.first.get_by_role("listitem").first).to_have_text("Rung of the ladder")
    assert "q=consultation" in search.page.url
    assert "kind=rung" in search.page.url
    search.page.get_by_role("button", name="Clear the filters").click()
    expect(search.status).to_have_text(before)
    assert "kind" not in search.page.url


@pytest.mark.parametrize(
    ("filters", "count"),
    [("topic=access", True), ("rung=co-design", True), ("audience=leaders", True), ("format=read", True),
     ("kind=term", True), ("kind=term&topic=access", False)],
)  # fmt: skip
def test_an_address_with_filters_shows_them_and_what_fits(search: SearchPage, filters: str, count: bool) -> None:
    search.open(f"q=people&{filters}")
    for pair in filters.split("&"):
        name, value = pair.split("=")
        expect(search.page.locator(f"select[name={name}]")).to_have_value(value)
    expect(search.status).to_have_text(COUNT if count else "Nothing here fits")


def test_a_filter_that_the_site_does_not_have_counts_as_none(search: SearchPage) -> None:
    search.open("q=pay&kind=nonsense&other=1")
    expect(search.status).to_have_text(COUNT)
    expect(search.page.get_by_label("Kind", exact=True)).to_have_value("")


def test_the_count_is_said_once_the_reader_stops_typing(search: SearchPage) -> None:
    search.open()
    search.page.evaluate(
        """() => {
          window.said = [];
          const status = document.querySelector('[data-search-status]');
          new MutationObserver(() => window.said.push(status.textContent)).observe(status, {childList: true});
        }"""
    )
    search.words.press_sequentially("interpreter")
    search.settled()
    expect(search.status).to_have_attribute("role", "status")
    said = search.page.evaluate("window.said")
    # On a slow device, it is first said that the search is under way.
    assert [text for text in said if text != "Searching"] == [search.status.inner_text()]
    assert search.page.url.endswith("?q=interpreter")


def test_going_back_and_forward_keeps_words_filters_and_results(search: SearchPage) -> None:
    search.open("q=interpreter")
    first = search.titles()
    search.ask("expenses")
    expect(search.page).to_have_url(re.compile("q=expenses"))
    expect(search.results.first.locator("mark").first).to_have_text(re.compile("expenses", re.IGNORECASE))
    second = search.titles()
    search.choose("Kind", "Guide")
    expect(search.page).to_have_url(re.compile("kind=guide"))
    search.page.go_back()
    expect(search.words).to_have_value("expenses")
    expect(search.page.locator("select[name=kind]")).to_have_value("")
    wait_for_titles(search, second)
    search.page.go_back()
    expect(search.words).to_have_value("interpreter")
    wait_for_titles(search, first)
    search.page.go_forward()
    expect(search.words).to_have_value("expenses")
    wait_for_titles(search, second)


def wait_for_titles(search: SearchPage, titles: list[str]) -> None:
    expect(search.results.get_by_role("heading", level=2)).to_have_text(titles)


def test_coming_back_from_a_result_shows_as_many_results_as_before(search: SearchPage) -> None:
    search.open("q=people")
    shown = search.results.count()
    search.page.get_by_role("button", name="Show more results").click()
    expect(search.results).to_have_count(2 * shown)
    # The focus goes to the first of the new results.
    assert search.page.evaluate("document.activeElement.closest('li.result') !== null")
    titles = search.titles()
    search.page.keyboard.press("Enter")
    search.page.wait_for_url(lambda url: "/search/" not in url)
    search.page.go_back()
    wait_for_titles(search, titles)


# Whatever is typed


STRANGE = {
    "quotes": "\"it's\" “so” ''' \"",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "right to left": "שלום مرحبا بالعالم",
    "signs": "%00 \\ ' ; -- {{ 7*7 }} ${x} ../../ ? & # +",
    "one letter": "x",
    "nonsense": "xqzzyplugh",
    "small words": "who is it for",
    "emoji": "🏊🏽‍♀️ 🏀",
    "prototype": "__proto__ constructor toString hasOwnProperty",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_whatever_is_typed_is_never_an_error_and_never_run_as_markup(search: SearchPage, text: str) -> None:
    dialogs: list[str] = []
    search.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for ask in (lambda: search.open(f"q={quote(text)}"), lambda: search.ask(f"{text} ")):
        ask()
        search.settled()
        expect(search.status).to_have_text(
            re.compile(r"^(\d+ results?(\. These are the 20 best\.)?|Nothing here fits)$")
        )
    assert search.page.locator("[data-search] img, [data-search] script").count() == 0
    assert (search.errors, dialogs) == ([], [])


def test_ten_thousand_characters_are_cut_and_searched(search: SearchPage) -> None:
    search.open(f"q={'access ' * 1_428}")
    expect(search.status).to_have_text(COUNT)
    assert len(search.words.input_value()) == 200
    assert search.errors == []


@pytest.mark.parametrize("text", ["", "     "])
def test_nothing_asked_shows_nothing(search: SearchPage, text: str) -> None:
    search.open("q=pay")
    search.ask(text)
    expect(search.status).to_be_empty()
    expect(search.results).to_have_count(0)
    assert search.errors == []


def test_without_results_the_page_says_what_to_try(search: SearchPage) -> None:
    search.open("q=xqzzyplugh")
    expect(search.status).to_have_text("Nothing here fits")
    expect(search.page.get_by_role("heading", name="Try this")).to_be_visible()
    main = search.page.get_by_role("main")
    expect(main.get_by_role("link", name="Look through the webinars")).to_have_attribute("href", "../webinars/")
    expect(main.get_by_role("link", name="Look through everything from A to Z")).to_be_visible()
    expect(main.get_by_role("link", name="Follow a learning path")).to_be_visible()


def test_without_an_answer_the_nearest_words_of_the_site_are_offered(search: SearchPage) -> None:
    search.open("q=interpreterology")
    expect(search.page.locator("[data-search-terms]").get_by_role("link", name="BSL interpreter")).to_be_visible()


# An index that is not whole


def test_the_letters_are_away_before_the_answer_comes(search: SearchPage) -> None:
    """Whoever is already on one of these links when the answer hides them has lost their place."""
    search.open()
    browse = search.page.locator("[data-search-browse]")
    expect(browse).to_be_visible()
    search.page.evaluate("""() => {
      const page = document.querySelector("[data-search]");
      const browse = page.querySelector("[data-search-browse]");
      window.hiddenWhileBusy = null;
      new MutationObserver(() => { window.hiddenWhileBusy ??= browse.hidden; })
        .observe(page, { attributeFilter: ["aria-busy"] });
    }""")
    search.ask("interpreter")
    search.settled()
    assert search.page.evaluate("window.hiddenWhileBusy") is True
    search.ask("xqzzzt")
    expect(browse).to_be_visible()


@pytest.mark.parametrize(
    "missing",
    [
        "**/pagefind/**",
        "**/pagefind.js",
        "**/pagefind-entry.json*",
        "**/*.pf_meta",
        "**/wasm.*",
        "**/index/*",
        "**/fragment/*",
        "**/filter/*",
        "**/words/*",
        "**/synonyms.json",
        "**/places.json",
    ],
)
def test_an_index_that_is_missing_or_half_loaded_gives_a_message_and_the_a_to_z(
    search: SearchPage, missing: str
) -> None:
    answers: dict[str, Callable[[Route], None]] = {
        "not there": lambda route: route.fulfill(status=404, content_type="text/html", body="<h1>Not here</h1>"),
        "cut off": lambda route: route.abort(),
        "broken": lambda route: route.fulfill(status=200, body="<html>half"),
    }
    for how, answer in answers.items():
        search.page.route(missing, answer)
        search.open("q=interpreter&kind=term")
        expect(search.status, how).to_have_text("The search could not be loaded.")
        expect(search.page.get_by_role("main").get_by_role("link", name="Everything from A to Z")).to_be_visible()
        search.page.unroute(missing)


def test_an_index_that_comes_back_answers_the_next_question(search: SearchPage) -> None:
    search.page.route("**/pagefind/**", lambda route: route.abort())
    search.open("q=interpreter")
    expect(search.status).to_have_text("The search could not be loaded.")
    search.page.unroute("**/pagefind/**")
    search.ask("expenses")
    expect(search.status).to_have_text(COUNT)
    expect(search.page.locator("[data-search-unavailable]")).to_be_hidden()


# Without JavaScript, and for everyone


def test_without_javascript_the_form_in_the_header_leads_to_the_index_from_a_to_z(
    new_page: NewPage, served: Server
) -> None:
    page = new_page(javascript=False)
    page.goto(f"{served.url}do/access/")
    page.get_by_role("searchbox").fill("interpreter")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search/?q=interpreter")
    expect(page.get_by_label("What are you looking for?")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="B", exact=True).click()
    page.wait_for_url("**/a-z/#b")
    page.get_by_role("link", name="BSL interpreter").click()
    page.wait_for_url("**/glossary/#bsl-interpreter")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_results_have_no_violations_and_fit_the_window(
    new_page: NewPage, served: Server, width: int, scheme: str
) -> None:
    search = SearchPage(new_page(width=width, scheme=scheme), served)
    found = []
    for query in ("q=benefits+advice&kind=webinar", "q=inviation", "q=xqzzyplugh"):
        search.open(query)
        found += axe_violations(search.page)
        assert search.page.evaluate("document.documentElement.scrollWidth") <= width
    search.page.goto(f"{served.url}a-z/")
    assert found + axe_violations(search.page) == []


def test_a_fault_planted_among_the_results_is_found(search: SearchPage) -> None:
    search.open("q=expenses")
    search.page.evaluate("document.querySelector('.result h2').innerHTML = '<a href=\"#\"></a>'")
    assert any("link-name" in violation for violation in axe_violations(search.page))


def test_nothing_that_is_typed_leaves_the_site(search: SearchPage, served: Server) -> None:
    asked: list[str] = []
    search.page.on("request", lambda request: asked.append(request.url))
    search.open("q=interpreter")
    assert [url for url in asked if not url.startswith(served.url)] == []


# The modules


def test_words_are_compared_in_the_browser_as_in_the_index(search: SearchPage) -> None:
    search.open()
    found = search.page.evaluate(
        "async texts => { const m = await import('/assets/js/search/words.js'); return texts.map(m.words); }",
        [text for text, _ in WORDS],
    )
    assert found == [expected for _, expected in WORDS]


def test_every_word_that_the_index_says_it_has_is_found(search: SearchPage) -> None:
    """A word that is listed and not found would be taken for a part of the index that is missing."""
    search.open()
    lost = search.page.evaluate(
        """async () => {
          const { SearchIndex } = await import('/assets/js/search/index.js');
          const lists = await SearchIndex.open('../');
          const lost = [];
          for (const letter of 'abcdefghijklmnopqrstuvwxyz0') {
            const words = await lists.known(letter);
            for (const word of words.filter((_, number) => number % 40 === 0)) {
              // An index of its own: in one that has answered, the files of other words are there already.
              const index = await SearchIndex.open('../');
              await index.find(word, {}).catch(() => lost.push(word));
            }
          }
          return lost;
        }"""
    )
    assert lost == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("score", "score"),
        ("scorin", "scoring"),
        ("sc", "scoring"),
        ("scored", "scoring"),
        ("score-", None),
        ("swim", None),
    ],
)
def test_half_a_word_and_other_forms_are_searched_for_as_a_word_that_the_index_has(
    search: SearchPage, word: str, expected: str | None
) -> None:
    search.open()
    found = search.page.evaluate(
        "async ([word, known]) => (await import('/assets/js/search/nearest.js')).knownForm(word, known)",
        [word, ["scoring", "score"]],
    )
    assert found == expected


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("benifits", ["benefit", "benefits"], "benefits"),
        ("pya", ["pay"], None),
        ("cuoncil", ["council"], "council"),
        ("acess", ["access", "across"], "access"),
        ("consultatoin", ["consultation"], "consultation"),
        ("conslutatoin", ["consultation"], "consultation"),
        ("inclusoin", ["exclusion"], None),
        ("paralympian", ["parent"], None),
    ],
)
def test_the_nearest_word_is_near_enough_to_be_meant(
    search: SearchPage, word: str, known: list[str], expected: str | None
) -> None:
    search.open()
    found = search.page.evaluate(
        "async ([word, known]) => (await import('/assets/js/search/nearest.js')).nearest(word, known)", [word, known]
    )
    assert found == expected
