#!/usr/bin/env bash
# Gets what only `make listen` needs: a recogniser, a listening model and their weights. Run by make; safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/packages.sh
. scripts/packages.sh

echo "Installing what is in requirements-listen.lock ..."
rm -rf .venv-listen
# The lock is whole, and leaves out what distillmos asks for and we do not need: pip must not ask for it either.
run_quietly "pip did not install what is in requirements-listen.lock" \
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
  --require-hashes --no-deps --target .venv-listen -r requirements-listen.lock
touch .venv-listen/ready
