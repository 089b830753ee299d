#!/usr/bin/env bash
# Prepares this machine for the tests that open what the tool makes: Chromium for pages and charts, LibreOffice for
# workbooks and documents. Does only what is missing, so it may run as often as you like.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/debian-packages.sh

missing=()
command -v chromium >/dev/null || missing+=(chromium)
# LibreOffice without a word processor or a spreadsheet starts, and then converts nothing.
office=/usr/lib/libreoffice/program
[ -e "$office/libswlo.so" ] || missing+=(libreoffice-writer)
[ -e "$office/libsclo.so" ] || missing+=(libreoffice-calc)
[ ${#missing[@]} -eq 0 ] || install_debian_packages "Opening pages and documents in the tests" "${missing[@]}"

command -v chromium >/dev/null || fail "Chromium is installed, but no command 'chromium' is on the PATH."
command -v soffice >/dev/null || fail "LibreOffice is installed, but no command 'soffice' is on the PATH."
echo "Browser and office are ready: chromium, soffice."
