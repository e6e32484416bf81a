# ./hopwarden test --only PATTERN: compiles what the tests of headless bundles need flat, and runs the chosen ones in a
# few seconds. Sourced by ./hopwarden, after build.sh.

run_only() {
    only_class=${1%%#*}
    only_method=
    case $1 in
        *'#'*) only_method=${1#*#} ;;
    esac
    only_simple=${only_class##*.}
    only_files=$(find "$root/bundles" "$root/releng/tests" -name "$only_simple.java" \
        \( -path '*/test/*' -o -path '*.tests/src/*' -o -path '*/releng/tests/*' \) ! -path '*/target/*')
    [ -n "$only_files" ] || die 2 "no test class is named $only_class"
    case $only_files in
        *.tests/src/*) only_window "$1" ;;
        *"$root/releng/tests/"*) only_releng "$1" ;;
        *) only_flat ;;
    esac
}

only_window() {
    ensure_packages test
    lock_build
    find_maven
    start_display
    # The reactor decides by its products what is built before; no other module has a test of this name.
    test_stage verify -pl bundles/org.hopwarden.ui.tests -am "-Dtest=$1" -Dsurefire.failIfNoSpecifiedTests=false \
        -DfailIfNoTests=false
    only_code=$?
    stop_display
    return "$only_code"
}

only_releng() {
    ensure_packages test
    ensure_product
    find_maven
    start_display
    test_stage -f "$root/releng/tests/pom.xml" verify "-Dtest=$1"
    only_code=$?
    stop_display
    return "$only_code"
}

# JUnit and its console, through the module that names their versions.
only_junit() {
    if [ ! -s "$state/junit.classpath" ] || [ "$root/releng/tests/pom.xml" -nt "$state/junit.classpath" ]; then
        find_maven
        run_maven -q -f "$root/releng/tests/pom.xml" dependency:build-classpath \
            "-Dmdep.outputFile=$state/junit.classpath" >"$state/junit.log" 2>&1 || build_failed "$state/junit.log"
    fi
}

only_flat() {
    [ -d "$product/plugins" ] || ensure_product
    lock_build
    only_junit
    only_classes=$state/only
    only_libraries=$(cat "$state/junit.classpath")
    for only_jar in "$product"/plugins/*.jar; do
        case ${only_jar##*/} in
            org.hopwarden.*) ;;
            *) only_libraries=$only_libraries:$only_jar ;;
        esac
    done
    only_resources=
    set --
    for only_bundle in "$root"/bundles/*; do
        case $only_bundle in
            */org.hopwarden.ui | */org.hopwarden.ui.* | */org.hopwarden.app | */org.hopwarden.help*) continue ;;
        esac
        for only_part in src src-gen test; do
            if [ -d "$only_bundle/$only_part" ]; then
                set -- "$@" "$only_bundle/$only_part"
                only_resources=$only_resources:$only_bundle/$only_part
            fi
        done
    done
    find "$@" -name '*.java' | LC_ALL=C sort | sed 's/.*/"&"/' >"$state/only.sources.next"
    if [ ! -f "$state/only.stamp" ] || ! cmp -s "$state/only.sources" "$state/only.sources.next" ||
        [ -n "$(find "$@" -name '*.java' -newer "$state/only.stamp" | head -n 1)" ]; then
        rm -rf -- "$only_classes" "$state/only.stamp"
        touch "$state/only.stamp.next"
        "$java_home/bin/javac" -proc:none -nowarn -Xlint:none -Xmaxerrs 10 -parameters -encoding UTF-8 -d "$only_classes" \
            -cp "$only_libraries" @"$state/only.sources.next" >&2 || die 5 "the sources do not compile; see above"
        mv -- "$state/only.stamp.next" "$state/only.stamp"
    fi
    mv -- "$state/only.sources.next" "$state/only.sources"
    unlock_build
    set --
    for only_file in $(printf '%s\n' "$only_files" | sed 's|.*/test/||; s|\.java$||; s|/|.|g'); do
        set -- "$@" --select-class "$only_file"
    done
    if [ -n "$only_method" ]; then
        set -- "$@" --include-methodname ".*#$(printf '%s' "$only_method" | sed 's/\*/.*/g')"
    fi
    cd -- "$root" || exit 5
    exec "$java_home/bin/java" --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
        "-Dhopwarden.home=$root" "-Dhopwarden.full=$test_full" -XX:TieredStopAtLevel=1 \
        -cp "$only_classes$only_resources:$only_libraries" org.junit.platform.console.ConsoleLauncher execute \
        "$@" --disable-banner --disable-ansi-colors --details=tree --fail-if-no-tests
}
