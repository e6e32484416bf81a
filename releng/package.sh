#!/bin/sh
# Makes the archive that carries its own Java: package.sh JAVA_HOME PRODUCT OUTPUT. Prints the archive's path.
set -eu

java_home=$1
from=$2
output=$3
root=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
version=$(sed -n 's/.*<version>\(.*\)-SNAPSHOT<.*/\1/p' "$root/pom.xml" | head -n 1)
name=hopwarden-$version-linux-x86_64

# What Equinox, AWT drawing, XML and our own bundles use; a module too few shows in the archive's test.
modules=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs
modules=$modules,java.sql,java.xml,jdk.unsupported,jdk.xml.dom,jdk.zipfs

mkdir -p -- "$output"
scratch=$(mktemp -d "$output/package.XXXXXX")
trap 'rm -rf -- "$scratch"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

"$java_home/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --output "$scratch/$name/jre"
cp -R -p -- "$from" "$scratch/$name/app"
cp -p -- "$root/releng/launcher/run.sh" "$scratch/$name/app/run.sh"
cp -p -- "$root/releng/archive/hopwarden" "$root/LICENSE" "$root/NOTICE" "$scratch/$name/"

# The cache of the build fits the build's Java only; this one learns with the Java it goes with.
rm -f -- "$scratch/$name/app/cli/cli.aot"
"$scratch/$name/jre/bin/java" -Xshare:dump >/dev/null
sh "$root/releng/launcher/train.sh" "$scratch/$name/jre" "$scratch/$name/app" >/dev/null 2>&1 ||
    printf 'package: no cache for a fast start could be made\n' >&2

chmod -R a+rX "$scratch/$name"
tar -C "$scratch" --owner=0 --group=0 --sort=name -czf "$scratch/$name.tar.gz" "$name"
mv -f -- "$scratch/$name.tar.gz" "$output/$name.tar.gz"
printf '%s\n' "$output/$name.tar.gz"
