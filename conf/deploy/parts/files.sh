# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# Parley's files in the system's folders. A file that the administrator changed is never overwritten.

# The installed files and their checksums, in the format of sha256sum.
placed_file=/etc/parley/placed

# The files that this run has changed.
written=()

# place SOURCE FILE MODE [OWNER]: installs a file; if the administrator changed it, writes the new one beside it
place() {
  local source=$1 file=$2 mode=$3 owner=${4:-root} known new
  known=$(awk -v file="$file" '$2 == file { print $1 }' "$placed_file" 2>/dev/null) || true
  new=$(sha256sum <"$source")
  new=${new%% *}
  if [ -e "$file" ] && ! cmp -s "$source" "$file" && [ "$(sha256sum <"$file")" != "$known  -" ]; then
    if [ "$new" != "$known" ] && ! cmp -s "$source" "$file.parley-new"; then
      put "$source" "$file.parley-new" "$mode" "$owner"
      changed "kept $file, because it was changed on this machine; the new version is beside it: $file.parley-new"
    fi
    return 0
  fi
  if ! cmp -s "$source" "$file"; then
    put "$source" "$file" "$mode" "$owner"
    rm -f "$file.parley-new"
    written+=("$file")
    changed "wrote $file"
  fi
  if [ "$new" != "$known" ]; then
    { grep -v "  $file\$" "$placed_file" 2>/dev/null || true; echo "$new  $file"; } >"$scratch/placed"
    put "$scratch/placed" "$placed_file" 0644 root
  fi
}

# put SOURCE FILE MODE OWNER: writes a file atomically
put() {
  install -D -m "$3" -o "$4" -g "$4" "$1" "$2.partly"
  mv "$2.partly" "$2"
}

# was_written PATTERN: whether this run changed a file whose name matches
was_written() {
  local file
  for file in "${written[@]}"; do
    # shellcheck disable=SC2053 # a pattern, unquoted on purpose
    [[ $file != $1 ]] || return 0
  done
  return 1
}

place_files() {
  local unit
  place "$release/conf/deploy/parley-command.sh" /usr/local/bin/parley 0755
  place "$release/conf/deploy/logrotate" /etc/logrotate.d/parley 0644
  if [ "$supervisor" = systemd ]; then
    for unit in parley.service parley@.service parley-backup.service; do
      place "$release/conf/systemd/$unit" "/etc/systemd/system/$unit" 0644
      place "$release/conf/systemd/hardening.conf" "/etc/systemd/system/$unit.d/10-hardening.conf" 0644
    done
    place "$release/conf/systemd/parley-backup.timer" /etc/systemd/system/parley-backup.timer 0644
    for unit in chat mail; do
      place "$release/conf/systemd/management-$unit.conf" "/etc/systemd/system/parley@$unit.service.d/20-management.conf" 0644
    done
    ! was_written '/etc/systemd/*' || quietly systemctl daemon-reload
  else
    place "$release/conf/deploy/cron" /etc/cron.d/parley 0644
  fi
  place_site
}
