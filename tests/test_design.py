"""The design's own promises: contrast of controls and focus in both schemes (WCAG 1.4.11, and 7:1 for text)."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from macros.pictures.contrast import AAA, contrast
from macros.reading.settings_fields import GROUNDS


@pytest.fixture(scope="module")
def colours(root: Path) -> dict[str, tuple[str, str]]:
    """Each colour of site.css in the light and in the dark scheme."""
    css = (root / "docs/assets/css/site.css").read_text(encoding="utf-8")
    pairs = re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", css)
    return {name: (light, dark) for name, light, dark in pairs}


def test_the_formula_gives_the_values_that_are_known() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "surface", "sunken"])
@pytest.mark.parametrize("control", ["line", "focus", "action", "with-edge", "for-edge", "to-edge"])
def test_controls_and_focus_stand_out_from_what_is_around_them(
    colours: dict[str, tuple[str, str]], control: str, ground: str, scheme: int
) -> None:
    assert contrast(colours[control][scheme], colours[ground][scheme]) >= 3


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *product(("ink", "ink-soft", "link", "link-hover"), ("paper", "surface", "sunken")),
        ("on-action", "action"),
        ("with-ink", "with"),
        ("for-ink", "for"),
        ("to-ink", "to"),
    ],
)
def test_text_has_the_contrast_of_level_aaa(
    colours: dict[str, tuple[str, str]], text: str, ground: str, scheme: int
) -> None:
    assert contrast(colours[text][scheme], colours[ground][scheme]) >= AAA


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("band", ["with", "for", "to"])
def test_the_edge_of_a_band_stands_out_from_its_fill(
    colours: dict[str, tuple[str, str]], band: str, scheme: int
) -> None:
    assert contrast(colours[f"{band}-edge"][scheme], colours[band][scheme]) >= 3


def test_the_settings_judge_colours_by_the_grounds_that_pages_have(colours: dict[str, tuple[str, str]]) -> None:
    for index, grounds in enumerate(GROUNDS.values()):
        assert grounds == tuple(colours[name][index] for name in ("paper", "surface", "sunken"))
