# The targets people use. Each makes its own virtual environment first.
PYTHON ?= python3
PORT ?= 8501
READERS ?= 200
BIN := .venv/bin

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 8

run: .venv/run ## Start the app on 127.0.0.1 (PORT=8501)
	@$(BIN)/python -c 'import sys; from deploy.serve import free; sys.exit(not free("127.0.0.1", $(PORT)) and "Port $(PORT) is in use. Stop what listens there, or choose another: make run PORT=8600")'
	@echo "MastoScope: http://127.0.0.1:$(PORT)"
	@$(BIN)/streamlit run app.py --server.port $(PORT)

serve: .venv/run caddy ## Start it for many readers, one process per core behind Caddy (PORT=8501)
	@$(BIN)/python deploy/serve.py $(PORT)

test: .venv/dev browser ## Check style and types, then run every test, browser tests included
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses 3

arrows: .venv/run ## Draw which room knows which, and what goes back
	@$(BIN)/python -m tests.arrows

format: .venv/dev ## Put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/dev browser ## Measure speed against an empty page and a naive one (takes half an hour)
	$(BIN)/python -m bench

load: .venv/dev caddy ## Measure it under many readers, every answer checked (READERS=200, takes ten minutes)
	@$(BIN)/python -m bench.load --readers $(READERS)

lock: ## Write constraints.txt anew from the pins
	rm -rf .venv && $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --requirement requirements-dev.txt
	$(BIN)/pip freeze > constraints.txt

clean: ## Remove the virtual environment and caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

# What is missing is said with its remedy; an installation that was interrupted begins anew with the next call.
.venv/run: requirements.txt constraints.txt
	@command -v $(PYTHON) >/dev/null || (echo "There is no $(PYTHON). Install Python 3.11 or newer, or name one: make PYTHON=python3.11" && exit 1)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "This is Python %d.%d; MastoScope needs 3.11 or newer. Name one: make PYTHON=python3.11" % sys.version_info[:2])'
	@test -w . || (echo "This folder cannot be written to, and the libraries go into .venv. Copy it to one of your own and run make there." && exit 1)
	@test -e $@ || (rm -rf .venv && $(PYTHON) -m venv .venv) || (echo "No virtual environment could be made; the lines above say why. On Debian: sudo apt-get install python3-venv" && exit 1)
	@$(call install,requirements.txt)
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	@$(call install,requirements-dev.txt)
	@touch $@

define install
$(BIN)/python -m pip install --quiet --disable-pip-version-check --retries 2 --requirement $(1) --constraint constraints.txt || \
	(echo "The libraries could not be installed; the lines above say why. It takes a network (or pip's own settings for a proxy or mirror) and 1 GB of disk. Then run make again." && exit 1)
endef

browser:
	@command -v chromium-headless-shell chromium chromium-browser google-chrome >/dev/null || \
		(echo "No Chromium found; installing it with apt." && apt-get update -qq && \
		(apt-get install -y -qq chromium-headless-shell || apt-get install -y -qq chromium) >/dev/null) || \
		(echo "The browser tests need Chromium. Install it (for example: sudo apt-get install chromium) and run make test again." && exit 1)

caddy:
	@command -v caddy >/dev/null || \
		(echo "No Caddy found; installing it with apt." && apt-get update -qq && apt-get install -y -qq --no-install-recommends caddy >/dev/null) || \
		(echo "make serve needs Caddy. Install it (for example: sudo apt-get install caddy) and run it again." && exit 1)

.PHONY: help run serve test arrows format bench load lock clean browser caddy
.DEFAULT_GOAL := help
