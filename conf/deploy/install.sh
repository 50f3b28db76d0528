#!/usr/bin/env bash
# Installs Parley on a Debian (12 or newer) or Ubuntu (22.04 or newer) server, upgrades it, and rolls back. As root:
#
#   install.sh --domain forum.example.org    installs; with a newer archive it upgrades, with the same archive it
#                                            repairs what is missing and changes nothing else
#   install.sh --rollback                    returns to the previous version, if the schema allows it
#   install.sh --rollback --restore FILE     returns to the previous version and restores that backup
#   install.sh --uninstall                   removes the program; data, settings and backups remain
#   install.sh --packages                    prints the packages it would install, and changes nothing
#
#   --archive FILE       the parley-<version>.tar.gz to install; by default the unpacked archive that contains this script
#   --domain NAME        the forum's domain name; required for the first installation
#   --no-systemd         runs everything under supervisord, for containers and chroots
#   --adopt-database     uses an existing database and account named parley; the account gets a new password
#
# docs/install.md describes the changes to the machine and where everything is. The output of commands goes to
# /var/log/parley/install.log. If this script is interrupted, run it again.
# shellcheck source-path=SCRIPTDIR
set -Eeuo pipefail
umask 022

here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$here/parts/say.sh"
. "$here/parts/machine.sh"
. "$here/parts/secrets.sh"
. "$here/parts/stores.sh"
. "$here/parts/release.sh"
. "$here/parts/files.sh"
. "$here/parts/services.sh"
. "$here/parts/site.sh"
. "$here/parts/health.sh"
. "$here/parts/upgrade.sh"
. "$here/parts/remove.sh"

action=install_or_upgrade archive="" domain="" backup_file="" adopt=no supervisor=systemd

usage() {
  sed -n '2,/^# shellcheck/{/^# shellcheck/d;/^#/s/^# \{0,1\}//p}' "$here/install.sh"
}

options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --archive) archive=$(readlink -f "${2:?--archive needs a file}"); shift ;;
      --domain) domain=${2:?--domain needs a name}; shift ;;
      --restore) backup_file=$(readlink -f "${2:?--restore needs a backup}"); shift ;;
      --no-systemd) supervisor=supervisord ;;
      --adopt-database) adopt=yes ;;
      --rollback) action=roll_back ;;
      --uninstall) action=uninstall ;;
      --packages) action=missing_packages ;;
      --help | -h) usage; exit 0 ;;
      *) usage >&2; exit 2 ;;
    esac
    shift
  done
  if [ -n "$backup_file" ] && [ "$action" != roll_back ]; then
    usage >&2
    exit 2
  fi
}

install_or_upgrade() {
  check_machine
  stage_release
  install_packages
  make_account
  make_settings
  make_secrets
  prepare_stores
  case $change in
    first | same) keep_release ;;
    upgrade) upgrade ;;
  esac
  place_files
  run_everything
  await_health || give_up_or_go_back
  check_nginx
  prune_releases
  report
}

report() {
  if [ "$changes" = 0 ]; then
    say "Parley $release_version is running; nothing was changed"
    return
  fi
  say "Parley $release_version is running at $(setting site.url)"
  if [ "$first_install" = yes ]; then
    say "next: register there, and make yourself an administrator: sudo parley role YOURNAME admin"
    say "then set up HTTPS and an SMTP server: see /opt/parley/current/docs/install.md"
  fi
}

options "$@"
[ "$action" = missing_packages ] || begin
"$action"
