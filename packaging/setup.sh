# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What run, test, lint and deb share; they source this file and then stand in the top folder.

set -euo pipefail
here=$PWD # where the user stood: relative paths in arguments mean this folder
self=$(realpath "$0")
cd "$(dirname "$self")/.."
top=$PWD

# Qt and Python want UTF-8, and a bare system has no locale set at all.
if [ -z "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ]; then
    export LC_CTYPE=C.UTF-8
fi

say() {
    printf '%s\n' "$*"
}

fail() {
    printf '%s: %s\n' "${self##*/}" "$*" >&2
    exit 1
}

# listed LIST...: the packages in packages/LIST.txt
listed() {
    local list
    for list in "$@"; do
        sed 's/[[:space:]]*#.*//; /^$/d' "packaging/packages/$list.txt"
    done | sort -u
}

# missing LIST...: those of them that are not installed
missing() {
    local wanted
    wanted=$(listed "$@")
    # shellcheck disable=SC2086 # one word a package
    comm -23 <(printf '%s\n' $wanted) \
        <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' $wanted 2>/dev/null |
            sed -n 's/^[hi]i  *//p' | sort -u)
}

# heartbeat WHAT LOG: until its input closes, says every so often that WHAT goes on.
heartbeat() {
    local began=$SECONDS pause=2 status
    while true; do
        status=0
        read -rt "$pause" || status=$?
        [ "$status" -gt 128 ] || return 0
        if [ "$pause" = 2 ]; then
            say "$1 (log: ${2#"$top"/})"
            pause=20
        else
            say "  ... $((SECONDS - began)) s: $(tail -n 1 "$2" | cut -c 1-100)"
        fi
    done
}

# quietly WHAT LOG COMMAND...: runs COMMAND with its output in LOG. Quick successes say nothing.
quietly() {
    local what=$1 log=$2 began=$SECONDS status=0 beat
    shift 2
    mkdir -p "${log%/*}"
    : >"$log"
    exec {beat}> >(heartbeat "$what" "$log")
    local beating=$!
    "$@" </dev/null >"$log" 2>&1 {beat}>&- || status=$?
    exec {beat}>&-
    wait "$beating" || true
    if [ "$status" != 0 ]; then
        tail -n 60 "$log" | cut -c 1-400 >&2
        fail "this failed: $what. The whole log is ${log#"$top"/}."
    fi
    if [ $((SECONDS - began)) -ge 2 ]; then
        say "$what: done, $((SECONDS - began)) s"
    fi
}

# need LIST...: makes sure that the packages of these lists are installed.
need() {
    local packages log tool root=()
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "This system has no apt, so nothing can be installed for you. Debian calls what is needed:"
        listed "$@" | fmt -w 96 | sed 's/^/  /'
        for tool in c++ cmake ninja; do
            command -v "$tool" >/dev/null ||
                fail "$tool is missing. Install what is listed above, then start this again."
        done
        say "Going on with what is here."
        return
    fi
    packages=$(missing "$@")
    [ -n "$packages" ] || return 0
    if [ "$EUID" != 0 ]; then
        root=(sudo)
        # shellcheck disable=SC2086 # one word a package
        command -v sudo >/dev/null ||
            fail "packages are missing and there is no sudo. As root, run: apt-get install --no-install-recommends" $packages
    fi
    say "Missing here, and installed from Debian now${root[*]:+ with sudo}:"
    printf '%s\n' "$packages" | fmt -w 96 | sed 's/^/  /'
    log=$(mktemp --tmpdir watchkeeper-install.XXXXXX)
    # shellcheck disable=SC2086
    quietly "Installing packages" "$log" "${root[@]}" packaging/install.sh $packages
    rm -f "$log"
}

# need_npm: makes sure that the packages of packages/npm.txt are in build/npm. Without npm or the
# network it says so and goes on; the tests that need them then fail, and say what is missing.
need_npm() {
    local wanted
    wanted=$(listed npm)
    [ "$(cat build/npm/installed 2>/dev/null)" != "$wanted" ] || return 0
    if ! command -v npm >/dev/null; then
        say "There is no npm, so this is missing for the tests in the browser: ${wanted//$'\n'/ }"
        return 0
    fi
    mkdir -p build/npm
    # shellcheck disable=SC2086 # one word a package
    if npm install --prefix build/npm --no-audit --no-fund --ignore-scripts $wanted \
        </dev/null >build/npm.log 2>&1; then
        printf '%s\n' "$wanted" >build/npm/installed
    else
        say "npm could not install ${wanted//$'\n'/ } (log: build/npm.log); the tests that need it fail."
    fi
}

# as_owner ARGUMENT...: under sudo, only the installing was root's business. Starts the script once
# more as the person who called sudo, if the clone is theirs, so that nothing of root's stays in it.
as_owner() {
    if [ "$EUID" = 0 ] && [ -n "${SUDO_USER:-}" ] && [ "$(stat -c %U .)" = "$SUDO_USER" ]; then
        cd "$here"
        exec runuser -u "$SUDO_USER" -- env "HOME=$(getent passwd "$SUDO_USER" | cut -d : -f 6)" \
            "XDG_RUNTIME_DIR=/run/user/$SUDO_UID" "$self" "$@"
    fi
}

# build PRESET [TARGET]: configures when that was never done or the presets changed, and builds.
build() {
    local preset=$1 folder=build/$1 launcher=()
    if [ ! -e "$folder/build.ninja" ] || [ CMakePresets.json -nt "$folder/build.ninja" ]; then
        command -v ccache >/dev/null || launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=)
        quietly "Configuring" "$top/build/configure-$preset.log" \
            cmake --preset "$preset" "${launcher[@]}"
    fi
    quietly "Building ($preset)" "$top/build/build-$preset.log" \
        cmake --build --preset "$preset" ${2:+--target "$2"}
}
