"""Pages of our content stay light: somebody on a bus with little signal gets them too."""

from __future__ import annotations

from pathlib import Path

from tests.page_weight import compressed, page_weight, with_imports

USUAL = 25_000
WEBINAR = 45_000
"""A webinar has its transcript, the words of its slides and the player. The heaviest leaves room for a longer talk."""
LONG_LISTS = {
    "about/sources/index.html": 36_000,
    "about/design/index.html": 32_000,
    "glossary/index.html": 30_000,
    "tools/which-rung/index.html": 28_000,
}
"""Pages that show all of something: every source, word, part or answer."""


def most(path: str) -> int:
    """How many bytes a page may weigh."""
    if path in LONG_LISTS:
        return LONG_LISTS[path]
    return WEBINAR if path.startswith("webinars/") and path != "webinars/index.html" else USUAL


def test_no_page_is_heavy(site: Path) -> None:
    weights = {page.relative_to(site).as_posix(): page_weight(page, site) for page in sorted(site.rglob("*.html"))}
    assert len(weights) > 100
    assert {path: weight for path, weight in weights.items() if weight > most(path)} == {}


def test_the_scripts_of_a_webinars_page_are_light(site: Path) -> None:
    """Two of them are the stage: points, countdown, who speaks, and the word being said."""
    assert sum(compressed(script) for script in with_imports(site / "assets" / "js" / "webinar.js")) <= 11_000


def test_what_a_script_imports_is_weighed_too(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text('<link rel="stylesheet" href="../a.css"><script src="../a.js">')
    (tmp_path / "a.css").write_text("p { color: red }")
    (tmp_path / "a.js").write_text('import{b}from"./b.js";b()')
    (tmp_path / "b.js").write_text('import "./a.js"; export const b = () => 0;')
    files = [tmp_path / name for name in ("page/index.html", "a.css", "a.js", "b.js")]
    assert page_weight(files[0], tmp_path) == sum(compressed(file) for file in files)
    assert with_imports(files[3]) == set(files[2:])


def test_scripts_and_styles_are_sent_without_what_is_for_people_who_change_them(root: Path, site: Path) -> None:
    for name in ("assets/js/say.js", "assets/css/site.css"):
        written, sent = root / "docs" / name, site / name
        assert "/*" in written.read_text(encoding="utf-8")
        assert "/*" not in sent.read_text(encoding="utf-8")
        assert compressed(sent) < compressed(written)
