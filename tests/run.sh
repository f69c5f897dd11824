#!/usr/bin/env bash
# The one test command: installs what is missing, builds once, runs everything, and ends with the numbers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

projects=(Participatie.Core.Tests Participatie.Web.Tests Participatie.Browser.Tests)
results=artifacts/test-results

# Every test waits for its commits to reach the disk: where memory has room for that, it is quicker.
folder=/tmp
if [ -w /dev/shm ] && [ "$(df --output=avail /dev/shm | tail -n 1)" -gt 2000000 ]; then folder=/dev/shm; fi
temporary=$(mktemp -d "${TMPDIR:-$folder}/participatie-tests.XXXXXX")

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

clean_up() {
    [ -z "$preparing" ] || kill "$preparing" 2>/dev/null || true
    [ ! -d "$temporary/pg" ] || bash tests/postgres.sh stop "$temporary/pg"
    rm -rf "$temporary"
}

require() {
    command -v dotnet >/dev/null || { echo "The .NET SDK of global.json is needed to build and test." >&2; exit 1; }
    node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null || { echo "Node.js 20 or newer is needed to build and test." >&2; exit 1; }
}

install_missing() {
    command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install postgresql ||
        echo "Install postgresql: tests that need it are skipped." >&2
    command -v chromium-headless-shell >/dev/null || install chromium-headless-shell || # takes half the time of a browser with windows
        command -v chromium >/dev/null || command -v google-chrome >/dev/null || install chromium ||
        echo "Install chromium: tests that need it are skipped." >&2
}

install() {
    local root=()
    [ "$(id -u)" = 0 ] || root=(sudo -n)
    command -v apt-get >/dev/null && "${root[@]}" apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# The parsers that check our files, of which none is ours.
install_tools() {
    (cd tests/tools && npm ci --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error)
}

start_postgres() {
    chmod 711 "$temporary" # PostgreSQL runs as another account when we are root
    local started
    if started=$(bash tests/postgres.sh start "$temporary/pg"); then
        export PARTICIPATIE_TEST_POSTGRES=${started##*$'\n'}
    fi
}

# A project that ends badly without a failed test (it crashed, hung or would not start) is one failure in the summary.
run_project() {
    echo "== $1"
    if ! TMPDIR=$temporary dotnet test "tests/$1" --no-build --results-directory "$results" --logger "trx;LogFileName=$1.trx" \
        --blame-hang-timeout 5min --blame-hang-dump-type none </dev/null; then
        touch "$results/$1.failed"
    fi
}

preparing=
trap clean_up EXIT
trap 'exit 130' INT TERM
require
rm -rf "$results"
mkdir -p "$results"

# What comes over the line comes while the compiler computes.
(install_missing && install_tools) &
preparing=$!
dotnet build Participatie.sln --verbosity minimal </dev/null
wait "$preparing"
start_postgres
for project in "${projects[@]}"; do
    run_project "$project"
done
node tests/summary.mjs "$results" "${projects[@]}"
