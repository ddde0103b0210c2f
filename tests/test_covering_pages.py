"""The few pages that stand for all when colours, sizes and focus are looked at."""

from __future__ import annotations

from pathlib import Path

from tests.browser.pages import covering_paths

ALIKE = '<p>Some words, and <a href="#">a link</a>.</p>'


def write_pages(site: Path, **bodies: str) -> None:
    for name, body in bodies.items():
        (site / name).mkdir(parents=True)
        (site / name / "index.html").write_text(f"<!doctype html><title>x</title><body>{body}", encoding="utf-8")


def test_pages_with_the_same_kinds_of_elements_are_looked_at_once(tmp_path: Path) -> None:
    write_pages(tmp_path, one=ALIKE, other=ALIKE.replace("Some", "Other"), third=ALIKE * 3)
    assert len(covering_paths(tmp_path)) == 1


def test_a_page_with_an_element_class_state_or_place_of_its_own_is_looked_at(tmp_path: Path) -> None:
    write_pages(
        tmp_path,
        alike=ALIKE,
        element=ALIKE + "<button>Play</button>",
        class_=ALIKE.replace("<p>", '<p class="warning">'),
        state=ALIKE.replace("<a ", '<a aria-current="page" '),
        place=f"<aside>{ALIKE}</aside>",
    )
    assert set(covering_paths(tmp_path)) == {"element/", "class_/", "state/", "place/"}
