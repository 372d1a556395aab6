# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2016,SC2174
# Sourced by app/run and tests/run: what both need to build on a Debian that holds nothing yet.
# Everything said here goes to stderr, so that a command's own output can be piped on.

house=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# To compile, and to be seen. Fonts fall back to others where they are missing.
build_packages=(cmake ninja-build g++ pkg-config
    qt6-base-dev qt6-tools-dev qt6-l10n-tools qcoro-qt6-dev
    libexpected-dev libcpp-httplib-dev libprotozero-dev rapidjson-dev
    zlib1g-dev libzstd-dev)
window_packages=(fonts-inter fonts-jetbrains-mono fonts-noto-cjk ca-certificates)

say() { printf '%s: %s\n' "${me:-loopscope}" "$*" >&2; }
stop() { say "$1"; exit "${2:-2}"; }

missing_packages() {
    local name
    for name in "$@"; do
        [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || echo "$name"
    done
}

# Reads apt's status lines (kind:package:percent:text) and shows how far it is.
show_progress() {
    local kind name percent what shown=-1
    while IFS=: read -r kind name percent what; do
        [[ $kind == dlstatus || $kind == pmstatus ]] || continue
        percent=${percent%.*}
        if [[ -t 2 ]]; then
            printf '\r\033[K  %3d %%  %.60s' "$percent" "$what" >&2
        elif ((percent / 20 != shown)); then
            shown=$((percent / 20))
            printf '  %3d %%  %s\n' "$percent" "$what" >&2
        fi
    done
    if [[ -t 2 ]]; then printf '\r\033[K' >&2; fi
}

# Installs those of the given packages that are not there. Asks nothing of the network when all are.
require_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "this is no Debian, so nothing is installed; going on with what is there (needed: $*)"
        return
    fi
    local missing log as_root=()
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    if (($(id -u) != 0)); then
        command -v sudo >/dev/null || stop "these packages are needed, and there is no sudo to install them: ${missing[*]}"
        as_root=(sudo)
    fi
    mkdir -p "$house/build" && log=$house/build/apt.log && : >"$log"
    say "installing with apt: ${missing[*]}"
    say "reading the package lists (apt's own words go to build/apt.log)"
    "${as_root[@]}" apt-get -q update >>"$log" 2>&1 || true # a stale list may do; the next step tells
    # The redirection stands inside, because sudo closes every descriptor above 2.
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive sh -c '
            log=$1; shift
            exec apt-get -q -y --no-install-recommends -o Dpkg::Use-Pty=0 -o APT::Status-Fd=3 \
                install "$@" 3>&1 >>"$log" 2>&1 </dev/null' sh "$log" "${missing[@]}" | show_progress \
        || stop "apt could not install them; is there a network? Its own words are in build/apt.log"
}

# Qt wants a directory for sockets that is ours alone, and a locale whose text is UTF-8.
prepare_environment() {
    if [[ ! -d ${XDG_RUNTIME_DIR:-} || ! -w ${XDG_RUNTIME_DIR:-} ]]; then
        XDG_RUNTIME_DIR=${TMPDIR:-/tmp}/loopscope-runtime-$(id -u)
        mkdir -p -m 0700 "$XDG_RUNTIME_DIR"
        [[ -O $XDG_RUNTIME_DIR ]] || XDG_RUNTIME_DIR=$(mktemp -d)
        chmod 0700 "$XDG_RUNTIME_DIR"
        export XDG_RUNTIME_DIR
    fi
    [[ $(locale charmap 2>/dev/null) == UTF-8 ]] || export LC_ALL=C.UTF-8
}

# As many compilers at once as there are processors, and no more than the free memory feeds (about 1 GB each).
build_jobs() {
    local jobs memory
    jobs=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1000000) }' /proc/meminfo 2>/dev/null)
    if [[ -n $memory ]] && ((memory < jobs)); then jobs=$((memory > 0 ? memory : 1)); fi
    echo "$jobs"
}

# configure PRESET [-DOPTION=VALUE]...
configure() {
    local log=$house/build/$1/configure.log
    mkdir -p "${log%/*}"
    say "configuring build/$1"
    if ! (cd "$house" && cmake --preset "$@") >"$log" 2>&1; then
        cat "$log" >&2
        stop "configuring failed, see above" 2
    fi
}

# build PRESET TARGET...
build() {
    local preset=$1
    shift
    # Nothing to do is nothing to tell: who starts the program every day sees the program's own words only.
    if [[ $(ninja -C "$house/build/$preset" -n "$@" 2>/dev/null) == *"no work to do"* ]]; then return; fi
    NINJA_STATUS='[%f/%t, %es] ' cmake --build "$house/build/$preset" -j "$(build_jobs)" --target "$@" >&2 \
        || stop "the build failed, see above" 2
}
