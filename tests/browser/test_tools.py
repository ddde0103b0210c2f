"""The three tools in a browser: by keyboard alone, without JavaScript, on paper, and with nothing sent anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.axe import axe_violations
from tests.servers import Server

NewPage = Callable[..., Page]

PROFILES = yaml.safe_load((Path(__file__).parent.parent / "which_rung_profiles.yml").read_text("utf-8"))["profiles"]
CONSULTATION, WORKSHOP = PROFILES[0], PROFILES[1]

LOWEST = """async ([items, order]) => {
  const { lowest } = await import("/assets/js/tools/scoring.js");
  return lowest(items, order);
}"""


def fragment(answers: Mapping[str, str]) -> str:
    return "#" + "&".join(f"{question}={answer}" for question, answer in answers.items())


def requests_of(page: Page) -> list[str]:
    """Every address that the page asks for from now on."""
    asked: list[str] = []
    # The browser asks for the page's picture when it likes.
    page.on("request", lambda request: None if request.url.endswith("/favicon.svg") else asked.append(request.url))
    return asked


def focused(page: Page) -> str:
    """The id or the data attributes of what has the focus."""
    return str(
        page.evaluate(
            "() => document.activeElement.id || Object.keys(document.activeElement.dataset).join(' ')"
            " || document.activeElement.tagName"
        )
    )


# Which rung are we on?


@pytest.fixture
def which_rung(served: Server, new_page: NewPage) -> Page:
    page = new_page()
    page.goto(f"{served.url}tools/which-rung/")
    return page


def choose(page: Page, answers: Mapping[str, str]) -> None:
    """Goes from question to question, and past those that have no answer."""
    for question in page.locator("[data-question]").all():
        expect(question).to_be_visible()
        if answer := answers.get(str(question.get_attribute("data-question"))):
            question.locator(f"input[value={answer}]").check()
        if page.get_by_role("button", name="Next").is_visible():
            page.get_by_role("button", name="Next").click()


def result(page: Page) -> Any:  # noqa: ANN401
    return page.get_by_role("region", name=re.compile("^Your answers fit"))


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile["name"])
def test_the_answers_of_a_profile_show_its_rung_and_what_led_there(which_rung: Page, profile: dict[str, Any]) -> None:
    choose(which_rung, profile["answers"])
    led = which_rung.evaluate(
        """rung => [...document.querySelectorAll("input:checked")]
            .filter((input) => input.dataset.ceiling === rung).map((input) => input.dataset.because)""",
        profile["rung"],
    )
    which_rung.get_by_role("button", name="Show the rung").click()
    expect(result(which_rung)).to_have_count(1)
    expect(result(which_rung)).to_be_focused()
    expect(result(which_rung)).to_contain_text(f"Your answers fit: {profile['rung']}")
    said = [
        re.sub(r" \(Question \d+\)$", "", text) for text in result(which_rung).get_by_role("listitem").all_inner_texts()
    ]
    assert said == led
    assert led != []
    assert which_rung.evaluate("() => location.hash") == fragment(profile["answers"])


def test_every_answer_can_decide_the_result(which_rung: Page) -> None:
    """The scoring in the browser over every answer: the others fit the top rung."""
    outcomes = which_rung.evaluate(
        """async () => {
          const { lowest } = await import("/assets/js/tools/scoring.js");
          const order = document.querySelector("[data-rungs]").dataset.rungs.split(" ");
          const questions = [...document.querySelectorAll("[data-question]")];
          const top = questions.map((question) => ({ rung: question.querySelector("input").dataset.ceiling }));
          return questions.flatMap((question, index) => [...question.querySelectorAll("input")].map((input) => {
            const rung = input.dataset.ceiling;
            return [rung, lowest(top.with(index, { rung }), order).rung];
          }));
        }"""
    )
    assert len(outcomes) > 40
    assert [pair for pair in outcomes if pair[0] != pair[1]] == []
    assert len({rung for rung, _ in outcomes}) == 7


@pytest.mark.parametrize(
    ("named", "rung", "led"),
    [
        ([], None, []),
        (["b"], "b", [0]),
        (["c", "a", "b", "a"], "a", [1, 3]),
        (["c", "c"], "c", [0, 1]),
    ],
)
def test_the_lowest_rung_is_found_with_all_that_name_it(
    which_rung: Page, named: list[str], rung: str | None, led: list[int]
) -> None:
    items = [{"rung": name, "at": index} for index, name in enumerate(named)]
    found = which_rung.evaluate(LOWEST, [items, ["a", "b", "c"]])
    assert found == ({"rung": rung, "led": [items[index] for index in led]} if rung else None)


def test_a_rung_that_the_ladder_does_not_have_is_an_error_and_no_result(which_rung: Page) -> None:
    said = which_rung.evaluate(
        """async () => {
          const { lowest } = await import("/assets/js/tools/scoring.js");
          try { lowest([{ rung: "x" }], ["a"]); return "a result"; } catch (error) { return error.message; }
        }"""
    )
    assert said == "not a rung of the ladder"


def test_missing_answers_are_named_in_a_summary_that_takes_focus(which_rung: Page) -> None:
    answers = {question: answer for question, answer in CONSULTATION["answers"].items() if question != "who"}
    choose(which_rung, answers)
    which_rung.get_by_role("button", name="Show the rung").click()
    summary = which_rung.get_by_role("group", name="There is a problem")
    expect(summary).to_be_focused()
    expect(which_rung).to_have_title(re.compile("^Error: "))
    expect(summary.get_by_role("link")).to_have_text(["Choose an answer to question 4"])
    expect(result(which_rung)).to_have_count(0)
    summary.get_by_role("link").press("Enter")
    question = which_rung.get_by_role("group", name="4. Who takes part, besides staff?")
    expect(question).to_have_accessible_description(re.compile("Error: Choose an answer to question 4$"))
    assert focused(which_rung) == "who-mix"
    which_rung.keyboard.press("Space")
    expect(question.get_by_text("Error:")).to_have_count(0)
    which_rung.get_by_role("button", name="Show the rung").click()
    expect(summary).to_be_hidden()
    expect(which_rung).not_to_have_title(re.compile("^Error: "))
    expect(result(which_rung)).to_be_focused()


def test_the_tool_is_done_by_keyboard_alone(which_rung: Page) -> None:
    which_rung.locator("#main").focus()
    chosen = 0
    for _ in range(80):
        which_rung.keyboard.press("Tab")
        kind = which_rung.evaluate("() => document.activeElement.type")
        if kind == "radio":
            which_rung.keyboard.press("Space")
            which_rung.keyboard.press("ArrowDown")
            chosen += 1
            which_rung.keyboard.press("Enter")
            if chosen == 12:
                break
    assert chosen == 12
    expect(result(which_rung)).to_be_focused()
    which_rung.keyboard.press("Tab")
    expect(result(which_rung).get_by_role("link").first).to_be_focused()


def test_one_question_stands_there_at_a_time_with_the_way_through(which_rung: Page) -> None:
    questions = which_rung.locator("[data-question]")
    assert questions.count() == 12
    expect(which_rung.get_by_text("Question 1 of 12")).to_be_visible()
    expect(which_rung.get_by_role("button", name="Back")).to_be_hidden()
    which_rung.get_by_role("button", name="Next").click()
    expect(which_rung.get_by_text("Question 2 of 12")).to_be_visible()
    expect(questions.nth(1)).to_be_focused()
    expect(questions.nth(0)).to_be_hidden()
    questions.nth(1).get_by_role("radio").first.check()
    which_rung.get_by_role("button", name="Next").click()
    which_rung.get_by_role("button", name="Back").click()
    expect(questions.nth(1)).to_be_focused()
    expect(questions.nth(1).get_by_role("radio").first).to_be_checked()


def test_all_questions_can_stand_there_at_once_and_the_device_remembers(which_rung: Page) -> None:
    questions = which_rung.locator("[data-question]")
    which_rung.get_by_role("button", name="All questions at once").click()
    for again in (False, True):
        if again:
            which_rung.reload()
        for question in questions.all():
            expect(question).to_be_visible()
        expect(which_rung.get_by_role("button", name="Show the rung")).to_be_visible()
    which_rung.get_by_role("button", name="One question at a time").click()
    expect(questions.nth(1)).to_be_hidden()


def test_an_address_with_answers_fills_the_form_and_shows_the_result(served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{served.url}tools/which-rung/{fragment(WORKSHOP['answers'])}")
    expect(result(page)).to_contain_text("Your answers fit: consultation")
    expect(page.get_by_label("Address of this result")).to_have_value(page.url)
    for question, answer in WORKSHOP["answers"].items():
        expect(page.locator(f"#{question}-{answer}")).to_be_checked()


@pytest.mark.parametrize(
    ("address", "checked"),
    [
        pytest.param("#the-questions", 0, id="an ordinary anchor"),
        pytest.param("#open=options&who=mix", 2, id="some answers"),
        pytest.param("#open=nonsense&nothing=here&who=mix", 1, id="answers that are not there"),
        pytest.param("#open=%3Cimg%20src%3Dx%3E&=&&==", 0, id="what somebody made up"),
    ],
)
def test_an_address_without_all_answers_shows_no_result(
    served: Server, new_page: NewPage, address: str, checked: int
) -> None:
    page = new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served.url}tools/which-rung/{address}")
    expect(page.locator("input:checked")).to_have_count(checked)
    expect(result(page)).to_have_count(0)
    assert errors == []


def test_a_result_that_no_longer_fits_goes_away(which_rung: Page) -> None:
    choose(which_rung, CONSULTATION["answers"])
    which_rung.get_by_role("button", name="Show the rung").click()
    expect(result(which_rung)).to_have_count(1)
    while which_rung.get_by_role("button", name="Back").is_visible():
        which_rung.get_by_role("button", name="Back").click()
    which_rung.locator("#open-nothing").check()
    expect(result(which_rung)).to_have_count(0)
    expect(which_rung.locator("[data-status]")).to_have_text("An answer has changed. Choose Show the rung again.")
    assert "#" not in which_rung.url
    which_rung.get_by_role("button", name="Clear my answers").click()
    expect(which_rung.locator("input:checked")).to_have_count(0)


def test_the_address_is_copied_or_can_be_copied_by_hand(served: Server, new_page: NewPage) -> None:
    for permissions, message in (
        (["clipboard-read", "clipboard-write"], "The address is copied."),
        ([], "Your browser did not copy it. The address is selected: copy it now."),
    ):
        page = new_page(permissions=permissions)
        if not permissions:
            page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
        page.goto(f"{served.url}tools/which-rung/{fragment(WORKSHOP['answers'])}")
        page.get_by_role("button", name="Copy the address").click()
        expect(page.get_by_text(message)).to_be_visible()


def test_no_answer_leaves_the_device(which_rung: Page) -> None:
    asked = requests_of(which_rung)
    choose(which_rung, CONSULTATION["answers"])
    which_rung.get_by_role("button", name="Show the rung").click()
    expect(result(which_rung)).to_be_focused()
    assert asked == []
    assert which_rung.evaluate("() => Object.keys(localStorage)") == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_errors_and_results(served: Server, new_page: NewPage, width: int, scheme: str) -> None:
    page = new_page(width=width, scheme=scheme)
    page.goto(f"{served.url}tools/which-rung/")
    choose(page, {})
    assert axe_violations(page) == []
    page.get_by_role("button", name="Show the rung").click()
    expect(page.get_by_role("group", name="There is a problem")).to_be_focused()
    assert axe_violations(page) == []
    page.goto(f"{served.url}tools/which-rung/{fragment(WORKSHOP['answers'])}")
    expect(result(page)).to_have_count(1)
    assert axe_violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_without_javascript_every_answer_names_its_rung_and_nothing_is_sent(served: Server, new_page: NewPage) -> None:
    page = new_page(javascript=False)
    page.goto(f"{served.url}tools/which-rung/")
    asked = requests_of(page)
    expect(page.locator(".choice .by-hand").first).to_be_visible()
    assert page.locator(".choice").count() == page.locator(".choice .by-hand").count()
    expect(page.get_by_role("heading", name="To find the result by hand")).to_be_visible()
    assert page.locator("[data-result]:visible").count() == 7
    expect(page.get_by_role("button", name="Show the rung")).to_be_hidden()
    page.locator("#open-options").check()
    page.keyboard.press("Enter")
    assert asked == []
    assert page.url == f"{served.url}tools/which-rung/"


def test_on_screen_no_answer_gives_its_rung_away(which_rung: Page) -> None:
    assert which_rung.locator(".by-hand:visible").count() == 0


def test_printed_empty_it_is_a_form_to_score_by_hand_and_printed_done_it_is_the_result(which_rung: Page) -> None:
    which_rung.emulate_media(media="print")
    expect(which_rung.get_by_role("heading", name="To find the result by hand")).to_be_visible()
    assert which_rung.locator("[data-result]:visible").count() == 7
    assert which_rung.get_by_role("button", name="Show the rung").count() == 0
    which_rung.emulate_media(media="screen")
    choose(which_rung, CONSULTATION["answers"])
    which_rung.get_by_role("button", name="Show the rung").click()
    which_rung.emulate_media(media="print")
    assert which_rung.locator("[data-result]:visible").count() == 1
    assert which_rung.locator(".choice:visible").count() == 12
    assert which_rung.locator(".by-hand:visible").count() == 0


# Is it real?


@pytest.fixture
def is_it_real(served: Server, new_page: NewPage) -> Page:
    page = new_page()
    page.goto(f"{served.url}tools/is-it-real/")
    return page


def truer_name(page: Page) -> Any:  # noqa: ANN401
    return page.locator("[data-result]")


@pytest.mark.parametrize(
    ("signs", "name"),
    [
        (["staff-run-it-alone"], "co-design"),
        (["same-few-people", "staff-run-it-alone"], "engagement"),
        (["one-off-event", "same-few-people"], "consultation"),
        (["one-off-event", "staff-run-it-alone", "word-covers-a-cut"], "informing"),
    ],
)
def test_the_lowest_name_of_the_ticked_signs_is_the_truer_one(is_it_real: Page, signs: list[str], name: str) -> None:
    is_it_real.get_by_label("What are you about to call co-production?").fill("<b>Monday swim</b>")
    for sign in signs:
        is_it_real.locator(f"#sign-{sign}").check()
    is_it_real.get_by_role("button", name="Show what to call it").click()
    region = is_it_real.get_by_role("region", name=f"A truer name for now: {name}")
    expect(region).to_be_focused()
    expect(region).to_contain_text("You looked at: <b>Monday swim</b>")
    expect(region.get_by_role("listitem")).to_have_count(len(signs))
    for sign, item in zip(signs, region.get_by_role("listitem").all(), strict=True):
        expected = is_it_real.locator(f"[data-sign={sign}] [data-instead]").text_content()
        expect(item).to_contain_text(str(expected))
        expect(item.get_by_role("link")).to_have_attribute("href", f"../../understand/real-or-faux/#{sign}")


def test_every_sign_alone_leads_to_its_own_name(is_it_real: Page) -> None:
    assert is_it_real.get_by_role("checkbox").count() == 12
    for sign in is_it_real.locator("[data-sign]").all():
        name = sign.get_attribute("data-name")
        box = sign.get_by_role("checkbox")
        box.check()
        is_it_real.get_by_role("button", name="Show what to call it").click()
        expect(is_it_real.get_by_role("region", name=f"A truer name for now: {name}")).to_be_focused()
        box.uncheck()
        expect(truer_name(is_it_real)).to_be_hidden()


def test_no_tick_is_answered_honestly(is_it_real: Page) -> None:
    is_it_real.get_by_role("button", name="Show what to call it").click()
    region = is_it_real.get_by_role("region", name="You ticked no sign")
    expect(region).to_be_focused()
    expect(region).to_contain_text("it does not prove that the work is co-production")
    expect(region.get_by_role("link", name="which rung you are on")).to_be_visible()


def test_the_signs_are_ticked_by_keyboard_alone_and_nothing_is_sent(is_it_real: Page) -> None:
    asked = requests_of(is_it_real)
    is_it_real.get_by_label("What are you about to call co-production?").focus()
    is_it_real.keyboard.type("The new session")
    is_it_real.keyboard.press("Tab")
    assert focused(is_it_real) == "sign-decision-already-made"
    is_it_real.keyboard.press("Space")
    is_it_real.get_by_role("button", name="Show what to call it").focus()
    is_it_real.keyboard.press("Enter")
    expect(is_it_real.get_by_role("region", name="A truer name for now: informing")).to_be_focused()
    is_it_real.get_by_role("button", name="Clear my ticks").press("Enter")
    expect(is_it_real.get_by_role("checkbox", checked=True)).to_have_count(0)
    expect(truer_name(is_it_real)).to_be_hidden()
    assert asked == []


@pytest.mark.parametrize("javascript", [True, False])
def test_on_paper_each_sign_says_its_truer_name_and_what_to_do(
    served: Server, new_page: NewPage, javascript: bool
) -> None:
    page = new_page(javascript=javascript)
    page.goto(f"{served.url}tools/is-it-real/")
    if javascript:
        assert page.locator(".by-hand:visible").count() == 0
        page.emulate_media(media="print")
    assert page.locator(".sign .by-hand:visible").count() == 12
    expect(page.get_by_text("use the one with the lowest rung")).to_be_visible()
    assert page.get_by_role("button", name="Show what to call it").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_truer_name(served: Server, new_page: NewPage, scheme: str) -> None:
    page = new_page(width=320, scheme=scheme)
    page.goto(f"{served.url}tools/is-it-real/")
    page.locator("#sign-one-off-event").check()
    page.get_by_role("button", name="Show what to call it").click()
    expect(truer_name(page)).to_be_focused()
    assert axe_violations(page) == []


# Plan on a page


@pytest.fixture
def plan(served: Server, new_page: NewPage) -> Page:
    page = new_page()
    page.goto(f"{served.url}tools/plan-on-a-page/")
    return page


def test_the_plan_is_kept_on_this_device_alone_and_the_page_says_so(plan: Page) -> None:
    asked = requests_of(plan)
    plan.get_by_label("What is still open?").fill("The day\nand the price")
    expect(plan.get_by_role("status")).to_have_text(re.compile(r"^Saved on this device at \d\d:\d\d\.$"))
    assert asked == []
    plan.reload()
    expect(plan.get_by_label("What is still open?")).to_have_value("The day\nand the price")


def test_where_nothing_can_be_kept_the_page_says_that_too(served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    page.goto(f"{served.url}tools/plan-on-a-page/")
    page.get_by_label("What is still open?").fill("The day")
    expect(page.get_by_role("status")).to_have_text(re.compile("^Your browser did not keep this."))


def test_another_tab_shows_the_newest_words(plan: Page, served: Server) -> None:
    other = plan.context.new_page()
    other.goto(f"{served.url}tools/plan-on-a-page/")
    other.get_by_label("Who will take part?").fill("Swimmers")
    expect(plan.get_by_label("Who will take part?")).to_have_value("Swimmers")


def test_the_plan_is_saved_as_a_text_file_with_every_question(plan: Page, tmp_path: Path) -> None:
    plan.get_by_label("What is still open?").fill("Day & price <all>")
    with plan.expect_download() as download:
        plan.get_by_role("button", name="Save as a text file").click()
    assert download.value.suggested_filename == "plan-on-a-page.txt"
    path = tmp_path / "plan.txt"
    download.value.save_as(path)
    text = path.read_text("utf-8")
    assert "What is still open?\nDay & price <all>\n" in text
    assert text.count("(not filled in yet)") == plan.get_by_role("textbox").count() - 1
    for label in plan.locator("[data-prompt] label").all_inner_texts():
        assert f"{label}\n" in text


@pytest.mark.parametrize("way", ["keep", "escape"])
def test_the_plan_is_not_cleared_unless_the_reader_says_so_twice(plan: Page, way: str) -> None:
    plan.get_by_label("What is still open?").fill("The day")
    plan.get_by_role("button", name="Clear the plan").press("Enter")
    dialog = plan.get_by_role("dialog", name="Clear the whole plan?")
    expect(dialog.get_by_role("button", name="Keep the plan")).to_be_focused()
    plan.keyboard.press("Enter" if way == "keep" else "Escape")
    expect(dialog).to_be_hidden()
    expect(plan.get_by_label("What is still open?")).to_have_value("The day")
    expect(plan.get_by_role("button", name="Clear the plan")).to_be_focused()


def test_a_cleared_plan_leaves_nothing_on_the_device(plan: Page) -> None:
    plan.get_by_label("What is still open?").fill("The day")
    plan.get_by_role("button", name="Clear the plan").click()
    plan.get_by_role("dialog").get_by_role("button", name="Clear the plan").click()
    expect(plan.get_by_role("status")).to_have_text("The plan is empty. Nothing of it is left on this device.")
    expect(plan.get_by_label("What is still open?")).to_have_value("")
    assert plan.evaluate("() => Object.keys(localStorage)") == []
    plan.get_by_role("button", name="Clear the plan").click()
    plan.keyboard.press("Escape")
    expect(plan.get_by_role("dialog")).to_be_hidden()
    expect(plan.get_by_role("status")).to_have_text("The plan is empty. Nothing of it is left on this device.")


def test_all_that_was_typed_is_printed(plan: Page) -> None:
    words = "\n".join(f"line {number}" for number in range(60))
    plan.get_by_label("What is still open?").fill(words)
    plan.emulate_media(media="print")
    printed = plan.locator("[data-prompt=open] .printed-words")
    expect(printed).to_be_visible()
    assert printed.inner_text() == words
    assert printed.evaluate("element => element.scrollHeight <= element.clientHeight + 1")
    expect(plan.locator("#prompt-open")).to_be_hidden()
    expect(plan.locator("#prompt-fixed")).to_be_visible()
    expect(plan.get_by_role("button", name="Print the plan")).to_have_count(0)


def test_what_takes_focus_is_never_under_the_bar_with_the_buttons(plan: Page) -> None:
    """WCAG 2.4.11: the bar stays at the bottom of the screen while you type."""
    plan.get_by_label("What is still open?").focus()
    for _ in range(30):
        plan.keyboard.press("Tab")
        covered = plan.evaluate(
            """() => {
              const bar = document.querySelector(".plan-actions");
              const element = document.activeElement;
              if (bar.contains(element) || !element.closest("[data-plan]")) return false;
              return element.getBoundingClientRect().top >= bar.getBoundingClientRect().top;
            }"""
        )
        assert not covered, focused(plan)


def test_without_javascript_the_plan_is_an_empty_form(served: Server, new_page: NewPage) -> None:
    page = new_page(javascript=False)
    page.goto(f"{served.url}tools/plan-on-a-page/")
    assert page.get_by_role("textbox").count() >= 18
    for name in ("Print the plan", "Save as a text file", "Clear the plan"):
        expect(page.get_by_role("button", name=name)).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_label("What is still open?")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_question_before_clearing(served: Server, new_page: NewPage, scheme: str) -> None:
    page = new_page(width=320, scheme=scheme)
    page.goto(f"{served.url}tools/plan-on-a-page/")
    page.get_by_role("button", name="Clear the plan").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert axe_violations(page) == []


# Papers


def test_a_paper_is_downloaded_from_its_page(served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{served.url}tools/templates/decision-log/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download this paper as a Word file").click()
    assert download.value.suggested_filename == "decision-log.docx"
    assert Path(download.value.path()).read_bytes().startswith(b"PK")
