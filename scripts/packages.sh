# shellcheck shell=bash
# System packages for the set-up scripts, which source this: what is missing, installing it, or whom to ask.
# Debian's and Ubuntu's names. Elsewhere the names are shown for the reader to find their own system's.

has() {
  command -v "$1" >/dev/null 2>&1
}

has_any() {
  local name
  for name in "$@"; do
    if has "$name"; then return 0; fi
  done
  return 1
}

# The packages that `make test` cannot do without and that are not here.
missing_for_tests() {
  if ! has_libatomic; then echo libatomic1; fi
  if ! has_chromium; then if is_ubuntu; then echo chromium-browser; else echo chromium; fi; fi
}

# The packages of the two further browsers: without them their tests are not run, and the summary says so.
missing_for_other_browsers() {
  has apt-get || return 0
  if ! has_any firefox-esr firefox; then if is_ubuntu; then echo firefox; else echo firefox-esr; fi; fi
  if ! has WebKitWebDriver; then echo webkit2gtk-driver; fi
  if ! has Xvfb; then echo xvfb; fi
  # WebKit plays recordings with these.
  if ! is_installed gstreamer1.0-plugins-good; then echo gstreamer1.0-plugins-good; fi
}

# Node, which comes with Playwright, is built against it.
has_libatomic() {
  if has dpkg-query; then
    is_installed libatomic1
  elif [ -x .venv/bin/python ]; then
    .venv/bin/python -m playwright --version >/dev/null 2>&1
  fi
}

has_chromium() {
  [ -n "${CHROMIUM:-}" ] || has_any chromium chromium-browser google-chrome google-chrome-stable ||
    .venv/bin/python -m tests.browser.chromium >/dev/null 2>&1
}

is_ubuntu() {
  grep -q '^ID=ubuntu$' /etc/os-release 2>/dev/null
}

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Whether packages can be installed here; sudo may ask for a password only where somebody can type it.
can_install() {
  has apt-get || return 1
  [ "$(id -u)" = 0 ] || { has sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; }
}

as_root() {
  if [ "$(id -u)" = 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"; else sudo env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

# install_packages PACKAGE...: installs them; 1 if that cannot be done, with the reason.
install_packages() {
  local log
  if ! can_install; then
    ask_for "$@"
    return 1
  fi
  echo "Installing $* ..."
  log=$(mktemp)
  if as_root apt-get update -q >"$log" 2>&1 </dev/null &&
    as_root apt-get install -y -q --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; then
    rm -f "$log"
    return 0
  fi
  explain_failure "$log" "apt-get did not install $*"
  return 1
}

ask_for() {
  if has apt-get; then
    echo "Installing needs root or sudo, which you do not have here. Ask for these packages: $*" >&2
  else
    echo "Install these first (the names are those of Debian and Ubuntu): $*" >&2
  fi
}

# explain_failure LOG WHAT: no network, if that is why; else the end of what the program said.
explain_failure() {
  if grep -qiE 'temporary failure (in name resolution|resolving)|name or service not known|could not resolve|network is unreachable|no route to host|failed to establish a new connection|EAI_AGAIN|ENOTFOUND|ENETUNREACH|ECONNREFUSED|connection refused|connection timed out|getaddrinfo' "$1"; then
    echo "No network: $2. Try again when you are online." >&2
  else
    echo "$2:" >&2
    tail -n 15 "$1" >&2
  fi
  rm -f "$1"
}

# run_quietly WHAT COMMAND...: shows what a command says only if it fails.
run_quietly() {
  local log what=$1
  shift
  log=$(mktemp)
  if "$@" >"$log" 2>&1 </dev/null; then
    rm -f "$log"
    return 0
  fi
  explain_failure "$log" "$what"
  return 1
}
