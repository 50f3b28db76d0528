# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# Versions of the program: each in a folder /opt/parley/<version> that nobody changes; the link current names the one in use.

programs=/opt/parley

# The folder to take files from, and its version: unpacked beside first, in its place later.
release="" release_version=""

# The folder that was in use when this script began, empty if there was none.
old_release=""

# One of: first, same, upgrade.
change=""

# Whether this run has made another version the one in use.
switched=no

# stage_release: unpacks what is to be installed where it can be tried but nobody uses it yet
stage_release() {
  local source
  source=$(readlink -f "$here/../..")
  folder 755 root "$programs"
  if [ -z "$archive" ] && [ ! -f "$source/lib/parley.jar" ]; then
    fail "--archive is missing: the parley-<version>.tar.gz to install"
  fi
  if [ -z "$archive" ] && [ "$(dirname "$source")" = "$programs" ]; then
    release=$source # of an installed Parley itself
  else
    staging=$(mktemp -d "$programs/.unpacking.XXXXXX")
    chmod 0755 "$staging" # Parley's account rehearses the migrations with it
    if [ -n "$archive" ]; then
      quietly tar -xzf "$archive" -C "$staging" --no-same-owner --no-same-permissions ||
        fail "$archive cannot be unpacked: is it whole, and is there space in $programs? Nothing was changed"
    else
      quietly cp -r "$source" "$staging/" || fail "$source cannot be copied to $programs; see above. Nothing was changed"
    fi
    release=$(find "$staging" -mindepth 1 -maxdepth 1)
  fi
  [ -f "$release/lib/parley.jar" ] ||
    fail "${archive:-$source} holds no packaged Parley; bin/package makes one. Nothing was changed"
  release_version=$(basename "$release")
  release_version=${release_version#parley-}
  [[ $release_version =~ ^[0-9][0-9A-Za-z.+-]*$ ]] || fail "'$release_version' is not a version. Nothing was changed"
  compare_release
}

# is_older ONE OTHER: whether a version comes before another; 1.0-rc1 comes before 1.0
is_older() {
  dpkg --compare-versions "${1//-/\~}" lt "${2//-/\~}"
}

compare_release() {
  local installed=$programs/$release_version
  [ ! -e "$programs/current" ] || old_release=$(readlink -f "$programs/current")
  if [ "$release" != "$installed" ] && [ -e "$installed" ] && ! quietly diff -rq "$release" "$installed"; then
    fail "there is already a version $release_version, and it is another one (see above). Nothing was changed" \
      "what was changed in $installed belongs into /etc/parley; a new build needs a new version"
  fi
  if [ -z "$old_release" ]; then
    change=first
  elif [ "$old_release" = "$installed" ]; then
    change=same
  elif is_older "$release_version" "$(basename "$old_release")"; then
    fail "$(basename "$old_release") is installed, which is newer than $release_version. Nothing was changed" \
      "to go back to the version before: $0 --rollback"
  else
    change=upgrade
  fi
}

# keep_release: what was unpacked beside comes into its place, whole or not at all
keep_release() {
  if [ ! -e "$programs/$release_version" ]; then
    mv "$release" "$programs/$release_version"
    changed "installed $programs/$release_version"
  fi
  release=$programs/$release_version
  use_release
}

# use_release: the link current names $release from one moment to the next
use_release() {
  if [ "$(readlink -f "$programs/current")" != "$release" ]; then
    ln -sfn "$release_version" "$programs/.current"
    mv -T "$programs/.current" "$programs/current"
    switched=yes
    changed "$release_version is the current version"
  fi
}

# remember_release VERSION: which one the version in use came after; without a version, forgets it
remember_release() {
  rm -f "$programs/previous"
  [ $# = 0 ] || ln -s "$1" "$programs/previous"
}

# releases: the versions here, the newest first
releases() {
  find "$programs" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*' -printf '%f\n' | tr - '~' | sort -Vr | tr '~' -
}

# release_before VERSION: the one that was in use before it, else the newest that is older; fails if there is none
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

# prune_releases: the one in use and two before it stay
prune_releases() {
  local version kept=0
  rm -rf "$programs"/.unpacking.* # also those of a script that was killed
  for version in $(releases); do
    ! is_older "$release_version" "$version" || continue # gone back from
    kept=$((kept + 1))
    if [ "$kept" -gt 3 ]; then
      rm -rf "${programs:?}/$version"
      changed "removed the old version $version"
    fi
  done
}

# parley_of FOLDER ARGUMENT...: that version's command line, as Parley's account
parley_of() {
  parley_release=$1 "$1/conf/deploy/parley-command.sh" "${@:2}"
}
