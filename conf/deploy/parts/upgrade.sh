# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# Upgrade and rollback, without risk for the members' data at any point.

backups=/var/backups/parley

# Exit codes of `parley migrate --status`, see docs/backup.md.
schema_is_older=5
schema_is_newer=6

# schema_of FOLDER: how that version's program rates the schema, as an exit code
schema_of() {
  local status=0
  parley_of "$1" migrate --status >>"$log" 2>&1 </dev/null || status=$?
  echo "$status"
}

# upgrade: changes nothing before the backup is written and the migrations succeeded on a copy
upgrade() {
  local old
  old=$(basename "$old_release")
  say "upgrading from $old to $release_version"
  backup_file=$backups/parley-$old-$(date -u +%Y%m%dT%H%M%SZ).parley.zip
  quietly parley_of "$old_release" backup "$backup_file" ||
    fail "$old cannot write a backup; see above. Nothing was changed, and $old keeps running"
  say "wrote the backup $backup_file"
  quietly parley_of "$release" migrate --rehearse ||
    fail "the migrations of $release_version fail on a copy of the database; see above" \
      "nothing was changed, and $old keeps running; report this to the developers of that version"
  say "rehearsed the migrations of $release_version on a copy of the database"
  keep_release
  remember_release "$old"
}

# give_up_or_go_back: the forum is not ready; starts the previous version again if possible
give_up_or_go_back() {
  local failed=$release_version
  if [ "$change" != upgrade ]; then
    fail "Parley $failed is installed but does not become ready; see above" \
      "the usual cause is a wrong value in $settings_file; fix it and run this again"
  fi
  case $(schema_of "$old_release") in
    0 | "$schema_is_older") ;;
    "$schema_is_newer") explain_restore "$failed does not become ready, and its migrations have already run" "$backup_file" ;;
    *) fail "$failed does not become ready, and the database does not answer either; see $log" ;;
  esac
  return_to "$old_release"
  await_health || fail "$failed does not become ready, and neither does $release_version; see above and $log"
  fail "$failed does not become ready, see above; $release_version is running again and nothing is lost"
}

# return_to FOLDER: installs that version's program and files again, and starts it
return_to() {
  release=$1 release_version=$(basename "$1")
  use_release
  remember_release
  place_files
  run_everything
}

# explain_restore WHY BACKUP: fails because the schema does not allow a rollback
explain_restore() {
  fail "$1" \
    "to return to the previous version and to the data of the backup, and lose everything written since:" \
    "  $0 --rollback --restore ${2:-FILE}" \
    "backups are in $backups"
}

roll_back() {
  local failed target
  check_machine
  [ -e "$programs/current" ] || fail "no Parley is installed here"
  old_release=$(readlink -f "$programs/current")
  failed=$(basename "$old_release")
  target=$programs/$(release_before "$failed") || fail "there is no earlier version than $failed in $programs"
  release=$target
  if [ -n "$backup_file" ]; then
    restore_for "$target"
  else
    require_schema_for "$target" "$failed"
  fi
  return_to "$target"
  await_health || fail "$release_version does not become ready either; see above"
  report
}

# require_schema_for FOLDER VERSION: fails if the version in that folder cannot use the schema of the newer VERSION
require_schema_for() {
  case $(schema_of "$1") in
    0 | "$schema_is_older") ;;
    "$schema_is_newer")
      explain_restore "$(basename "$1") cannot use the schema of $2. Nothing was changed" "$(newest_backup_of "$1")"
      ;;
    *) fail "the schema version cannot be read from the database; see $log. Nothing was changed" ;;
  esac
}

# restore_for FOLDER: restores all or nothing, and stops the forum first
restore_for() {
  stop_forum
  if ! quietly parley_of "$1" restore --replace "$backup_file"; then
    run_everything_again
    fail "$backup_file was not restored; see above. Nothing was changed, and $(basename "$old_release") is running again"
  fi
  changed "restored $backup_file"
}

run_everything_again() {
  release=$old_release release_version=$(basename "$old_release")
  run_everything
}

newest_backup_of() {
  find "$backups" -name "parley-$(basename "$1")-*.parley.zip" 2>/dev/null | sort | tail -n 1
}
