#!/bin/sh
# Measures what a user waits for, on the checkout it lies in, and prints one line for each figure.
#   startup.sh            the size, ./hopwarden version, the time to a usable window
#   startup.sh --all      also ./hopwarden --headless and ./hopwarden test
# The window is opened on a display of its own; nothing is left running.
set -u

root=$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")")
product=$root/product/target/products/org.hopwarden.product/linux/gtk/x86_64
runs=5

now() {
    date +%s%N
}

# median VALUE...
median() {
    printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"
}

# seconds NANOSECONDS
seconds() {
    awk -v nanos="$1" 'BEGIN { printf "%.2f", nanos / 1e9 }'
}

# report LABEL NANOSECONDS...: the median and the range.
report() {
    report_label=$1
    shift
    report_sorted=$(printf '%s\n' "$@" | sort -n)
    printf '%-52s median %s s of %d (%s to %s s)\n' "$report_label" "$(seconds "$(median "$@")")" "$#" \
        "$(seconds "$(printf '%s\n' "$report_sorted" | head -n 1)")" \
        "$(seconds "$(printf '%s\n' "$report_sorted" | tail -n 1)")"
}

# time_command LABEL RUNS COMMAND...
time_command() {
    time_label=$1
    time_runs=$2
    shift 2
    time_values=
    while [ "$time_runs" -gt 0 ]; do
        time_from=$(now)
        if ! "$@" >/dev/null 2>&1; then
            printf '%s: failed: %s\n' "$time_label" "$*" >&2
            exit 5
        fi
        time_values="$time_values $(($(now) - time_from))"
        time_runs=$((time_runs - 1))
    done
    # shellcheck disable=SC2086 # one word a value
    report "$time_label" $time_values
}

stop_all() {
    trap - EXIT
    for stop_id in ${window-} ${manager-} ${xvfb-}; do
        kill "$stop_id" 2>/dev/null
        wait "$stop_id" 2>/dev/null
    done
    rm -rf -- "$scratch"
}

# Starts the launcher and waits for its window; ends it again. A first start fills the caches and is not counted.
time_window() {
    Xvfb -displayfd 3 -screen 0 1400x1000x24 -nolisten tcp 3>"$scratch/display" >/dev/null 2>&1 &
    xvfb=$!
    until [ -s "$scratch/display" ]; do
        kill -0 "$xvfb" || exit 5
        sleep 0.1
    done
    DISPLAY=:$(cat "$scratch/display")
    NO_AT_BRIDGE=1
    export DISPLAY NO_AT_BRIDGE
    metacity --sm-disable >/dev/null 2>&1 &
    manager=$!
    window_values=
    window_run=0
    while [ "$window_run" -le "$runs" ]; do
        window_from=$(now)
        XDG_DATA_HOME=$scratch/data "$root/hopwarden" >"$scratch/window.log" 2>&1 &
        window=$!
        until xdotool search --onlyvisible --pid "$window" --name Hopwarden >/dev/null 2>&1; do
            if ! kill -0 "$window" 2>/dev/null; then
                cat "$scratch/window.log" >&2
                exit 5
            fi
            sleep 0.02
        done
        window_time=$(($(now) - window_from))
        [ "$window_run" -eq 0 ] || window_values="$window_values $window_time"
        sleep 2
        kill "$window"
        wait "$window"
        window=
        window_run=$((window_run + 1))
    done
    # shellcheck disable=SC2086 # one word a value
    report "./hopwarden to a usable window, after the first" $window_values
}

scratch=$(mktemp -d)
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

"$root/hopwarden" build || exit
printf '%-52s %s processors, load %s\n' machine "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
printf '%-52s %s MB\n' "product folder (du)" "$(du -sm -- "$product" | cut -f1)"
for archive in "$root"/product/target/hopwarden-*.tar.gz; do
    [ ! -f "$archive" ] || printf '%-52s %s MB\n' "archive with its own Java" "$(du -m -- "$archive" | cut -f1)"
done
time_command "./hopwarden version" "$runs" "$root/hopwarden" version
time_window
if [ "${1-}" = --all ]; then
    time_command "./hopwarden --headless (built)" 1 "$root/hopwarden" --headless
    time_command "./hopwarden test" 1 "$root/hopwarden" test
fi
