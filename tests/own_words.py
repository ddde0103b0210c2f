"""Puts other words in the place of those that `make new` starts with, as a writer does."""

from __future__ import annotations

import re
from pathlib import Path

from macros.scaffolding.drafts import is_example


def written_anew(line: str) -> str:
    """Other words in place of a line of an example, as a writer puts there."""
    start, words = re.match(r"(\s*(?:- (?=\S)|\d\. |\*\*.*?\*\* |\w+: )?)(.*)", line, re.DOTALL).groups()  # type: ignore[union-attr]
    if "people can do" in words or "they can do" in words:
        return f"{start}{words.replace('replace this line with', 'name')}"
    if link := re.search(r"\[[^\]]+\]\([^)]+\)", words):
        return f"{start}Read this next: {link[0]}."
    if start.strip() == "" and words.startswith(("#", ">")):
        return f"{words} of ours"
    kept = [part for part in re.split(r"(?<=[.?!]) ", words) if not re.search(r"[Rr]eplace|[Ss]ay|draft|fill", part)]
    ours = " ".join(kept)
    return f"{start}So {ours[0].lower()}{ours[1:]}" if ours else f"{start}We wrote our own words here."


def without_the_examples_text(project: Path) -> None:
    """Puts other words in place of every line of the examples."""
    for path in [*(project / "docs").rglob("*.md"), *(project / "webinars").rglob("*.*")]:
        if path.suffix in (".md", ".yml", ".vtt"):
            lines = path.read_text(encoding="utf-8").split("\n")
            text = "\n".join(written_anew(line) if is_example(line) else line for line in lines)
            text = text.replace("placeholder.wav", "talk.wav")
            if path.suffix == ".vtt" and path.parent.name.startswith("a-new"):
                text = re.sub(r"^(<v [^>]+>)(?=[A-Z])", r"\1So: ", text, flags=re.MULTILINE)
            path.write_text(text, encoding="utf-8")
    for recording in (project / "webinars").rglob("placeholder.wav"):
        recording.rename(recording.with_name("talk.wav"))
