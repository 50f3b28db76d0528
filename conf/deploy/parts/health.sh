# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# Checks whether the installed forum works, in the same way as its users connect.

# A start takes seconds, but migrations of a large forum take longer.
patience_seconds=180

# is_healthy NAME: each process of the forum has its own management port
is_healthy() {
  local port=""
  case $1 in
    parley@chat) port=8083 ;;
    parley@mail) port=8084 ;;
  esac
  (
    [ -z "$port" ] || export PARLEY_MANAGEMENT_PORT=$port
    parley_of "$release" health
  ) >"$scratch/health" 2>&1 </dev/null
}

# is_crashing NAME: whether it was restarted repeatedly
is_crashing() {
  if [ "$supervisor" = systemd ]; then
    [ "$(systemctl show --property NRestarts --value "$1")" -ge 2 ]
  else
    supervisorctl status "$1" | grep -qE 'FATAL|BACKOFF'
  fi
}

# await_health: fails if the forum does not become ready
await_health() {
  local name began=$SECONDS
  for name in $(forum_names); do
    until is_healthy "$name"; do
      if [ $((SECONDS - began)) -gt "$patience_seconds" ] || { [ $((SECONDS - began)) -gt 20 ] && is_crashing "$name"; }; then
        say "$name does not become ready; its health and the end of its log:" >&2
        cat "$scratch/health" >&2
        last_words "$name" >&2
        return 1
      fi
      sleep 1
    done
  done
}

last_words() {
  if [ "$supervisor" = systemd ]; then
    journalctl --unit "$1" --lines 15 --no-pager --output cat
  else
    tail -n 15 "$(log_of "$1")"
  fi
}

# check_nginx: the forum must answer through nginx; a site with a certificate redirects to HTTPS
check_nginx() {
  local status
  status=$(curl -sS --max-time 10 --output /dev/null --write-out '%{http_code}' -H "Host: $(site_host)" \
    http://127.0.0.1/api/site 2>>"$log") || status="no answer"
  case $status in
    200 | 301) ;;
    *) fail "the forum is running, but http://$(site_host)/ through nginx answers: $status" \
      "another site may use that name or port: nginx -T shows all sites; see also /var/log/nginx/error.log" ;;
  esac
}
