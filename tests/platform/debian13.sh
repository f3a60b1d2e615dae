#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/platform/debian13.sh [COMMAND...]
#
# Runs ./run and ./run test, or COMMAND, on a clean clone of what is committed, in Debian 13. Makes the
# root on first use, from Debian's mirror by mmdebstrap; ./run installs in it what it needs. Root, clone
# and compiler cache are kept in build/debian13, which may be removed at any time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ "$(id -u)" -eq 0 ] || exec sudo "${BASH_SOURCE[0]}" "$@"
command -v mmdebstrap >/dev/null || {
    echo "This needs Debian's mmdebstrap: apt-get install mmdebstrap" >&2
    exit 1
}

home=$PWD/build/debian13
root=$home/root
mkdir -p "$home/ccache"
if [ ! -d "$root" ]; then
    rm -rf "$root.new"
    mmdebstrap --variant=apt trixie "$root.new" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}"
    mv "$root.new" "$root"
fi
mkdir -p "$root/twelvefold" "$root/ccache"

git init --quiet "$home/twelvefold"
git -C "$home/twelvefold" fetch --quiet "$PWD" HEAD
git -C "$home/twelvefold" checkout --quiet --force --detach FETCH_HEAD

[ $# -gt 0 ] || set -- sh -c './run && ./run test'
# Mounts of a namespace of its own are gone when it ends, and so is whatever was started in it.
exec unshare --mount --pid --fork --kill-child bash -c '
    set -e
    root=$1 home=$2
    shift 2
    mount --bind "$home/twelvefold" "$root/twelvefold"
    mount --bind "$home/ccache" "$root/ccache"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    cat /etc/resolv.conf > "$root/etc/resolv.conf"
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 CCACHE_DIR=/ccache \
        TERM="${TERM:-dumb}" chroot "$root" sh -c "cd /twelvefold && exec \"\$@\"" sh "$@"
' sh "$root" "$home" "$@"
