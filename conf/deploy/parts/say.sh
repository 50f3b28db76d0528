# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# Messages for the administrator, and the log for all other output.

log=/var/log/parley/install.log
changes=0

say() {
  printf 'install: %s\n' "$*"
}

# changed MESSAGE: reports a change to this machine
changed() {
  changes=$((changes + 1))
  say "$@"
}

# fail MESSAGE...: ends with one line for each message: what went wrong, then what to do
fail() {
  printf 'install: %s\n' "$@" >&2
  exit 1
}

# quietly COMMAND...: writes its output to the log, and shows it only if the command fails
quietly() {
  local began
  began=$(wc -l <"$log")
  printf '\n%s %s\n' "$(date -u +%FT%TZ)" "$*" >>"$log"
  if ! "$@" >>"$log" 2>&1 </dev/null 9>&-; then # a daemon must not inherit the lock
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
  flock --nonblock 9 || fail "this script is already running; wait until it ends"
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch" "${staging:-}"' EXIT
  trap 'say "stopped by an error in line $LINENO of ${BASH_SOURCE[0]}; see $log. You can run it again." >&2' ERR
}
