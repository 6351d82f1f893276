# The two commands of the README are `make run` and `make test`.
PYTHON ?= python3.11
VENV ?= .venv
PORT ?= 8000
HOITHI_DATA ?= var/data
BIN := $(VENV)/bin
JOBS ?= 2
ENGLISH := src/hoithi/locale/en/LC_MESSAGES/django
SUSTAINED_SECONDS ?= 600
FUZZ_SECONDS ?= 600

export PYTHONPATH := src
export PORT HOITHI_DATA

.PHONY: run setup test test-fast test-postgres test-browser test-kill test-wheel test-long test-kills-long check coverage mutants format messages bench bench-sustained fuzz lock clean

run: $(VENV)/.runtime
	$(BIN)/hoithi demo --if-empty
	$(BIN)/hoithi serve

setup: $(VENV)/.runtime
	$(BIN)/hoithi migrate

test: $(VENV)/.dev
	$(MAKE) check test-fast
	$(MAKE) test-long test-postgres test-browser test-kill test-wheel

test-fast: $(VENV)/.dev
	$(BIN)/pytest -n $(JOBS) -q -m "not postgres and not browser and not kill and not wheel and not long"

test-long: $(VENV)/.dev
	$(BIN)/pytest -n $(JOBS) -q -m "long and not postgres"

test-postgres: $(VENV)/.dev
	$(BIN)/pytest -q -m postgres

test-browser: $(VENV)/.dev
	$(BIN)/pytest -n $(JOBS) --dist loadfile -q -m browser

test-kill: $(VENV)/.dev
	$(BIN)/pytest -q -m kill

test-wheel: $(VENV)/.dev
	$(BIN)/pytest -q -m wheel

# Ten times the kills, for a release.
test-kills-long: $(VENV)/.dev
	HOITHI_KILLS=500 $(BIN)/pytest -q -m kill

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

# Line and branch coverage of the rules that decide results; coverage is no part of the lock.
coverage: $(VENV)/.dev
	$(BIN)/uv pip install --quiet --target var/coverage coverage
	PYTHONPATH=src:var/coverage $(BIN)/python -m coverage run -m pytest -q tests/core tests/shadow
	PYTHONPATH=var/coverage $(BIN)/python -m coverage report

# How many small faults put into the rules of results the tests find; mutmut is no part of the lock.
mutants: $(VENV)/.dev
	$(BIN)/uv pip install --quiet --target var/mutmut --constraint requirements-dev.lock mutmut
	PYTHONPATH=src:var/mutmut $(BIN)/python -m mutmut run --max-children $(JOBS)
	PYTHONPATH=src:var/mutmut $(BIN)/python -m mutmut export-cicd-stats
	cat mutants/mutmut-cicd-stats.json

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Needs GNU gettext. Translate what it leaves empty or fuzzy in the .po, then run it again.
messages: $(VENV)/.runtime
	cd src/hoithi && "$(abspath $(BIN))/django-admin" makemessages -l en --no-wrap --no-location
	msgattrib --no-obsolete --sort-output --no-wrap -o $(ENGLISH).new $(ENGLISH).po
	sed '/^"POT-Creation-Date:/d' $(ENGLISH).new > $(ENGLISH).po
	rm $(ENGLISH).new
	msgfmt --check --statistics -o $(ENGLISH).mo $(ENGLISH).po

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

bench-sustained: $(VENV)/.dev
	$(BIN)/python -m benchmarks --only sustained --runs 1 --seconds $(SUSTAINED_SECONDS) --out var/bench-sustained.json

# Damaged and hostile files of questions against their readers; what broke one is kept in var/fuzz.
fuzz: $(VENV)/.dev
	$(BIN)/python -m tests.fuzz --seconds $(FUZZ_SECONDS)

lock: $(VENV)/.dev
	$(BIN)/uv pip compile --no-header --no-emit-index-url --generate-hashes --upgrade pyproject.toml -o requirements.lock -q
	$(BIN)/uv pip compile --no-header --no-emit-index-url --generate-hashes --upgrade --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock -q

$(VENV)/bin/uv:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

$(VENV)/.runtime: $(VENV)/bin/uv requirements.lock pyproject.toml
	$(BIN)/uv pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --no-deps --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(BIN)/uv pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache
