# One command each; every target builds what it needs. Only python3.11 (with venv), git and make are expected on the machine.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OUT ?= demo-out
SHARED ?= $(or $(WAQAI_SHARED),../shared)

.PHONY: help demo test check gold bench peers serve docs format clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

# ensurepip is what Debian splits off as python3.11-venv; say so instead of leaving a half-made folder.
$(BIN)/python:
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || { \
	  echo "$(PYTHON) with the venv module is needed. On Debian or Ubuntu: sudo apt install python3.11 python3.11-venv"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(STAMP): $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: $(STAMP) ## code the example reports and build the page
	$(BIN)/waqai run examples/reports --out $(OUT)
	@echo
	@echo "Open $(OUT)/index.html in a browser. Beside it: claims.jsonl, incidents.csv, incidents.geojson, store.sqlite"

test: $(STAMP) ## format, lint, types, import contracts, data lint, all tests
	$(BIN)/ruff format --check src tests benchmarks docs
	$(BIN)/ruff check src tests benchmarks docs
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/waqai lexicon check
	$(BIN)/python -m pytest

check: test ## the same as test

gold: $(STAMP) ## score the coder on our gold documents and hold the floors
	$(BIN)/waqai eval --gold tests/gold --phenomena tests/gold/phenomena.yml --floors tests/gold/floors.json --raise

bench: $(STAMP) ## speed, start-up time and memory, with dateparser as yardstick
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'dateparser>=1.2'
	WAQAI_SHARED=$(SHARED) $(BIN)/python benchmarks/bench.py

peers: $(STAMP) ## date and number suites of other projects (needs WAQAI_SHARED)
	WAQAI_SHARED=$(SHARED) $(BIN)/python -m benchmarks.peers.numbers
	WAQAI_SHARED=$(SHARED) $(BIN)/python -m benchmarks.peers.times
	-WAQAI_SHARED=$(SHARED) $(BIN)/python -m benchmarks.peers.gsr

serve: demo ## open the review desk on the demo store
	$(BIN)/waqai serve $(OUT) --open

docs: $(STAMP) ## rewrite the command reference, the README capture and the picture
	$(BIN)/python docs/generate.py

format: $(STAMP) ## lay the code out
	$(BIN)/ruff format src tests benchmarks docs
	$(BIN)/ruff check --fix src tests benchmarks docs

clean: ## remove what was built
	rm -rf $(VENV) $(OUT) build dist
