# Every target sets up what it needs; a clean clone and Python 3.11 or newer are enough.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
UV_COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --generate-hashes \
	--no-strip-extras \
	--custom-compile-command "make lock"

.PHONY: help run test check format lint types imports migrations zones audit lock upgrade clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.run ## Start the coach: on Telegram if TELEGRAM_TOKEN is set, else in this terminal
	@$(BIN)/coach start

test: $(VENV)/.dev ## Run the tests, with branch coverage
	@$(BIN)/python -m pytest --numprocesses auto --cov --cov-report=term
	@$(BIN)/python -m coverage report --include='bot/domain/*,bot/understanding/*' --fail-under=100 > /dev/null \
		|| { echo "bot/domain and bot/understanding must be covered to 100 %"; exit 1; }
	@$(BIN)/python -m coverage report --fail-under=95 > /dev/null || { echo "bot must be covered to 95 %"; exit 1; }

check: format lint types imports migrations test ## All that CI runs

format: $(VENV)/.dev
	@$(BIN)/ruff format --check --quiet . || { echo "run: $(BIN)/ruff format ."; exit 1; }

lint: $(VENV)/.dev
	@$(BIN)/ruff check --quiet .

types: $(VENV)/.dev
	@$(BIN)/mypy

imports: $(VENV)/.dev
	@$(BIN)/lint-imports

migrations: $(VENV)/.dev
	@$(BIN)/python -m migrations.check

zones: $(VENV)/.dev ## Sweep every time zone, each day until 2030, for one prompt a day in time (a minute or two)
	@$(BIN)/python -m tests.domain.zones

audit: $(VENV)/.dev ## Ask the advisory database of PyPI about every pinned dependency (needs the network)
	@$(BIN)/uv tool run --from 'pip-audit>=2.9,<3' pip-audit --strict --disable-pip --require-hashes \
		--progress-spinner off -r requirements-dev.lock

lock: $(VENV)/.dev ## Pin the dependencies again, with hashes and without addresses
	@$(UV_COMPILE) pyproject.toml --group build -o requirements.lock
	@$(UV_COMPILE) pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock

upgrade: $(VENV)/.dev ## Pin the newest releases that the ranges admit
	@$(UV_COMPILE) --upgrade pyproject.toml --group build -o requirements.lock
	@$(UV_COMPILE) --upgrade pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock

clean: ## Remove what was made here, except the coach's data
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage build dist

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# requirements.lock holds the build tools too, so that the editable install fetches nothing unpinned.
$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Setting up (once) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
