"""The set-up scripts: what they say where something is missing. The programs that they call are stand-ins."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

TOOLS = ("bash", "dirname", "env", "grep", "mktemp", "rm", "sed", "tail", "touch", "cat", "mkdir", "chmod")
NO_NETWORK = "echo 'Temporary failure in name resolution' >&2; exit 1"
# A Python that is new enough, has no venv, and makes an environment whose pip does as `pip` says.
PYTHON = """case "$*" in
  *version_info*) exit 0 ;;
  *ensurepip*) exit {has_venv} ;;
  *"-m venv"*) mkdir -p .venv/bin; cp "$BIN/made-python" .venv/bin/python ;;
esac"""


class Machine:
    """A checkout and a PATH with nothing but what is put there."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder / "checkout"
        self.bin = folder / "bin"
        self.bin.mkdir()
        shutil.copytree(root / "scripts", self.folder / "scripts", ignore=shutil.ignore_patterns("node_modules"))
        for name in (*TOOLS, "cp"):
            (self.bin / name).symlink_to(shutil.which(name) or name)
        self.has("id", "echo 1000")
        self.has("apt-get", "echo called apt-get >&2; exit 1")
        self.has("dpkg-query", "exit 1")

    def has(self, name: str, script: str) -> None:
        """Puts a program there."""
        (self.bin / name).write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
        (self.bin / name).chmod(0o755)

    def run(self, script: str) -> tuple[int, str]:
        """(exit code, what it says)."""
        result = subprocess.run(
            [self.bin / "bash", f"scripts/{script}"],
            cwd=self.folder,
            env={"PATH": str(self.bin), "BIN": str(self.bin), "HOME": str(self.folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
        return result.returncode, result.stdout


@pytest.fixture
def machine(root: Path, tmp_path: Path) -> Machine:
    return Machine(root, tmp_path)


def test_without_root_or_sudo_the_packages_to_ask_for_are_named_at_once(machine: Machine) -> None:
    machine.has("python3", PYTHON.format(has_venv=1))
    code, said = machine.run("setup.sh")
    assert code == 1
    assert "Ask for these packages: python3-venv\n" in said
    assert "For `make test` also ask for: libatomic1 chromium" in said
    assert "webkit2gtk-driver xvfb gstreamer1.0-plugins-good" in said
    assert "called apt-get" not in said


def test_an_old_python_is_told(machine: Machine) -> None:
    machine.has("python3", "exit 1")
    assert machine.run("setup.sh") == (
        1,
        "Doing With needs Python 3.11 or later; name it with PYTHON=, such as: make PYTHON=python3.12 serve\n",
    )


def test_without_a_network_it_says_so(machine: Machine) -> None:
    machine.has("python3", PYTHON.format(has_venv=0))
    machine.has("made-python", f'case "$*" in *install*) {NO_NETWORK} ;; esac')
    code, said = machine.run("setup.sh")
    assert code == 1
    assert "No network: pip did not install what is in requirements.lock. Try again when you are online." in said
    assert not (machine.folder / ".venv" / "ready").exists()


def test_another_failure_shows_what_was_said(machine: Machine) -> None:
    machine.has("python3", PYTHON.format(has_venv=0))
    machine.has("made-python", 'case "$*" in *install*) echo "THESE PACKAGES DO NOT MATCH THE HASHES"; exit 1 ;; esac')
    code, said = machine.run("setup.sh")
    assert code == 1
    assert "pip did not install what is in requirements.lock:\nTHESE PACKAGES DO NOT MATCH THE HASHES" in said


def test_an_environment_without_pip_is_made_anew(machine: Machine) -> None:
    machine.has("python3", PYTHON.format(has_venv=0))
    machine.has("made-python", "exit 0")
    broken = machine.folder / ".venv" / "bin" / "python"
    broken.parent.mkdir(parents=True)
    broken.write_text("#!/bin/bash\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    code, said = machine.run("setup.sh")
    assert code == 0, said
    assert "Setting up .venv ..." in said
    assert (machine.folder / ".venv" / "ready").exists()
    assert "Setting up" not in machine.run("setup.sh")[1]


def test_as_root_it_installs_without_a_question(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get", 'echo "$DEBIAN_FRONTEND $*" >>apt.log')
    machine.has("python3", PYTHON.format(has_venv=1))
    machine.has("made-python", "exit 0")
    code, said = machine.run("setup.sh")
    assert code == 0, said
    assert (machine.folder / "apt.log").read_text(encoding="utf-8").splitlines() == [
        "noninteractive update -q",
        "noninteractive install -y -q --no-install-recommends python3-venv",
    ]


def test_the_tests_own_needs_are_named_where_they_cannot_be_installed(machine: Machine) -> None:
    code, said = machine.run("setup-tests.sh")
    assert code == 1
    assert "Ask for these packages: libatomic1 chromium" in said
