#!/bin/sh
# Makes the command line's AOT cache: train.sh JAVA_HOME PRODUCT. Rehearses the usual commands to learn which classes they need.
# Without the cache all works, only slower.
set -u

java_home=$1
product=$2
. "$(dirname -- "$0")/run.sh"
cli_class_path

scratch=$(mktemp -d) || exit 1
trap 'rm -rf -- "$scratch"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
cd -- "$scratch" || exit 1
# The tour's report is not meant for the one who builds.
XDG_STATE_HOME=$scratch
XDG_DATA_HOME=$scratch
export XDG_STATE_HOME XDG_DATA_HOME

# In two steps: the one-step way hands the class path on in a variable, where a space in a path breaks it.
# shellcheck disable=SC2086 # one word an option
{
    "$java_home/bin/java" $cli_options -XX:AOTMode=record "-XX:AOTConfiguration=$scratch/cli.aotconf" \
        -cp "$cli_path" org.hopwarden.cli.internal.Rehearsal
    "$java_home/bin/java" $cli_options -XX:AOTMode=create "-XX:AOTConfiguration=$scratch/cli.aotconf" \
        "-XX:AOTCache=$scratch/cli.aot" -cp "$cli_path"
}
rm -f -- "$product/cli/cli.aot"
[ -s "$scratch/cli.aot" ] && cp -- "$scratch/cli.aot" "$product/cli/cli.aot" && chmod a+r "$product/cli/cli.aot"
