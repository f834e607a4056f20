#!/bin/sh
# Make the virtual environment named by the first argument, with the pinned versions.
# Uses uv where there is one, else the standard library's venv and pip.
set -eu
venv=$1
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; $python is $("$python" --version 2>&1)." >&2
    echo "Install one and say which: make env PYTHON=python3.12" >&2
    exit 1
}

if command -v uv >/dev/null 2>&1; then
    uv venv --quiet --clear --python "$python" "$venv"
    uv pip install --quiet --compile-bytecode --python "$venv/bin/python" -c constraints.txt -e ./helpers -e './autograder[dev]'
else
    "$python" -m venv --clear "$venv" || {
        echo "This Python cannot make virtual environments; on Debian: apt-get install python3-venv" >&2
        exit 1
    }
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt \
        -e ./helpers -e './autograder[dev]'
fi

# What is installed from a folder is not compiled by that; the sandbox cannot write what it compiles.
"$venv/bin/python" -m compileall -q helpers/src autograder/src

# The sandbox is bubblewrap, which comes from the system and not from PyPI.
command -v bwrap >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing bubblewrap (the sandbox that submissions run in)"
    apt-get update -qq && apt-get install -y -qq --no-install-recommends bubblewrap >/dev/null && exit 0
fi
echo "Grading needs bubblewrap, the sandbox that submissions run in. Install it with:" >&2
echo "    sudo apt-get install bubblewrap" >&2
