# shellcheck shell=bash
# What the scripts share: the project's root, a line saying what happens, and a quiet build. Sourced, not run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# quietly LOG COMMAND…: the output goes to the log, and is shown only when the command fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 80 "$log" >&2
        fail "Failed: $* (all of it in $log)"
    fi
}

# build PRESET [TARGET…]: configures once, then builds what changed.
build() {
    local preset=$1
    shift
    [[ -f build/$preset/build.ninja ]] || quietly "build/log/configure-$preset.log" cmake --preset "$preset"
    quietly "build/log/build-$preset.log" cmake --build --preset "$preset" ${1:+--target "$@"}
}

# --help tells a script's own first lines.
if [[ ${1:-} == --help ]]; then
    sed -n '2,/^set -/s/^# //p' "$0"
    exit
fi
