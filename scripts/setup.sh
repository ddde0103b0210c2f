#!/usr/bin/env bash
# Makes the virtual environment from the lock file. Run by make; safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/packages.sh
. scripts/packages.sh
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Doing With needs Python 3.11 or later; name it with PYTHON=, such as: make PYTHON=python3.12 serve" >&2
  exit 1
fi

# A set-up that was stopped half-way leaves an environment without pip.
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  # Debian and Ubuntu keep venv in a package of its own.
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if ! can_install; then
      ask_for python3-venv
      tests=$(missing_for_tests; missing_for_other_browsers)
      echo "For \`make test\` also ask for: ${tests//$'\n'/ }" >&2
      exit 1
    fi
    install_packages python3-venv
  fi
  echo "Setting up .venv ..."
  run_quietly "Python did not make .venv" "$python" -m venv --clear .venv
fi

echo "Installing what is in requirements.lock ..."
pip=(.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input)
run_quietly "pip did not install what is in requirements.lock" "${pip[@]}" --require-hashes -r requirements.lock
run_quietly "pip did not install Doing With itself" "${pip[@]}" --no-deps --editable .
touch .venv/ready
