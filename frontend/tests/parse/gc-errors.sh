#!/bin/sh
# Writes what gc says about each case of errors.txt into it. Usage: gc-errors.sh path/to/go
set -eu
go=$1
here=$(cd "$(dirname "$0")" && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# Cases become files; the last line of a text has no newline if the text would otherwise end a string.
awk -v dir="$dir" '
    /^=== / { n++; text = 1; name = sprintf("%s/%04d", dir, n); print > (name ".name"); printf "" > (name ".go"); next }
    /^---$/ { text = 0; next }
    n && text { print > (name ".go") }
' "$here/errors.txt"

{
    sed '/^=== /,$d' "$here/errors.txt"
    for file in "$dir"/*.go; do
        cat "${file%.go}.name"
        cat "$file"
        echo ---
        (cd "$dir" && "$go" tool compile -e -p p -o /dev/null "$(basename "$file")" 2>&1 || true) |
            sed -n 's/^[^:]*\.go:\([0-9]*:[0-9]*: .*\)$/\1/p'
    done
} > "$dir/errors.txt"
cp "$dir/errors.txt" "$here/errors.txt"
