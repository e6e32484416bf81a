# ./hopwarden test [--full] [--only PATTERN]. Sourced by ./hopwarden.

test_usage="use: ./hopwarden test [--full] [--only CLASS | CLASS#METHOD | 'PATTERN*']"

run_tests() {
    test_full=false
    test_timeout=1000
    test_only=
    while [ $# -gt 0 ]; do
        case $1 in
            --full)
                test_full=true
                test_timeout=14400
                ;;
            --only)
                [ $# -ge 2 ] && [ -n "$2" ] || die 2 "--only needs a test: $test_usage"
                test_only=$2
                shift
                ;;
            *) die 2 "unknown argument $1; $test_usage" ;;
        esac
        shift
    done
    . "$launcher/packages.sh"
    . "$launcher/build.sh"
    find_java
    if [ -n "$test_only" ]; then
        . "$launcher/only.sh"
        run_only "$test_only"
        exit
    fi
    ensure_packages test
    test_began=$(date +%s)
    lock_build
    find_maven
    find "$root/bundles" "$root/examples" "$root/releng" -path '*/target/surefire-reports/*' -type f -exec rm -f {} +
    start_display
    touch "$state/stamp.next"
    : >"$state/test.log"
    test_code=0
    # Two modules at a time: tests of the command line wait for networks most of the time, and those of the window come beside them.
    test_stage -T 2 verify || test_code=1
    if [ "$test_code" -eq 0 ]; then
        : >"$state/build.log"
        finish_product
        unlock_build
        test_stage -f "$root/releng/tests/pom.xml" verify || test_code=1
        test_stage -f "$root/releng/emf-gen/pom.xml" verify || test_code=1
    fi
    stop_display
    test_summary
    exit "$test_code"
}

# Runs Maven with the log's telling lines on standard output. Failed tests do not stop it, so that all of them are seen.
test_stage() {
    set -- "$@" -Dmaven.test.failure.ignore=true "-Dhopwarden.full=$test_full" "-Dtest.timeout=$test_timeout" "-Dhopwarden.home=$root"
    test_resolved=$state/resolved-test
    if [ -f "$test_resolved" ] && [ -z "$(newer_poms "$test_resolved")" ]; then
        set -- -o "$@"
    fi
    test_log=$state/test-stage.log
    # There before tail looks for it.
    : >"$test_log"
    run_maven "$@" >"$test_log" 2>&1 &
    test_pid=$!
    tail -n +1 -f --pid="$test_pid" "$test_log" | grep --line-buffered -E '^\[ERROR\]|Tests run:|^\[INFO\] BUILD' &
    test_tail=$!
    wait "$test_pid"
    test_stage_code=$?
    test_pid=
    wait "$test_tail"
    cat "$test_log" >>"$state/test.log"
    if [ "$test_stage_code" -eq 0 ]; then
        # A test JVM that crashed or hung is only an error line when failures are ignored.
        ! grep -q '^\[ERROR\]' "$test_log"
    else
        tail -n 15 "$test_log"
        return 1
    fi
}

test_summary() {
    test_counts=$(
        find "$root/bundles" "$root/examples" "$root/releng" -path '*/target/surefire-reports/TEST-*.xml' -exec sed -n '/<testsuite /p' {} + |
            awk '
                function count(name,  text) {
                    if (match($0, " " name "=\"[0-9]+\"")) {
                        text = substr($0, RSTART, RLENGTH)
                        gsub(/[^0-9]/, "", text)
                        return text
                    }
                    return 0
                }
                { run += count("tests"); failed += count("failures") + count("errors"); skipped += count("skipped") }
                END { printf "%d %d %d", run, failed, skipped }'
    )
    set -- $test_counts
    if [ "$2" -gt 0 ] || [ "$1" -eq 0 ]; then
        test_code=1
    fi
    if [ "$test_code" -eq 0 ]; then
        test_word=passed
        touch "$state/resolved" "$state/resolved-test"
    else
        test_word=FAILED
    fi
    printf '%s passed, %s failed, %s skipped\n' "$(($1 - $2 - $3))" "$2" "$3"
    printf 'hopwarden test: %s: %s tests run, %s failed, %s skipped, in %s s (log: %s)\n' "$test_word" "$1" "$2" "$3" \
        "$(($(date +%s) - test_began))" "$state/test.log"
    if [ "$3" -gt 0 ]; then
        find "$root/bundles" "$root/examples" "$root/releng" -path '*/target/surefire-reports/TEST-*.xml' \
            -exec sed -n 's/.*<skipped message="\([^"]*\)".*/\1/p' {} + | sort | uniq -c
    fi
}

# A display of our own with a window manager, both ended by their ids.
start_display() {
    display_xvfb=
    display_manager=
    test_pid=
    trap stop_display EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    rm -f -- "$state/display"
    Xvfb -displayfd 3 -screen 0 1400x1000x24 -nolisten tcp 3>"$state/display" >"$state/xvfb.log" 2>&1 9>&- &
    display_xvfb=$!
    display_tries=0
    until [ -s "$state/display" ]; do
        display_tries=$((display_tries + 1))
        if [ "$display_tries" -gt 100 ] || ! kill -0 "$display_xvfb" 2>/dev/null; then
            die 5 "Xvfb did not start; see $state/xvfb.log"
        fi
        sleep 0.1
    done
    DISPLAY=:$(cat "$state/display")
    NO_AT_BRIDGE=1
    GDK_BACKEND=x11
    export DISPLAY NO_AT_BRIDGE GDK_BACKEND
    metacity --sm-disable >"$state/metacity.log" 2>&1 9>&- &
    display_manager=$!
}

stop_display() {
    trap - EXIT
    for display_process in "$test_pid" "$display_manager" "$display_xvfb"; do
        if [ -n "$display_process" ]; then
            kill "$display_process" 2>/dev/null
            wait "$display_process" 2>/dev/null
        fi
    done
    test_pid=
    display_manager=
    display_xvfb=
}
