#!/bin/sh
# Measures for how long the window does not answer while its tests drive it, and says what it was doing in each long pause.
#   pauses.sh                                        all tests of the window that take part
#   pauses.sh CaptureWindowTest                      one class
#   pauses.sh 'CaptureWindowTest#aMillion*'          some of its methods
#   pauses.sh --full ...                             with the large inputs
# For each test: the longest pause, how many were over 100 ms, and the longest of them with the processor time that the window
# took meanwhile (less than the pause: a busy machine did not let it run) and where it was in the middle.
set -u

root=$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")")
full=
if [ "${1-}" = --full ]; then
    full=--full
    shift
fi
if [ $# -gt 1 ]; then
    printf 'use: pauses.sh [--full] [CLASS | CLASS#METHOD]\n' >&2
    exit 2
fi
mkdir -p -- "$root/.hopwarden"
HOPWARDEN_PAUSES=$root/.hopwarden/pauses.txt
export HOPWARDEN_PAUSES
rm -f -- "$HOPWARDEN_PAUSES"
"$root/hopwarden" test $full --only "${1-*WindowTest}" >&2
code=$?
if [ ! -s "$HOPWARDEN_PAUSES" ]; then
    printf 'pauses.sh: no test measured anything\n' >&2
    exit 5
fi
cat -- "$HOPWARDEN_PAUSES"
printf 'machine: %s processors, load %s\n' "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
exit "$code"
