#!/usr/bin/env bash
# A throw-away PostgreSQL cluster for the tests, reachable through a socket in its own folder only.
#   postgres.sh start FOLDER [SETTING...]   makes and starts it; the last line it prints is the connection string
#   postgres.sh stop FOLDER                 stops it and removes the folder
# It forgets everything in a power cut, unless a setting such as 'fsync = on' says otherwise.
set -euo pipefail

action=$1
folder=$2
data=$folder/data
settings=("${@:3}")

binaries() {
    local candidate
    candidate=$(command -v initdb || ls -1 /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1 || true)
    [ -n "$candidate" ] || { echo "PostgreSQL's programs (initdb, postgres) are not installed." >&2; exit 3; }
    dirname "$(readlink -f "$candidate")"
}

# PostgreSQL refuses to run as root.
as_owner() {
    if [ "$(id -u)" != 0 ]; then "$@"
    elif id postgres >/dev/null 2>&1; then runuser -u postgres -- "$@"
    else runuser -u nobody -- "$@"
    fi
}

start() {
    mkdir -p "$folder"
    if [ "$(id -u)" = 0 ]; then chown "$(as_owner id -u)" "$folder"; fi
    chmod 700 "$folder"
    cd "$folder"

    as_owner "$bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"/dev/null"
    cat >>"$data/postgresql.conf" <<SETTINGS
listen_addresses = ''
unix_socket_directories = '$folder'
fsync = off
full_page_writes = off
max_connections = 300
SETTINGS
    [ "${#settings[@]}" = 0 ] || printf '%s\n' "${settings[@]}" >>"$data/postgresql.conf"
    as_owner "$bin/pg_ctl" -D "$data" -l "$folder/log" -w -t 60 start >/dev/null || { cat "$folder/log" >&2; exit 1; }
    echo "Host=$folder;Username=postgres;Database=postgres"
}

stop() {
    [ ! -d "$data" ] || (cd "$folder" && as_owner "$bin/pg_ctl" -D "$data" -m immediate -w stop >/dev/null) || true
    rm -rf "$folder"
}

bin=$(binaries)
"$action"
