# Two commands: `make diff` does the main job on the real register, `make test` runs the tests.
# Both set up all they need in .venv; they need Python >= 3.11, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: diff test check docs clean

diff: $(VENV)/.use
	@$(BIN)/rvc laws diff

test: $(VENV)/.develop
	$(BIN)/python -m pytest -n 2 -q

check: $(VENV)/.develop
	bash .ci/checks

docs: $(VENV)/.develop
	$(BIN)/python docs/make.py
	$(BIN)/rvc brief --out briefs

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "rvc needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.use: pyproject.toml $(VENV)/bin/python
	@echo "setting up $(VENV), once" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . >&2
	@touch $@

$(VENV)/.develop: pyproject.toml $(VENV)/bin/python
	@echo "setting up $(VENV) for the tests, once" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' >&2
	@touch $@ $(VENV)/.use

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
