#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# install_test.sh BUILT VERSION: what is installed is whole, valid and of one version, and a terminal
# completes what the program itself says.
set -euo pipefail
built=$1 version=$2
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
faults=0
expect() { # WHAT COMMAND...
    "${@:2}" >&2 || { echo "Not so: $1" && faults=1; }
}

cmake --install "$built" --prefix "$place" >/dev/null
share=$place/share
id=org.twelvefold.Twelvefold
for file in "applications/$id.desktop" "metainfo/$id.metainfo.xml" "mime/packages/$id.xml" \
    "icons/hicolor/scalable/apps/$id.svg" "icons/hicolor/48x48/apps/$id.png" \
    man/man1/twelvefold.1.gz man/man1/twelvefold-cli.1.gz doc/twelvefold/{copyright,changelog.gz}; do
    expect "$file is installed" test -s "$share/$file"
done

for program in twelvefold twelvefold-cli; do
    expect "$program is of version $version" grep -qwF "$version" <<<"$("$place/bin/$program" --version)"
done
expect "the newest release of the metainfo is $version" \
    grep -q "<release version=\"$version\" date=" "$share/metainfo/$id.metainfo.xml"
expect "the changelog begins with $version" grep -q "^twelvefold ($version)" <(gunzip -c "$share/doc/twelvefold/changelog.gz")
expect "the desktop file is valid" desktop-file-validate "$share/applications/$id.desktop"
expect "the metainfo is valid" appstreamcli validate --no-net "$share/metainfo/$id.metainfo.xml"

. "$share/bash-completion/completions/twelvefold-cli"
completes() { # WORDS... WANTED, one of what is offered for the last word
    COMP_WORDS=(twelvefold-cli "${@:1:$#-1}") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _twelvefold_cli "$place/bin/twelvefold-cli" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    grep -qxFe "${!#}" < <(printf '%s\n' "${COMPREPLY[@]}")
}
expect "bash completes a command" completes an analyse
expect "bash completes a command of a command" completes stats shap shapley
expect "bash completes an option" completes analyse --met --metric
expect "bash completes a choice" completes analyse --metric eu euclidean
exit $faults
