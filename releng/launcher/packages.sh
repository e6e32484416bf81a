# Installs the system packages that a use of Hopwarden needs. Sourced by ./hopwarden.

packages_window="libgtk-3-0 fontconfig fonts-dejavu-core"
packages_headless="fontconfig fonts-dejavu-core"
packages_test="libgtk-3-0 fontconfig fonts-dejavu-core xvfb metacity imagemagick xdotool dbus-x11 x11-utils
    iproute2 iptables nftables tcpdump traceroute tcptraceroute mtr-tiny nmap scamper iputils-ping iputils-tracepath procps"

# ensure_packages window|headless|test|build: installs what is missing when root, else ends with code 3 and the command.
ensure_packages() {
    case $1 in
        window) packages=$packages_window ;;
        headless) packages=$packages_headless ;;
        test) packages=$packages_test ;;
        build) packages= ;;
    esac
    if ! command -v mvn >/dev/null 2>&1 && [ ! -x "$state/maven/bin/mvn" ] && ! is_fresh; then
        packages="$packages maven"
    fi
    # Without dpkg this is no Debian: what is missing shows when it is used.
    command -v dpkg-query >/dev/null 2>&1 || return 0
    packages_missing=
    for package in $packages; do
        if ! package_installed "$package"; then
            packages_missing="$packages_missing $package"
        fi
    done
    [ -n "$packages_missing" ] || return 0
    packages_missing=${packages_missing# }
    if [ "$(id -u)" -ne 0 ]; then
        die 3 "system packages are missing. Run: sudo sh -c 'apt-get update && apt-get install -y $packages_missing'"
    fi
    say "installing $packages_missing"
    mkdir -p -- "$state"
    # shellcheck disable=SC2086 # one word a package
    if ! apt_install $packages_missing >"$state/apt.log" 2>&1; then
        if ! { apt-get update && apt_install $packages_missing; } >"$state/apt.log" 2>&1; then
            tail -n 15 "$state/apt.log" >&2
            die 3 "these packages could not be installed: $packages_missing (log: $state/apt.log)"
        fi
    fi
}

apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" </dev/null
}

# A package that newer releases renamed for 64-bit time counts under its new name as well.
package_installed() {
    package_status=$(dpkg-query -W -f '${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null)
    case $package_status in
        *not-installed*installed | installed*) return 0 ;;
        *) return 1 ;;
    esac
}
