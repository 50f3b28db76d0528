# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# The services: the database, Redis, nginx and the forum, under systemd or supervisord.

# control VERB NAME: start, stop or restart
control() {
  if [ "$supervisor" = systemd ]; then
    quietly systemctl "$1" "$2"
  else
    quietly supervisorctl "$1" "$2"
  fi
}

# log_of NAME: where to find a service's log
log_of() {
  if [ "$supervisor" = systemd ]; then
    echo "journalctl -u $1"
  else
    echo "/var/log/parley/${1#parley-}.log"
  fi
}

# name_of SERVICE: its name in systemd or supervisord
name_of() {
  case $supervisor:$1 in
    systemd:database) if systemctl cat mariadb.service >/dev/null 2>&1; then echo mariadb; else echo mysql; fi ;;
    systemd:redis) echo redis-server@parley ;;
    systemd:nginx) echo nginx ;;
    supervisord:*) echo "parley-$1" ;;
  esac
}

# forum_names: the processes of the forum that should run
forum_names() {
  local name some=no
  if [ "$supervisor" = systemd ]; then
    for name in parley@http parley@chat parley@mail; do
      ! systemctl --quiet is-enabled "$name" 2>/dev/null || { echo "$name"; some=yes; }
    done
  fi
  [ "$some" = yes ] || echo parley
}

is_running() {
  if [ "$supervisor" = systemd ]; then
    systemctl --quiet is-active "$1"
  else
    supervisorctl status "$1" 2>/dev/null | grep -qE ' (RUNNING|STARTING) '
  fi
}

# place_supervision NAME: adds a program to supervisord; systemd units come with their packages
place_supervision() {
  [ "$supervisor" = supervisord ] || return 0
  if ! supervisorctl pid >/dev/null 2>&1; then
    quietly supervisord -c /etc/supervisor/supervisord.conf || fail "supervisord does not start; see above"
    changed "started supervisord"
  fi
  place "$release/conf/supervisor/$1.conf" "/etc/supervisor/conf.d/$1.conf" 0644
  quietly supervisorctl update || fail "supervisord does not accept /etc/supervisor/conf.d/$1.conf; see above"
}

# start_service SERVICE: starts it now and at every start of the machine
start_service() {
  local name
  name=$(name_of "$1")
  place_supervision "$name"
  start_name "$name" || fail "$name does not start; see above, and $(log_of "$name")"
}

start_name() {
  if [ "$supervisor" = systemd ] && ! systemctl --quiet is-enabled "$1" 2>/dev/null; then
    quietly systemctl enable "$1" || fail "$1 cannot be enabled; see above"
  fi
  if ! is_running "$1"; then
    control start "$1" || return 1
    changed "started $1"
  fi
}

# pid_of NAME: prints 0 or nothing if it does not run
pid_of() {
  if [ "$supervisor" = systemd ]; then
    systemctl show --property MainPID --value "$1"
  else
    supervisorctl pid "$1" || true
  fi
}

# runs_release NAME: whether the running process has the version in use
runs_release() {
  grep -qsz "^-Dparley.home=$(readlink -f "$programs/current")\$" "/proc/$(pid_of "$1")/cmdline"
}

# ours_runs: whether a forum installed by this script runs
ours_runs() {
  grep -qsz "^-Dparley.home=$programs/" /proc/[0-9]*/cmdline
}

# run_everything: does not wait for the forum to become ready; the caller checks, and can go back to the old version
run_everything() {
  local name
  start_service nginx
  if was_written '/etc/nginx/*' || [ "$switched" = yes ]; then
    quietly nginx -s reload || fail "nginx does not accept its new files; see above"
  fi
  [ "$supervisor" = systemd ] || place_supervision parley
  for name in $(forum_names); do
    if ! is_running "$name"; then
      start_name "$name" || say "$name does not start immediately"
    elif ! runs_release "$name" || was_written '/etc/systemd/system/parley*.service*'; then
      control restart "$name" || say "$name does not start immediately"
      changed "restarted $name"
    fi
  done
  [ "$supervisor" != systemd ] || start_name parley-backup.timer || fail "parley-backup.timer does not start; see above"
}

stop_forum() {
  local name
  for name in $(forum_names); do
    ! is_running "$name" || control stop "$name" || fail "$name does not stop; see above, and $(log_of "$name")"
  done
}
