#!/usr/bin/env bash
# /usr/local/bin/parley: runs the installed Parley with its account and its configuration.
#
#   sudo parley role ada admin        sudo parley backup        sudo parley --help
set -euo pipefail
account=parley

if [ "$(id -un)" != "$account" ]; then
  if [ "$(id -u)" != 0 ]; then
    echo "parley: this needs root: sudo parley $*" >&2
    exit 1
  fi
  exec runuser -u "$account" -- "$0" "$@"
fi

# Relative file names, such as a backup, refer to this folder, because the account cannot write to root's home folder.
[ -w . ] || cd /var/backups/parley
set -a
# shellcheck source=/dev/null # made by install.sh
. /etc/parley/secrets.env
set +a
exec "${parley_release:-/opt/parley/current}/bin/parley" --config /etc/parley/parley.yaml "$@"
