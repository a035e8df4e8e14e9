# The targets people use. Each makes its own virtual environment first.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 8

run: .venv/run ## Start the app on 127.0.0.1 (PORT=8501)
	@echo "MastoScope: http://127.0.0.1:$(PORT)"
	@$(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/dev browser ## Check style and types, then run every test, browser tests included
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses 3 --dist loadgroup

arrows: .venv/run ## Draw which room knows which, and what goes back
	@$(BIN)/python -m tests.arrows

format: .venv/dev ## Put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/dev browser ## Measure speed against an empty page and a naive one (takes half an hour)
	$(BIN)/python -m bench

lock: ## Write constraints.txt anew from the pins
	rm -rf .venv && $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --requirement requirements-dev.txt
	$(BIN)/pip freeze > constraints.txt

clean: ## Remove the virtual environment and caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/run: requirements.txt constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "MastoScope needs Python 3.11 or newer; set PYTHON=…")'
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt --constraint constraints.txt
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt --constraint constraints.txt
	@touch $@

browser:
	@command -v chromium-headless-shell chromium chromium-browser google-chrome >/dev/null || \
		(echo "No Chromium found; installing it with apt." && apt-get update -qq && \
		(apt-get install -y -qq chromium-headless-shell || apt-get install -y -qq chromium) >/dev/null) || \
		(echo "The browser tests need Chromium. Install it (for example: sudo apt-get install chromium) and run make test again." && exit 1)

.PHONY: help run test arrows format bench lock clean browser
.DEFAULT_GOAL := help
