# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# The machine: its system, its packages, Parley's account and folders.

# Packages that this script installed, one for each line.
packages_file=/etc/parley/packages

first_install=no

check_machine() {
  local id="" version=0
  # shellcheck source=/dev/null
  id=$(. /etc/os-release && echo "$ID") version=$(. /etc/os-release && echo "${VERSION_ID:-99}")
  case $id in
    debian) [ "${version%%.*}" -ge 12 ] || fail "Debian $version is too old: Parley needs Debian 12 or newer" ;;
    ubuntu) [ "${version%%.*}" -ge 22 ] || fail "Ubuntu $version is too old: Parley needs Ubuntu 22.04 or newer" ;;
    *) fail "this system is $id, not Debian or Ubuntu: unpack the archive and see docs/install.md, \"By hand\"" ;;
  esac
  ! compgen -G '/etc/supervisor/conf.d/parley*.conf' >/dev/null || supervisor=supervisord # as in the first installation
  if [ "$supervisor" = systemd ] && [ ! -d /run/systemd/system ]; then
    fail "systemd is not running; use --no-systemd to run everything under supervisord"
  fi
  if [ ! -e /opt/parley/current ]; then
    first_install=yes
    [ -n "$domain" ] || [ -e /etc/parley/parley.yaml ] ||
      fail "--domain is missing: the forum's domain name, such as forum.example.org"
    [[ -z $domain || $domain =~ ^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$ ]] ||
      fail "--domain $domain is not a valid host name"
    check_ports
  fi
}

# answers PORT: whether something listens there on this machine
answers() {
  (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

check_ports() {
  local port
  ours_runs && return # from an interrupted installation
  for port in 8080 8081 8082; do
    if answers "$port"; then
      fail "port $port is taken by another program; Parley needs it on the loopback address" \
        "stop that program (ss -ltnp shows which one it is), or give it another port"
    fi
  done
  if answers 80 && ! command -v nginx >/dev/null; then
    fail "port 80 is taken by another program; nginx needs it to serve the forum" \
      "stop that program (ss -ltnp shows which one it is), or give it another port"
  fi
}

# has COMMAND...: whether one of these commands exists
has() {
  local command
  for command in "$@"; do
    ! command -v "$command" >/dev/null || return 0
  done
  return 1
}

java_is_new() {
  local version
  has java || return 1
  version=$(java -version 2>&1 | sed -n '1s/[^"]*"\([0-9]*\).*/\1/p')
  [ "${version:-0}" -ge 17 ]
}

# Prints the newest Java runtime package without a desktop.
java_package() {
  local package
  for package in openjdk-21-jre-headless openjdk-17-jre-headless; do
    if apt-cache show "$package" 2>/dev/null | grep '^Version:' >/dev/null; then
      echo "$package"
      return
    fi
  done
  echo default-jre-headless
}

# An existing MySQL is used, because MariaDB's package would replace it.
missing_packages() {
  java_is_new || java_package
  has mariadbd mysqld || ! database_is_here || echo mariadb-server
  has redis-server || ! redis_is_here || echo redis-server
  has nginx || echo nginx
  has curl || echo curl
  [ "$supervisor" = systemd ] || has supervisord || echo supervisor
}

# Packages must not start their services: they are started here later, with their settings in place.
install_packages() {
  local missing own_policy=no policy=/usr/sbin/policy-rc.d
  mapfile -t missing < <(missing_packages)
  if [ ${#missing[@]} -gt 0 ]; then
    say "installing ${missing[*]}"
    quietly apt-get update || fail "the package lists cannot be downloaded: see above, fix the cause, and run this again"
    mapfile -t missing < <(missing_packages) # the available Java versions are known only now
    if [ ! -e "$policy" ]; then
      own_policy=yes
      printf '#!/bin/sh\nexit 101\n' >"$policy"
      chmod 0755 "$policy"
    fi
    DEBIAN_FRONTEND=noninteractive quietly apt-get install -y --no-install-recommends "${missing[@]}" || {
      [ "$own_policy" = no ] || rm -f "$policy"
      fail "these packages cannot be installed: ${missing[*]}; see above, fix the cause, and run this again"
    }
    [ "$own_policy" = no ] || rm -f "$policy"
    mkdir -p "$(dirname "$packages_file")"
    printf '%s\n' "${missing[@]}" >>"$packages_file"
    changed "installed ${missing[*]}"
  fi
  java_is_new || fail "the command java is older than 17, although a newer version is installed: update-alternatives --config java"
}

# we_installed PACKAGE: whether this script installed it, so that no other program depends on it
we_installed() {
  grep -qsx "$1" "$packages_file"
}

# folder MODE OWNER PATH: creates the folder or corrects its mode and owner
folder() {
  if [ "$(stat -c '%a %U' "$3" 2>/dev/null)" != "$1 $2" ]; then
    install -d -m "$1" -o "$2" -g "$2" "$3"
    changed "created the folder $3"
  fi
}

make_account() {
  if ! id parley >/dev/null 2>&1; then
    quietly useradd --system --user-group --home-dir /var/lib/parley --no-create-home --shell /usr/sbin/nologin parley ||
      fail "the account parley cannot be created; see above"
    changed "created the system account parley"
  fi
  folder 755 root /opt/parley
  folder 755 root /etc/parley
  folder 711 parley /var/lib/parley # nginx needs to reach the pictures
  folder 750 parley /var/backups/parley
}
