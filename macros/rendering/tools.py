"""Renders the three tools as forms that are read, printed and filled in without JavaScript too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from markupsafe import Markup

from macros.model import PlanSection, Rung, Sign, WhichRung
from macros.reading.interface import Words
from macros.rendering.environment import render


def render_which_rung(tool: WhichRung, root: str, words: Words) -> Markup:
    """The questions, and what the tool says for each rung; JavaScript shows the one that fits."""
    return render("which_rung.html", words, tool=tool, root=root)


def render_is_it_real(signs: Sequence[Sign], rungs: Sequence[Rung], root: str, words: Words) -> Markup:
    """The signs to tick, each with its truer name; ``rungs`` is the whole ladder from the bottom."""
    return render("is_it_real.html", words, signs=signs, rungs=rungs, root=root)


def render_plan_on_a_page(sections: Sequence[PlanSection], root: str, words: Words) -> Markup:
    """The prompts of the plan, each with a box to write in."""
    return render("plan_on_a_page.html", words, sections=sections, root=root)


def render_paper_download(page_url: str, words: Words) -> Markup:
    """A link to the page's paper as a Word file, which ``publish`` puts beside the page."""
    return render("paper_download.html", words, file=f"{PurePosixPath(page_url).name}.docx")
