#!/usr/bin/env bash
# Makes a release of the last commit in artifacts/linux-x64: the program as one file that needs nothing beside it, what it is
# made of (CycloneDX), the description of its API, and their fingerprints. The program is started once, alone in an empty folder.
# Whoever does this again with the same commit and the same SDK gets the same bytes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

release=$PWD/artifacts/linux-x64
version=$(sed -n 's/^softwareVersion: "\(.*\)"$/\1/p' publiccode.yml)
sources=$(mktemp -d /tmp/participatie.XXXXXXXX) # what is compiled of a page counts the letters of its path: always as many
alone=$(mktemp -d)
server=

clean_up() {
    [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server"; } || true
    rm -rf "$alone" "$sources"
}

# A port of the system's choice; the program says which.
start_alone() {
    cp "$release/participatie" "$alone/"
    cd "$alone"
    DOTNET_BUNDLE_EXTRACT_BASE_DIR=$alone/cache ASPNETCORE_ENVIRONMENT=Production ./participatie serve --urls http://127.0.0.1:0 --Participatie:PublicAddress https://tafel.example >out.txt 2>errors.txt </dev/null &
    server=$!
    for _ in $(seq 100); do
        address=$(sed -n 's/^Participatie listens on \([^ ,]*[^ ,.]\).*/\1/p' out.txt)
        [ -z "$address" ] || return 0
        kill -0 "$server" || break
        sleep 0.1
    done
    cat errors.txt >&2
    return 1
}

read_from() {
    node -e 'fetch(process.argv[1]).then(async answer => { if (!answer.ok) throw new Error(`${process.argv[1]}: ${answer.status}`); process.stdout.write(await answer.text()) })' "$address$1"
}

trap clean_up EXIT
trap 'exit 130' INT TERM
[ -z "$(git status --porcelain)" ] || echo "What is not committed is not in the release." >&2
git clone --quiet . "$sources"
ServedSince=$(TZ=UTC LC_ALL=C git log -1 --date=format-local:'%a, %d %b %Y %H:%M:%S GMT' --format=%cd)
export ServedSince
(cd "$sources" && dotnet publish src/Participatie.Web -p:PublishProfile=linux-x64 -p:Version="$version" -p:RestoreLockedMode=true \
    --verbosity quiet </dev/null && node src/Deployment/sbom.mjs "$version" >artifacts/linux-x64/participatie.cdx.json)
rm -rf "$release"
mkdir -p "$(dirname "$release")"
mv "$sources/artifacts/linux-x64" "$release"

start_alone
[ "$(read_from /health/ready)" = Healthy ]
styles=$(read_from / | grep -o '/assets/[^"]*\.css' | head -n 1)
[ -n "$(read_from "$styles")" ]
read_from /api/v1/openapi.json >"$release/openapi.json"

cd "$release"
sha256sum participatie participatie.cdx.json openapi.json >SHA256SUMS
ls -l "$release"
