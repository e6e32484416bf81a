# Builds the product and what the command line needs to start fast. Sourced by ./hopwarden.

maven_wanted=3.9.11

# Sets mvn to a Maven that can run the build: the system's when it is of 3.9.9 or newer, else one of our own, fetched
# through the system's Maven so that its settings decide where from.
find_maven() {
    if [ -x "$state/maven/bin/mvn" ]; then
        mvn=$state/maven/bin/mvn
        return
    fi
    command -v mvn >/dev/null 2>&1 || die 3 "Maven is missing. Run: sudo apt-get install -y maven"
    maven_version=$(JAVA_HOME=$java_home mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
    case $maven_version in
        3.9.9 | 3.9.[1-9][0-9]* | 3.[1-9][0-9]* | [4-9]*)
            mvn=mvn
            return
            ;;
    esac
    say "fetching Maven $maven_wanted (the system's is ${maven_version:-unknown})"
    # Away from the checkout: the old Maven would load the extensions of .mvn and fail.
    maven_scratch=$(mktemp -d)
    if ! (
        cd -- "$maven_scratch" &&
            JAVA_HOME=$java_home mvn -B dependency:unpack -DoutputDirectory="$maven_scratch" \
                -Dartifact="org.apache.maven:apache-maven:$maven_wanted:zip:bin"
    ) >"$state/maven.log" 2>&1; then
        rm -rf -- "$maven_scratch"
        tail -n 15 "$state/maven.log" >&2
        die 5 "Maven $maven_wanted could not be fetched (log: $state/maven.log)"
    fi
    rm -rf -- "$state/maven"
    mv -- "$maven_scratch/apache-maven-$maven_wanted" "$state/maven" && chmod +x "$state/maven/bin/mvn" ||
        die 5 "Maven could not be put into $state"
    rm -rf -- "$maven_scratch"
    mvn=$state/maven/bin/mvn
}

# run_maven ARGUMENT...: runs Maven on the checkout with the JDK found.
run_maven() (
    cd -- "$root" || exit 1
    # Tycho compiles only what changed, which misses users of a changed class, and for tests does not see the rest.
    rm -rf -- bundles/*/target/classes bundles/*/target/test-classes examples/*/target/classes examples/*/target/test-classes
    JAVA_HOME=$java_home
    export JAVA_HOME
    # A Maven of our own does not see the system's settings (mirrors, proxies) unless it is told.
    if [ "$mvn" != mvn ] && [ -r /etc/maven/settings.xml ]; then
        set -- -gs /etc/maven/settings.xml "$@"
    fi
    exec "$mvn" -B "$@" </dev/null
)

# Prints what of the build's own description changed since the marker file was touched.
newer_poms() {
    find "$root/pom.xml" "$root/.mvn" "$root/product/pom.xml" "$root/bundles" "$root/examples" "$root/releng" \
        ! -path "*/target/*" \( -name pom.xml -o -name "*.target" -o -path "$root/.mvn/*" \) -newer "$1"
}

# Offline when this platform was resolved before: no network is asked for nothing, and none is needed.
maven_mode() {
    if [ -f "$state/resolved" ] && [ -z "$(newer_poms "$state/resolved")" ]; then
        printf '%s' -o
    fi
}

# One build at a time in a checkout; a second caller waits and then finds the work done.
lock_build() {
    mkdir -p -- "$state" 2>/dev/null && [ -w "$state" ] || die 5 "$state cannot be written, so nothing can be built"
    exec 9>"$state/lock"
    if command -v flock >/dev/null 2>&1 && ! flock -n 9; then
        say "another build of this checkout is running; waiting for it"
        flock 9
    fi
}

unlock_build() {
    exec 9>&-
}

build_product() {
    lock_build
    if is_fresh; then
        unlock_build
        return
    fi
    find_maven
    build_began=$(date +%s)
    touch "$state/stamp.next"
    say "building (log: $state/build.log)"
    set -- package -Dmaven.test.skip=true
    build_mode=$(maven_mode)
    if ! run_maven $build_mode "$@" >"$state/build.log" 2>&1; then
        # What an offline build misses was perhaps cleaned away; a wrong source fails the same way again.
        if [ -z "$build_mode" ] || ! grep -q -i 'offline' "$state/build.log" ||
            ! run_maven "$@" >"$state/build.log" 2>&1; then
            build_failed "$state/build.log"
        fi
    fi
    touch "$state/resolved"
    finish_product
    say "built in $(($(date +%s) - build_began)) s"
    unlock_build
}

build_failed() {
    build_errors=$(grep -E '^\[ERROR\] +[^ ]' "$1" | grep -v -E 'To see the full|Re-run Maven|For more information|\[Help' |
        awk '!seen[$0]++' | head -n 30)
    if [ -n "$build_errors" ]; then
        printf '%s\n' "$build_errors" >&2
    else
        tail -n 20 "$1" >&2
    fi
    die 5 "the build failed; the whole log is $1"
}

# After Maven: the command line's class path and its AOT cache, then the marks of freshness.
finish_product() {
    "$java_home/bin/java" "$launcher/ClassPath.java" "$product/plugins" "$product/cli" org.hopwarden.cli \
        >>"$state/build.log" 2>&1 || build_failed "$state/build.log"
    sh "$launcher/train.sh" "$java_home" "$product" >>"$state/build.log" 2>&1 ||
        say "no cache for a fast start could be made; see $state/build.log"
    # Caches of the window are kept for one build only.
    printf '%s-%s\n' "$(date +%Y%m%d%H%M%S)" "$$" >"$product/build-id"
    mv -f -- "$state/stamp.next" "$state/stamp"
    sum_contents >"$state/contents"
    sum_names >"$state/names"
}
