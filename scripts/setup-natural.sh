#!/usr/bin/env bash
# Gets what only `make voice` needs: the natural voices' model and what runs it. Run by make; safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/packages.sh
. scripts/packages.sh

echo "Installing what is in requirements-natural.lock ..."
rm -rf .venv-natural
run_quietly "pip did not install what is in requirements-natural.lock" \
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
  --require-hashes --target .venv-natural -r requirements-natural.lock
touch .venv-natural/ready
