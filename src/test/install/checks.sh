# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# What the trial does and looks at.

# A picture of one point.
picture=iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==

step() {
  echo "trial: $((SECONDS / 60)):$(printf %02d $((SECONDS % 60))) $1"
}

fail() {
  echo "trial: $1; the last output:" >&2
  tail -n 40 "$output" >&2
  exit 1
}

# check COMMAND...: it must succeed
check() {
  if [ "$1" = ! ]; then
    ! "${@:2}" || fail "'${*:2}' should not be"
  else
    "$@" || fail "'$*' should be"
  fi
}

# within SECONDS COMMAND...: it must succeed in that time
within() {
  local until=$((SECONDS + $1))
  until "${@:2}"; do
    [ "$SECONDS" -lt "$until" ] || fail "'${*:2}' was to be within $1 s"
    sleep 0.5
  done
}

port_answers() {
  (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# installer [ARCHIVE] OPTION...: the script as an administrator runs it, with one of the archives here
installer() {
  local options=("$@")
  if [[ $1 != --* ]]; then
    options=(--archive "$(echo "/trial/$1"/parley-*.tar.gz)" "${@:2}")
  fi
  if [ "$mode" = supervisord ]; then
    options+=(--no-systemd)
  fi
  /trial/deploy/install.sh "${options[@]}" >"$output" 2>&1 </dev/null
}

# refuses MESSAGE COMMAND...: the command must fail with this message
refuses() {
  if "${@:2}"; then
    fail "'${*:2}' should have been refused"
  fi
  grep -q "$1" "$output" || fail "'$1' was expected in the output"
}

# interrupted_installer SECONDS ARCHIVE: killed on the way, with all it started
interrupted_installer() {
  setsid /trial/deploy/install.sh --archive "$(echo "/trial/$2"/parley-*.tar.gz)" >"$output" 2>&1 </dev/null &
  local pid=$!
  sleep "$1"
  kill -9 -- "-$pid"
  { wait "$pid" || true; } 2>/dev/null
}

forum_pid() {
  if [ "$mode" = systemd ]; then
    systemctl show --property MainPID --value parley
  else
    supervisorctl pid parley
  fi
}

# runs ARCHIVE: that version is in use, answers, and is the process that runs
runs() {
  local version
  version=$(basename "$(echo "/trial/$1"/parley-*.tar.gz)" .tar.gz)
  check [ "$(readlink /opt/parley/current)" = "${version#parley-}" ]
  within 60 forum_answers
  check grep -qz "^-Dparley.home=/opt/parley/${version#parley-}\$" "/proc/$(forum_pid)/cmdline"
  check [ -z "$(find /opt/parley -name '.unpacking*')" ]
}

forum_answers() {
  curl -fsS --max-time 5 "$forum/api/site" >"$output" 2>&1
}

# post PATH JSON: prints the answer
post() {
  curl -fsS --max-time 20 -H "Authorization: Bearer ${token:-none}" -H 'Content-Type: application/json' \
    --data "$2" "$forum$1" 2>"$output"
}

# member NAME OF JSON: the first text of that name
text_of() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" <<<"$2"
}

open_topic() {
  post /api/topic/add "{\"title\":\"$1\",\"content\":\"Behind *nginx*.\",\"boardId\":1}" >/dev/null
}

sees_topic() {
  curl -fsS --max-time 5 "$forum/api/index" | grep -q "\"title\":\"$1\""
}

# answers STATUS CURL-ARGUMENT...: that is the status of the answer
answers() {
  local status
  status=$(curl -sS --max-time 5 --output "$output" --write-out '%{http_code}' "${@:2}" || true)
  check [ "$status" = "$1" ]
}

units_are_sound() {
  check systemd-analyze verify --man=no parley.service parley@http.service parley-backup.service parley-backup.timer
  local unit
  for unit in parley.service parley@http.service parley-backup.service; do
    check systemd-analyze security --no-pager --threshold=15 "$unit" >"$output" # of 100
  done
  check [ "$(systemctl show --property NRestarts --value parley)" = 0 ]
  check systemctl start parley-backup.service
  check [ -n "$(find /var/backups/parley -name '*.parley.zip')" ]
}

roles_apart() {
  local roles=(parley@http parley@chat parley@mail)
  systemctl disable --quiet --now parley
  systemctl enable --quiet --now "${roles[@]}"
  within 90 forum_answers
  within 60 upgrades_to_websocket
  installer first
  check grep -q "nothing was changed" "$output"
  sees_topic "First"
  systemctl disable --quiet --now "${roles[@]}"
  systemctl enable --quiet --now parley
  within 60 forum_answers
}

# Whether /eventbus becomes a WebSocket; curl gives up on the open connection, which it has then upgraded.
upgrades_to_websocket() {
  local handshake=(--http1.1 -H 'Upgrade: websocket' -H 'Connection: Upgrade' -H "Origin: $forum"
    -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' "$forum/eventbus/websocket")
  [ "$(curl -s --max-time 2 --output /dev/null --write-out '%{http_code}' "${handshake[@]}" || true)" = 101 ]
}

use_forum() {
  answers 200 "$forum/"
  answers 404 "$forum/no-such-page"
  answers 404 "$forum/dev/mail"
  check ! curl -fs --max-time 5 --output /dev/null "$forum/metrics"
  post /api/register '{"username":"Ada","email":"ada@example.org","password":"correct horse"}' >/dev/null
  token=$(text_of token "$(post /api/login '{"username":"Ada","password":"correct horse"}')")
  check [ -n "$token" ]
  open_topic "First"
  sees_topic "First"
  uploads_picture
  check upgrades_to_websocket
}

uploads_picture() {
  local image
  base64 -d <<<"$picture" >/tmp/picture.png
  image=$(text_of image "$(curl -fsS --max-time 20 -H "Authorization: Bearer $token" -F image=@/tmp/picture.png "$forum/api/image/add")")
  check [ -n "$image" ]
  answers 200 "$forum$image"
  check cmp -s "$output" "/var/lib/parley/images/$(basename "$image")"
}

# Lies where certbot would have put it; without it the site is HTTP's again.
use_certificate() {
  local folder=/etc/letsencrypt/live/localhost
  mkdir -p "$folder"
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
    -keyout "$folder/privkey.pem" -out "$folder/fullchain.pem" >"$output" 2>&1
  installer first
  check grep -q "change site.url" "$output"
  answers 200 --cacert "$folder/fullchain.pem" https://localhost/api/site
  answers 301 "$forum/"
  rm -r /etc/letsencrypt
  installer first
  answers 200 "$forum/"
}

secrets_are_private() {
  local secret
  check [ "$(stat -c '%a %U %G' /etc/parley/secrets.env)" = "640 root parley" ]
  check [ "$(stat -c '%a' /var/lib/parley/session.key)" = 600 ]
  while read -r secret; do
    check ! grep -qsr -- "$secret" /var/log/parley /var/log/nginx
    check ! grep -qs -- "$secret" /proc/[0-9]*/cmdline
  done < <(sed -n 's/^PARLEY_MYSQL_PASSWORD=//p; s/^PARLEY_REDIS_URL=redis:..:\(.*\)@.*/\1/p' /etc/parley/secrets.env)
}
