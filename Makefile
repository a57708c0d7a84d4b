# The commands of this project. `make help` lists them.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
# Each worker, and each program that a test starts, would compile all code anew.
unexport PYTHONDONTWRITEBYTECODE
# A worker a core; each takes up to a gigabyte with its browser. One that has nothing left takes over tests of another.
PYTEST = $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help setup serve build bundle check test test-fast lint bench soak mutants lock clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-9s %s\n", $$1, $$2 }'

setup: $(VENV)/.installed ## Make .venv with everything at its locked version

# Python is asked for its version first: an older one would fail later, with a worse message.
$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment: install its venv module (on Debian: apt-get install python3-venv)." >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

serve: setup ## Serve the site on 127.0.0.1 (PORT=8000), with each change shown at once
	$(BIN)/python -m preview --port $(PORT)

build: setup ## Build the site into site/
	@rm -rf .site.partial
	$(BIN)/mkdocs build --site-dir .site.partial
	@rm -rf site && mv .site.partial site

# Dated with the last commit, so that anybody makes the same bytes of it.
bundle: setup ## Write all open data into build/data-<version>.zip
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} $(BIN)/armsref export bundle build

check: setup ## Check the data
	$(BIN)/armsref check

test: lint ## Lint, type-check, check the data, and run all tests
	$(BIN)/python tools/chromium.py
	$(PYTEST)

test-fast: lint ## The same without the tests that drive a browser or build a site
	$(PYTEST) -m "not browser and not site"

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --no-progress --quiet --persona pedantic .github
	$(BIN)/jactionlint --strict-exit --profile pedantic --shellcheck= --pyflakes=
	$(BIN)/armsref check

bench: setup $(VENV)/.bench ## Measure speed and size, and how well names and entries are found (ONLY=build, export, names, search, lighthouse, commands or editing)
	$(BIN)/python -m tools.bench $(addprefix --only ,$(ONLY))

soak: setup ## Edit a copy of the data beside a preview for a while (MINUTES=60); nothing stale may be shown
	$(BIN)/python -m tools.soak --minutes $(or $(MINUTES),60)

# The finders of names that this one is measured beside; nothing else needs them.
$(VENV)/.bench: requirements-bench.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

mutants: setup $(VENV)/.mutants ## Change the code in small ways, and see which changes no test notices (SEED=1, COUNT=100, ONLY=law, …)
	$(BIN)/python -m tools.mutants --seed $(or $(SEED),1) --count $(or $(COUNT),100) $(addprefix --only ,$(ONLY))

$(VENV)/.mutants: requirements-mutants.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-mutants.lock
	@touch $@

lock: setup ## Write the locks anew from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --extra site --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra bench --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet --constraint requirements.lock --output-file requirements-bench.lock
	$(BIN)/uv pip compile pyproject.toml --extra mutants --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet --constraint requirements.lock --output-file requirements-mutants.lock

clean: ## Remove what was built and installed
	rm -rf $(VENV) site .site.partial .cache .mypy_cache .ruff_cache .pytest_cache build *.egg-info
