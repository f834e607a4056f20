# Everything a new checkout needs; each target makes what it stands on.
#   make demo     release unit 01, make a sample class, grade it, show where the pages are
#   make test     every check and test the project has
#   make lab      JupyterLab on the student's notebooks
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: env demo lab test release bench
.DELETE_ON_ERROR:

env: $(READY)

$(READY): constraints.txt helpers/pyproject.toml autograder/pyproject.toml tools/install.sh
	PYTHON="$(PYTHON)" sh tools/install.sh $(VENV)
	touch $@

demo: env
	sh tools/demo.sh $(BIN)

lab: env
	$(BIN)/jupyter lab --ServerApp.root_dir=release $(if $(filter 0,$(shell id -u)),--allow-root)

release: env
	$(BIN)/autograder release

test: env
	sh tools/test.sh $(BIN)

bench: env
	sh tools/bench.sh $(BIN)
