# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# Versions of the program: each in its own folder /opt/parley/<version>, never changed; the link current points to the one in use.

programs=/opt/parley

# The folder to install from, and its version: first a temporary folder, later the final one.
release="" release_version=""

# The folder that was in use when this script began, empty if there was none.
old_release=""

# One of: first, same, upgrade.
change=""

# Whether this run has switched the link to another version.
switched=no

# stage_release: unpacks the new version into a temporary folder, where it can be tested but is not in use
stage_release() {
  local source
  source=$(readlink -f "$here/../..")
  folder 755 root "$programs"
  if [ -z "$archive" ] && [ ! -f "$source/lib/parley.jar" ]; then
    fail "--archive is missing: the parley-<version>.tar.gz to install"
  fi
  if [ -z "$archive" ] && [ "$(dirname "$source")" = "$programs" ]; then
    release=$source # this script belongs to an installed version
  else
    staging=$(mktemp -d "$programs/.unpacking.XXXXXX")
    chmod 0755 "$staging" # Parley's account needs to run it to rehearse the migrations
    if [ -n "$archive" ]; then
      quietly tar -xzf "$archive" -C "$staging" --no-same-owner --no-same-permissions ||
        fail "$archive cannot be unpacked: is it complete, and is there space in $programs? Nothing was changed"
    else
      quietly cp -r "$source" "$staging/" || fail "$source cannot be copied to $programs; see above. Nothing was changed"
    fi
    release=$(find "$staging" -mindepth 1 -maxdepth 1)
  fi
  [ -f "$release/lib/parley.jar" ] ||
    fail "${archive:-$source} is not a packaged Parley; create one with bin/package. Nothing was changed"
  release_version=$(basename "$release")
  release_version=${release_version#parley-}
  [[ $release_version =~ ^[0-9][0-9A-Za-z.+-]*$ ]] || fail "'$release_version' is not a version. Nothing was changed"
  compare_release
}

# is_older ONE OTHER: whether version ONE is older than OTHER; 1.0-rc1 is older than 1.0
is_older() {
  dpkg --compare-versions "${1//-/\~}" lt "${2//-/\~}"
}

compare_release() {
  local installed=$programs/$release_version
  [ ! -e "$programs/current" ] || old_release=$(readlink -f "$programs/current")
  if [ "$release" != "$installed" ] && [ -e "$installed" ] && ! quietly diff -rq "$release" "$installed"; then
    fail "version $release_version is already installed with different files (see above). Nothing was changed" \
      "put changes into /etc/parley, not into $installed; give a new build a new version"
  fi
  if [ -z "$old_release" ]; then
    change=first
  elif [ "$old_release" = "$installed" ]; then
    change=same
  elif is_older "$release_version" "$(basename "$old_release")"; then
    fail "$(basename "$old_release") is installed, which is newer than $release_version. Nothing was changed" \
      "to return to the previous version: $0 --rollback"
  else
    change=upgrade
  fi
}

# keep_release: moves the unpacked version to its final folder, atomically
keep_release() {
  if [ ! -e "$programs/$release_version" ]; then
    mv "$release" "$programs/$release_version"
    changed "installed $programs/$release_version"
  fi
  release=$programs/$release_version
  use_release
}

# use_release: points the link current to $release, atomically
use_release() {
  if [ "$(readlink -f "$programs/current")" != "$release" ]; then
    ln -sfn "$release_version" "$programs/.current"
    mv -T "$programs/.current" "$programs/current"
    switched=yes
    changed "$release_version is now the current version"
  fi
}

# remember_release VERSION: stores which version was in use before; without a version, deletes that
remember_release() {
  rm -f "$programs/previous"
  [ $# = 0 ] || ln -s "$1" "$programs/previous"
}

# releases: the installed versions, newest first
releases() {
  find "$programs" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*' -printf '%f\n' | tr - '~' | sort -Vr | tr '~' -
}

# release_before VERSION: the version in use before it, otherwise the newest older one; fails if there is none
release_before() {
  local version
  if [ -e "$programs/previous" ]; then
    readlink "$programs/previous"
    return
  fi
  for version in $(releases); do
    if is_older "$version" "$1"; then
      echo "$version"
      return
    fi
  done
  return 1
}

# prune_releases: keeps the version in use and the two before it
prune_releases() {
  local version kept=0
  rm -rf "$programs"/.unpacking.* # also leftovers of a killed script
  for version in $(releases); do
    ! is_older "$release_version" "$version" || continue # newer, after a rollback
    kept=$((kept + 1))
    if [ "$kept" -gt 3 ]; then
      rm -rf "${programs:?}/$version"
      changed "removed the old version $version"
    fi
  done
}

# parley_of FOLDER ARGUMENT...: runs that version's command line as Parley's account
parley_of() {
  parley_release=$1 "$1/conf/deploy/parley-command.sh" "${@:2}"
}
