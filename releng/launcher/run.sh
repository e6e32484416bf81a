# Starts the command line or the window. Sourced by ./hopwarden and by the archive's start script; wants java_home and
# product.

# Serial collection starts fastest and is what the cache was made with. The cache is a help, never a condition: when it
# does not fit the JVM says so on standard output unless its log is off.
cli_options="-XX:+UseSerialGC -Xlog:disable -Djava.awt.headless=true
    --enable-native-access=ALL-UNNAMED"

# Sets cli_path from the list made at build time, which holds names relative to its folder.
cli_class_path() {
    cli_path=
    while IFS= read -r cli_entry; do
        cli_path=$cli_path${cli_path:+:}$product/cli/$cli_entry
    done <"$product/cli/classpath"
}

run_cli() {
    cli_class_path
    if [ -r "$product/cli/cli.aot" ]; then
        set -- "-XX:AOTCache=$product/cli/cli.aot" -cp "$cli_path" org.hopwarden.cli.Main "$@"
    else
        set -- -cp "$cli_path" org.hopwarden.cli.Main "$@"
    fi
    # shellcheck disable=SC2086 # one word an option
    exec "$java_home/bin/java" $cli_options "$@"
}

# Where the window keeps its state; a home that cannot be written gives a window that forgets.
window_state() {
    window_state=${XDG_DATA_HOME:-${HOME:-/nonexistent}/.local/share}/hopwarden
    if ! mkdir -p -- "$window_state" 2>/dev/null || [ ! -w "$window_state" ]; then
        window_state=$(mktemp -d)
        say "no writable home: what you set in the window is kept in $window_state only"
    fi
}

# The framework's caches, one folder for each build of each installation; older builds' are dropped.
window_configuration() {
    IFS= read -r window_build <"$product/build-id" || window_build=unknown
    window_place=$(printf '%s' "$product" | cksum)
    window_place=$window_state/configuration/${window_place%% *}
    window_configuration=$window_place/$window_build
    if [ ! -d "$window_configuration" ]; then
        rm -rf -- "$window_place"
        mkdir -p -- "$window_configuration"
    fi
}

run_window() {
    window_state
    window_configuration
    # The framework uses what later Javas deny; until it stops, Java 25 would warn at each start.
    if [ "$java_version" -eq 25 ]; then
        set -- --sun-misc-unsafe-memory-access=allow
    else
        set --
    fi
    # The optimising compiler waits for what is truly hot: at the start it takes a fifth of the time and gives nothing back.
    set -- -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=5000 -XX:Tier4CompileThreshold=40000 \
        -XX:Tier4BackEdgeThreshold=120000 "$@"
    for window_jar in "$product"/plugins/org.eclipse.equinox.launcher_*.jar; do :; done
    exec "$java_home/bin/java" -XX:+UseSerialGC -Xshare:auto -Djava.awt.headless=true \
        --enable-native-access=ALL-UNNAMED "$@" \
        -Dosgi.configuration.cascaded=true "-Dosgi.sharedConfiguration.area=file:$product/configuration" \
        -cp "$window_jar" org.eclipse.equinox.launcher.Main \
        -install "file:$product/" -configuration "$window_configuration" -data "$window_state/workspace" -nosplash
}
