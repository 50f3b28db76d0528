# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# What the administrator hears, and the log of what they need not.

log=/var/log/parley/install.log
changes=0

say() {
  printf 'install: %s\n' "$*"
}

# changed MESSAGE: says that something on this machine is other than before
changed() {
  changes=$((changes + 1))
  say "$@"
}

# fail MESSAGE...: ends, with a line for each message; what went wrong, and then what to do
fail() {
  printf 'install: %s\n' "$@" >&2
  exit 1
}

# quietly COMMAND...: its output goes to the log, and to the administrator only when it fails
quietly() {
  local began
  began=$(wc -l <"$log")
  printf '\n%s %s\n' "$(date -u +%FT%TZ)" "$*" >>"$log"
  if ! "$@" >>"$log" 2>&1 </dev/null 9>&-; then # nor may a daemon keep the lock
    tail -n "+$((began + 3))" "$log" | tail -n 15 >&2
    return 1
  fi
}

begin() {
  [ "$(id -u)" = 0 ] || fail "this changes the machine and must be run as root: sudo $0"
  mkdir -p "$(dirname "$log")"
  touch "$log"
  chmod 0640 "$log"
  exec 9>/run/parley-install.lock
  flock --nonblock 9 || fail "it runs already; wait until that has ended"
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch" "${staging:-}"' EXIT
  trap 'say "stopped by an error in line $LINENO of ${BASH_SOURCE[0]}; see $log. It may be run again." >&2' ERR
}
