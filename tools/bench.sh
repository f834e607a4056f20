#!/bin/sh
# Measures what can be measured on this machine and prints it; nothing is compared with a stored number.
set -eu
bin=$1
for bench in bench/*.py; do
    printf '\n== %s\n' "$bench"
    "$bin/python" "$bench"
done
