"""Measures what the tests of captions, overlaps, the catalogue's objects and the webinar's page would notice.

`make bench ARGS=mutation` changes the code in 300 places, one at a time, and runs the tests that should fail then;
`make bench ARGS=mutation:40` takes 40 places. Which ones is always the same for the same code. The goal is that at
least 90 of 100 are noticed. Changes that nobody noticed are listed, each with its file and line.

mutmut says what can be changed in a piece of code. It is not run itself: it would run all tests of the project for
each change, and has no samples. A change here is one file of a copy, so that no test can tell it from the original.
"""

from __future__ import annotations

import compileall
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libcst import Module
    from mutmut.mutation.file_mutation import Mutation

ROOT = Path(__file__).parent.parent
SAMPLE = 300
SEED = 12
AT_ONCE = 2
"""Changes that are tried at the same time."""
GOAL = 0.9
PARTS = ("tests", "theme", "schemas", "docs", "data", "webinars", "mkdocs.yml", "pyproject.toml")

TESTS = {
    "macros/captions/breaking.py": ("test_captions_breaking.py",),
    "macros/captions/clock.py": ("test_captions.py",),
    "macros/captions/limits.py": ("test_captions_breaking.py", "test_captions_paragraphs.py"),
    "macros/captions/paragraphs.py": ("test_captions_paragraphs.py", "test_captions.py"),
    "macros/captions/reading.py": ("test_captions.py",),
    "macros/captions/writing.py": ("test_captions.py",),
    "macros/importing/overlaps.py": ("test_importing_overlaps.py",),
    "macros/model.py": ("test_model.py",),
    "macros/rendering/webinar.py": ("test_rendering_webinar.py",),
}
"""The tests that should notice a change in a file."""

WITH_FIXTURES = frozenset(["macros/rendering/webinar.py"])
"""Files whose tests need what conftest.py has. It takes longer to import than the others take to run."""


@dataclass(frozen=True)
class Change:
    """A file with one thing changed: the line, what stood there, and what stands there now."""

    file: str
    line: int
    before: str
    after: str
    module: Module
    mutation: Mutation

    @property
    def text(self) -> str:
        """The whole file with the change in it."""
        return self.module.deep_replace(self.mutation.original_node, self.mutation.mutated_node).code


def rows(count: int = SAMPLE) -> Iterator[tuple[str, str]]:
    """Each change that was not noticed, then the part of the sample that was. Raises RuntimeError if tests fail."""
    sample = sampled([change for file in TESTS for change in changes(file)], count)
    with tempfile.TemporaryDirectory(dir=ROOT / ".build-cache") as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(AT_ONCE):
            copies.put(_copy(Path(folder) / str(number)))
        copy = copies.get()
        longest = {file: _seconds(copy, file) for file in TESTS}
        copies.put(copy)

        def unnoticed(change: Change) -> Change | None:
            mine = copies.get()
            try:
                return None if is_noticed(change, mine, longest[change.file]) else change
            finally:
                copies.put(mine)

        left = 0
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for change in pool.map(unnoticed, sample):
                if change:
                    left += 1
                    yield f"NOT NOTICED {change.file}:{change.line}", f"{change.before}  ->  {change.after}"
    noticed = len(sample) - left
    yield f"changes noticed (goal {GOAL:.0%})", f"{noticed} of {len(sample)} ({noticed / len(sample):.1%})"


def changes(file: str) -> list[Change]:
    """Every change that mutmut knows of for a file, in the order of the file."""
    from libcst.metadata import MetadataWrapper, PositionProvider
    from mutmut.mutation.file_mutation import create_mutations

    code = (ROOT / file).read_text(encoding="utf-8")
    module, mutations, _, _ = create_mutations(file, code)
    places = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
    found = []
    for mutation in mutations:
        before, after = (module.code_for_node(node) for node in (mutation.original_node, mutation.mutated_node))
        if before != after:
            line = places[mutation.original_node].start.line
            found.append(Change(file, line, " ".join(before.split()), " ".join(after.split()), module, mutation))
    return found


def sampled(found: list[Change], count: int) -> list[Change]:
    """As many of these, always the same ones, in their order."""
    chosen = random.Random(SEED).sample(range(len(found)), min(count, len(found)))
    return [found[index] for index in sorted(chosen)]


def is_noticed(change: Change, copy: Path, seconds: float) -> bool:
    """Whether a test fails with the change, or takes many times as long as the ``seconds`` without it."""
    file = copy / change.file
    file.write_text(change.text, encoding="utf-8", newline="\n")
    try:
        return _tests(copy, change.file, 5 * seconds + 30).returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        shutil.copy(ROOT / change.file, file)


def _seconds(copy: Path, file: str) -> float:
    """How long the tests of a file take while it is as it was."""
    start = time.monotonic()
    done = _tests(copy, file, 600)
    if done.returncode:
        raise RuntimeError(f"The tests of {file} fail without a change:\n{done.stdout[-3000:]}")
    return time.monotonic() - start


def _tests(copy: Path, file: str, most: float) -> subprocess.CompletedProcess[str]:
    tests = [f"tests/{name}" for name in TESTS[file]]
    options = ["-q", "-x", "-p", "no:cacheprovider", "-o", "addopts=", f"--basetemp={copy / 'made'}"]
    if file not in WITH_FIXTURES:
        options.append("--noconftest")
    # No new files of compiled code: two changes within a second may be as long as each other.
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", *options, *tests]
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False, timeout=most)


def _copy(folder: Path) -> Path:
    """A project whose code is its own, compiled, and nothing else."""
    folder.mkdir()
    compileall.compile_dir(ROOT / "macros", quiet=1)
    shutil.copytree(ROOT / "macros", folder / "macros")
    for part in PARTS:
        (folder / part).symlink_to(ROOT / part)
    return folder
