# `make run` and `make test` need git, make and python3 alone: they make the environment on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INPUT ?= corpus/
OUTPUT ?= output/
# Build environments of pip see the constraints only through this variable.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test check clean
.DEFAULT_GOAL := run

run: $(VENV)/.installed
	$(BIN)/pollcheck run $(INPUT) -o $(OUTPUT)

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -q -n auto

# Everything that has to hold before a change is merged.
check:
	.ci/run

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# A stamp tells that what pyproject.toml and constraints.txt name is installed; it is renewed when either changes.
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev,spark]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) output/*.jsonl output/*.db output/*.json
