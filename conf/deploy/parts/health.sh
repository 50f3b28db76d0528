# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# Whether what was installed works, asked as others will ask it.

# A start takes seconds; migrations of a large forum take longer.
patience_seconds=180

# is_healthy NAME: each further process of the forum has a management port of its own
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

# is_crashing NAME: whether it was started again and again
is_crashing() {
  if [ "$supervisor" = systemd ]; then
    [ "$(systemctl show --property NRestarts --value "$1")" -ge 2 ]
  else
    supervisorctl status "$1" | grep -qE 'FATAL|BACKOFF'
  fi
}

# await_health: fails when the forum does not become ready
await_health() {
  local name began=$SECONDS
  for name in $(forum_names); do
    until is_healthy "$name"; do
      if [ $((SECONDS - began)) -gt "$patience_seconds" ] || { [ $((SECONDS - began)) -gt 20 ] && is_crashing "$name"; }; then
        say "$name does not become ready; of its health and from its log:" >&2
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

# check_nginx: the forum answers where members ask; a site with a certificate sends them on
check_nginx() {
  local status
  status=$(curl -sS --max-time 10 --output /dev/null --write-out '%{http_code}' -H "Host: $(site_host)" \
    http://127.0.0.1/api/site 2>>"$log") || status="no answer"
  case $status in
    200 | 301) ;;
    *) fail "the forum runs, but http://$(site_host)/ through nginx gives: $status" \
      "another site may have that name or port: nginx -T shows all, /var/log/nginx/error.log says more" ;;
  esac
}
