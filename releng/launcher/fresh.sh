# Says whether the product was built from the sources as they are now. Sourced by ./hopwarden.
#
# The stamp's time is the start of the last good build. The names file sums up the list of source files, so that a deleted
# or renamed file is noticed; the contents file sums up their contents, so that a copied or touched checkout is not built
# again. Tests are no part of the product.

# Prints the sources, one a line; those that are newer than the stamp come with a mark.
list_sources() (
    cd -- "$root" || exit 1
    set -- pom.xml .mvn releng/platform
    for source_part in bundles/*/* features/*/* product/*; do
        case $source_part in
            */target | */bin | bundles/*/test | bundles/*.tests/*) ;;
            *) set -- "$@" "$source_part" ;;
        esac
    done
    if [ -f "$state/stamp" ]; then
        find "$@" -type f ! -name '.*' ! -name '*~' \
            \( -newer "$state/stamp" -exec printf 'newer: %s\n' {} \; -o -print \)
    else
        find "$@" -type f ! -name '.*' ! -name '*~' -print
    fi
)

sum_names() {
    list_sources | LC_ALL=C sort | cksum
}

sum_contents() (
    cd -- "$root" || exit 1
    list_sources | sed 's/^newer: //' | LC_ALL=C sort | while IFS= read -r source_file; do
        printf '%s\0' "$source_file"
    done | xargs -0 cksum | cksum
)

is_fresh() {
    [ -f "$state/stamp" ] && [ -f "$product/cli/classpath" ] || return 1
    IFS= read -r fresh_names <"$state/names" || return 1
    if [ "$(sum_names)" = "$fresh_names" ]; then
        return 0
    fi
    IFS= read -r fresh_contents <"$state/contents" || return 1
    [ "$(sum_contents)" = "$fresh_contents" ] || return 1
    if [ -w "$state" ] && [ -w "$state/stamp" ]; then
        touch "$state/stamp"
        sum_names >"$state/names"
    fi
    return 0
}
