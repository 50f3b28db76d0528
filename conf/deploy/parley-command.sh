#!/usr/bin/env bash
# /usr/local/bin/parley: runs the installed Parley as its account and with its configuration.
#
#   sudo parley role ada admin        sudo parley backup        sudo parley --help
set -euo pipefail
account=parley

if [ "$(id -un)" != "$account" ]; then
  if [ "$(id -u)" != 0 ]; then
    echo "parley: only root may do this: sudo parley $*" >&2
    exit 1
  fi
  exec runuser -u "$account" -- "$0" "$@"
fi

# What is named without a folder, such as a backup, belongs there; root's own folder is closed to this account.
[ -w . ] || cd /var/backups/parley
set -a
# shellcheck source=/dev/null # made by install.sh
. /etc/parley/secrets.env
set +a
exec "${parley_release:-/opt/parley/current}/bin/parley" --config /etc/parley/parley.yaml "$@"
