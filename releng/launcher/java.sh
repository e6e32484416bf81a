# Finds a JDK: the first of JAVA_HOME, the system's JVM folder and the PATH that is of Java 25 or newer.
# Sourced by ./hopwarden.

java_wanted=25

# Succeeds when the folder holds a Java of the wanted version or newer. Reads its release file: starting each
# candidate would cost more than the rest of the launcher.
java_fits() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r java_line; do
        case $java_line in
            JAVA_VERSION=*)
                java_line=${java_line#JAVA_VERSION=}
                java_line=${java_line#\"}
                java_line=${java_line%%[!0-9]*}
                java_version=${java_line:-0}
                [ "$java_version" -ge "$java_wanted" ]
                return
                ;;
        esac
    done <"$1/release"
    return 1
}

# Sets java_home and java_version, or ends with code 3.
find_java() {
    if [ -n "${JAVA_HOME-}" ] && java_fits "$JAVA_HOME"; then
        java_home=$JAVA_HOME
        return
    fi
    for java_home in /usr/lib/jvm/*; do
        if java_fits "$java_home"; then
            return
        fi
    done
    if java_on_path=$(command -v java) && java_on_path=$(readlink -f -- "$java_on_path"); then
        java_home=${java_on_path%/bin/java}
        if java_fits "$java_home"; then
            return
        fi
    fi
    die 3 "no Java $java_wanted or newer found in JAVA_HOME (${JAVA_HOME:-not set}), in /usr/lib/jvm, or as java on the" \
        "PATH. Install a JDK $java_wanted, or set JAVA_HOME to one."
}
