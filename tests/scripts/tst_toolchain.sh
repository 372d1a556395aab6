#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What app/run and tests/run do on machines that are not like this one, played with stand-ins for the system's tools.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
failed=0

# stand_in NAME LINE...: a command of that name, before all others; it notes that it was called.
stand_in() {
    local name=$1
    shift
    mkdir -p "$stage/bin"
    printf '%s\n' '#!/bin/bash' "echo \"$name \$*\" >>'$stage/calls'" "$@" >"$stage/bin/$name"
    chmod +x "$stage/bin/$name"
}

# play COMMAND: runs it in a checkout of its own with the stand-ins; sets $status, $said and $calls.
play() {
    rm -f "$stage/calls"
    mkdir -p "$stage/app" && cp "$root"/app/run "$root"/app/toolchain.sh "$stage/app/"
    said=$(cd "$stage" && env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM PATH="$stage/bin:$PATH" \
        bash -c "set -euo pipefail; me=test; source app/toolchain.sh; $1" 2>&1)
    status=$?
    calls=$(cat "$stage/calls" 2>/dev/null)
}

expect() {
    local claim=$1
    shift
    if "$@"; then
        echo "pass: $claim"
    else
        echo "FAIL: $claim"; echo "  status $status, said: $said"; echo "  calls: $calls"
        failed=1
    fi
}
says() { [[ $said == *"$1"* ]]; }
calls_no() { [[ $calls != *"$1"* ]]; }
ends_with() { [[ $status == "$1" ]]; }

stand_in dpkg-query 'echo installed'
stand_in apt-get
stand_in id 'echo 0'
play 'require_packages one two'
expect "when all is there, apt is not asked" calls_no apt-get
expect "and nothing is said" test -z "$said"

stand_in dpkg-query '[[ ${!#} == two ]] && exit 1; echo installed'
play 'require_packages one two && echo went on'
expect "what is missing is installed, and nothing else" test "${calls##*install }" == two
expect "and the script goes on" says "went on"

stand_in apt-get '[[ $* != *install* ]]'
play 'require_packages one two; echo went on'
expect "without a network there is one clear line at the end" says "is there a network?"
expect "and the exit status 2" ends_with 2

stand_in id 'echo 1000'
stand_in sudo 'exec "$@"'
stand_in apt-get
play 'require_packages one two'
expect "who is not root installs through sudo" test "$(grep -c '^sudo' <<<"$calls")" == 2

rm "$stage/bin/sudo"
play 'command() { [[ $2 != sudo ]] && builtin command "$@"; }; require_packages one two; echo went on'
expect "without sudo the packages are named" says "needed, and there is no sudo to install them: two"
expect "and the exit status is 2" ends_with 2
expect "and apt is not asked" calls_no apt-get

stand_in dpkg-query 'echo installed'
stand_in cmake
stand_in ninja
mkdir -p "$stage/build/release"
touch "$stage/build/release/build.ninja"
printf '#!/bin/bash\necho "started $*"\n' >"$stage/build/release/loopscope"
chmod +x "$stage/build/release/loopscope"
play 'app/run'
expect "a window without a display is refused in a line that shows another way" says "app/run run tutorial"
expect "with the exit status 2" ends_with 2
play 'app/run open x.pftrace'
expect "so is opening a file" ends_with 2
play 'app/run --theme dark x.pftrace'
expect "and naming one" ends_with 2
play 'app/run run tutorial --log -'
expect "a command needs no display and gets its arguments" says "started run tutorial --log -"
play 'app/run open x.pftrace --screenshot y.png'
expect "nor does a picture of the window" says "started open"
play 'app/run --build-only'
expect "--build-only ends with the executable's path" test "${said##*$'\n'}" == "$stage/build/release/loopscope"

stand_in ninja 'echo "ninja: no work to do."'
play 'app/run plans'
expect "a program that is built is started without a word" test "$said" == "started plans"

play 'unset XDG_RUNTIME_DIR; TMPDIR=$(pwd); prepare_environment; stat -c %a "$XDG_RUNTIME_DIR"'
expect "a missing runtime directory is made for the user alone" test "${said##*$'\n'}" == 700
play 'export LC_ALL=C; prepare_environment; locale charmap'
expect "a locale without UTF-8 is replaced" says UTF-8

exit "$failed"
