#!/usr/bin/env bash
# Makes the pictures on the help pages: holds a meeting in Chromium, takes what its screens show, and keeps that where
# the next build of the application finds it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

made=artifacts/help
pictures=wwwroot-assets/images/help

rm -rf "$made"
dotnet build tests/Participatie.Browser.Tests --verbosity quiet </dev/null
dotnet test tests/Participatie.Browser.Tests --no-build --filter HelpPicturesTests </dev/null
ls "$made"/*.webp >/dev/null || { echo "Nothing was made: install chromium-headless-shell." >&2; exit 1; }
rm -rf "$pictures"
mkdir -p "$pictures"
cp "$made"/*.webp "$pictures"
du -ch "$pictures"/*.webp
