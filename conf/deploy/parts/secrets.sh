# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# Passwords that nobody has to know, and the administrator's own settings.

settings_file=/etc/parley/parley.yaml
secrets_file=/etc/parley/secrets.env

# The administrator's from the first moment; never touched again.
make_settings() {
  if [ -e "$settings_file" ]; then
    keep_private "$settings_file"
    return
  fi
  sed "s/@DOMAIN@/$domain/g" "$release/conf/deploy/parley.yaml" >"$scratch/parley.yaml"
  private "$scratch/parley.yaml" "$settings_file"
  changed "wrote $settings_file"
}

# private SOURCE FILE: readable by root and Parley alone, and there whole or not at all
private() {
  install -m 0640 -o root -g parley "$1" "$2.new"
  mv "$2.new" "$2"
}

# keep_private FILE: an administrator's file that others could read, or Parley could not
keep_private() {
  if [ "$(stat -c '%a %U %G' "$1")" != "640 root parley" ]; then
    chown root:parley "$1"
    chmod 0640 "$1"
    changed "let nobody but root and Parley read $1"
  fi
}

# setting SECTION.KEY: what the administrator's settings say, empty if they leave it to the default
setting() {
  awk -v section="${1%.*}:" -v key="${1#*.}:" '
    /^[^ #]/ { inside = ($1 == section) }
    inside && $1 == key { gsub(/^"|"$/, "", $2); print $2; exit }' "$settings_file"
}

# secret NAME: one of the values of the secrets' file
secret() {
  (
    # shellcheck source=/dev/null
    . "$secrets_file"
    printf '%s' "${!1:-}"
  )
}

# Letters and digits only, so that no file and no program reads them in another way.
password() {
  head -c 24 /dev/urandom | base64 | tr -d '+/=\n'
}

make_secrets() {
  if [ -e "$secrets_file" ]; then
    keep_private "$secrets_file"
    return
  fi
  ! database_is_here || refuse_foreign_database
  local port=6380
  while answers "$port"; do port=$((port + 1)); done
  (
    umask 077
    printf '%s\n' \
      "# Made by conf/deploy/install.sh; add what else is secret, such as PARLEY_MAIL_PASSWORD='...'." \
      "PARLEY_MYSQL_PASSWORD=$(password)" \
      "PARLEY_REDIS_URL=redis://:$(password)@127.0.0.1:$port" >"$scratch/secrets.env"
  )
  private "$scratch/secrets.env" "$secrets_file"
  changed "generated the stores' passwords in $secrets_file"
}
