"""The site's scripts are JavaScript with types in their comments: TypeScript's own checker, strict, finds no fault."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.node_program import NODE_PROGRAM

NODE = Path(__file__).parent / "node"
SETTINGS = NODE / "tsconfig.json"


def faults(settings: Path) -> list[str]:
    """What the checker says: a line for each fault, with file and place."""
    command = [NODE_PROGRAM, str(NODE / "node_modules/typescript/bin/tsc"), "--project", str(settings)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode in {0, 1, 2}, result.stderr
    return result.stdout.splitlines()


def test_every_script_keeps_to_its_types() -> None:
    assert faults(SETTINGS) == []


def test_every_script_is_checked_and_none_is_let_off() -> None:
    options = json.loads(SETTINGS.read_text(encoding="utf-8"))
    assert options["compilerOptions"]["strict"]
    assert options["compilerOptions"]["checkJs"]
    assert options["include"] == ["../../docs/assets/**/*.js"]
    scripts = (NODE.parent.parent / "docs" / "assets").rglob("*.js")
    texts = [script.read_text(encoding="utf-8") for script in scripts]
    assert texts
    assert not any("@ts-" in text or "{any}" in text for text in texts)


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("/** @param {number} seconds */\nexport function far(seconds) { return seconds.length; }\n", "TS2339"),
        ("export function far(seconds) { return seconds; }\n", "TS7006"),
        ('document.querySelector("p").hidden = true;\n', "TS2531"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, script: str, fault: str) -> None:
    options = json.loads(SETTINGS.read_text(encoding="utf-8"))
    (tmp_path / "tsconfig.json").write_text(json.dumps({**options, "include": ["*.js"]}), encoding="utf-8")
    (tmp_path / "planted.js").write_text(script, encoding="utf-8")
    assert any(fault in line for line in faults(tmp_path / "tsconfig.json"))
