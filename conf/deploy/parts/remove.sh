# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# Removes the program, but no data.

uninstall() {
  local file
  check_machine
  [ -e "$programs/current" ] || fail "no Parley is installed here"
  stop_forum
  if [ "$supervisor" = systemd ]; then
    # shellcheck disable=SC2046 # names are words
    quietly systemctl disable --now parley-backup.timer redis-server@parley $(forum_names) || true
  fi
  rm -f /etc/nginx/sites-enabled/parley
  while read -r _ file; do
    rm -f "$file" "$file.parley-new"
  done <"$placed_file"
  rm -f "$placed_file"
  find /etc/systemd/system -type d -name 'parley*.service.d' -empty -delete
  if [ "$supervisor" = systemd ]; then
    quietly systemctl daemon-reload
    ! is_running nginx || quietly systemctl reload nginx
  else
    quietly supervisorctl update
  fi
  rm -rf "$programs"
  say "Parley is removed; the database, pictures, settings and backups remain"
  say "to delete them too, permanently: DROP DATABASE parley; DROP USER parley@localhost, parley@127.0.0.1;"
  say "  rm -r /var/lib/parley /var/lib/redis/parley /var/backups/parley /etc/parley /var/log/parley; userdel parley"
  [ ! -s "$packages_file" ] || say "packages installed for it: $(sort -u "$packages_file" | paste -sd ' ')"
}
