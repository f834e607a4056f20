#!/bin/sh
# Every check and test of the project. Fails at the first that does.
set -eu
bin=$1
PATH="$(cd "$bin" && pwd):$PATH"
export PATH

say() { printf '\n== %s\n' "$1"; }

say "ruff"
ruff check .
ruff format --check .
say "mypy"
mypy
say "import-linter"
lint-imports
say "release is what source makes"
autograder release --check
say "the answer bank proves the tests, mutants of the models included"
autograder bank --mutants
say "pytest"
pytest -n 2 --dist worksteal "${PYTEST_ADDOPTS_EXTRA:--q}"
