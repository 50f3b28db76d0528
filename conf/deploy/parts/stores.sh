# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# The database and Redis: installs, starts and prepares them for Parley.

redis_file=/etc/redis/redis-parley.conf

# sql: runs statements from standard input as the database's root, through its socket
sql() {
  "$(has mariadb && echo mariadb || echo mysql)" --batch --skip-column-names
}

start_database() {
  start_service database
  local tries=60
  until echo "SELECT 1" | sql >/dev/null 2>>"$log"; do
    tries=$((tries - 1))
    if [ "$tries" = 0 ]; then
      fail "root cannot sign in to the database through its socket; see $log" \
        "if it needs a password, put it into /root/.my.cnf and run this again"
    fi
    sleep 1
  done
}

# Never use another program's database of this name by accident.
refuse_foreign_database() {
  start_database
  [ "$adopt" = no ] || return 0
  local found
  found=$(sql <<<"SELECT 'database' FROM information_schema.schemata WHERE schema_name = 'parley'
                  UNION SELECT 'account' FROM mysql.user WHERE user = 'parley'") ||
    fail "the database cannot list its schemas and accounts; see above"
  [ -z "$found" ] || fail "there is already a ${found//$'\n'/ and an } named parley, but no $secrets_file" \
    "if it belongs to an earlier forum, run this again with --adopt-database; otherwise rename or drop it first"
}

# database_is_here: false if the administrator's settings name a database on another machine
database_is_here() {
  [ ! -e "$settings_file" ] || [[ $(setting mysql.host) =~ ^(127.0.0.1|localhost)$ ]]
}

redis_is_here() {
  [ ! -e "$secrets_file" ] || [[ $(secret PARLEY_REDIS_URL) = *@127.0.0.1:* ]]
}

prepare_stores() {
  ! database_is_here || prepare_database
  ! redis_is_here || prepare_redis
}

prepare_database() {
  start_database
  local password
  password=$(secret PARLEY_MYSQL_PASSWORD)
  ! signs_in "$password" || return 0
  # The account exists for the address and for the name, because a database may resolve names. The other databases are
  # used to rehearse migrations and verify backups.
  sql >>"$log" <<SQL || fail "the database and its account cannot be created; see above"
CREATE DATABASE IF NOT EXISTS parley CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'parley'@'127.0.0.1', 'parley'@'localhost';
ALTER USER 'parley'@'127.0.0.1' IDENTIFIED BY '$password', 'parley'@'localhost' IDENTIFIED BY '$password';
GRANT ALL PRIVILEGES ON parley.* TO 'parley'@'127.0.0.1', 'parley'@'localhost';
GRANT ALL PRIVILEGES ON \`parley\\_%\`.* TO 'parley'@'127.0.0.1', 'parley'@'localhost';
SQL
  signs_in "$password" || fail "the database refuses the account that was just created; see $log" \
    "check that it listens at 127.0.0.1:3306 (bind-address, skip-networking)"
  changed "created the database parley and its account"
}

# signs_in PASSWORD: whether the account can use its database; the password does not appear in the process list
signs_in() {
  printf '[client]\nuser=parley\npassword=%s\nhost=127.0.0.1\nprotocol=tcp\n' "$1" >"$scratch/client.cnf"
  "$(has mariadb && echo mariadb || echo mysql)" --defaults-file="$scratch/client.cnf" --execute="SELECT 1" parley \
    >>"$log" 2>&1 </dev/null
}

# Parley has its own Redis instance, so that it shares neither memory limit nor persistence with other programs.
prepare_redis() {
  local url port
  url=$(secret PARLEY_REDIS_URL)
  port=${url##*:}
  (
    umask 077
    url=${url#redis://:}
    { cat "$release/conf/deploy/redis.conf"; printf '\nport %s\nrequirepass %s\n' "${port%%/*}" "${url%@*}"; } \
      >"$scratch/redis.conf"
  )
  folder 750 redis /var/lib/redis/parley
  place "$scratch/redis.conf" "$redis_file" 0640 redis
  if [ "$supervisor" = systemd ] && we_installed redis-server && systemctl --quiet is-enabled redis-server; then
    quietly systemctl disable redis-server # the package's default instance, which is not needed
  fi
  if was_written "$redis_file" && is_running "$(name_of redis)"; then
    control restart "$(name_of redis)" || fail "Redis does not start with $redis_file; see above"
  fi
  start_service redis
  if was_written "$redis_file"; then
    control restart "$(name_of redis)" || fail "Redis does not start with $redis_file; see above"
  fi
}
