"""Node, with which tests run JavaScript: the one that set-up installs, as not every computer has one of its own."""

from __future__ import annotations

import sys
from pathlib import Path

NODE_PROGRAM = str(Path(sys.executable).parent / "node")
