"""Makes one classic script of each module and all that it imports: browsers load no modules from a folder.

esbuild does it (scripts/bundler/), run by the Node that comes with our packages.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PROGRAM = Path("scripts") / "bundler" / "node_modules" / "esbuild" / "bin" / "esbuild"


class BundleError(Exception):
    """A script could not be bundled; the message says why, and what to do."""


def bundled(root: Path, modules: Sequence[Path], top: Path, folder: Path) -> dict[str, Path]:
    """Bundles modules below ``top`` into ``folder``; the path of each by its name from ``top``. Raises BundleError."""
    program = root / PROGRAM
    node = shutil.which("node", path=str(Path(sys.executable).parent))
    if node is None or not program.is_file():
        raise BundleError(f"{PROGRAM.as_posix()} is missing; `make offline` installs it")
    command = [
        *(node, str(program), *map(str, modules), "--bundle", "--format=iife", "--target=es2022", "--charset=utf8"),
        *("--log-level=warning", f"--outdir={folder}", f"--outbase={top}"),
    ]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if result.returncode:
        raise BundleError(f"The scripts could not be made one file each: {result.stderr.strip()}")
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.js"))}
