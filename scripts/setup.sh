#!/usr/bin/env bash
# Makes the virtual environment from the lock file. Run by make; safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Doing With needs Python 3.11 or later; name it with PYTHON=, such as: make PYTHON=python3.12 serve" >&2
  exit 1
fi

# Debian and Ubuntu keep venv in a package of its own.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  if command -v apt-get >/dev/null; then
    echo "Installing python3-venv ..."
    as_root=$([ "$(id -u)" = 0 ] || echo sudo)
    $as_root apt-get update -q >/dev/null
    $as_root apt-get install -y -q python3-venv >/dev/null
  else
    echo "This Python has no venv module; install it and try again." >&2
    exit 1
  fi
fi

echo "Setting up .venv ..."
[ -x .venv/bin/python ] || "$python" -m venv --clear .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
touch .venv/ready
