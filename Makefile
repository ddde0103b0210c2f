# The one door to every task. `make help` lists them.

PYTHON ?= python3
ENGINE ?= mkdocs
PORT ?= 8000
RUN := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help serve build packages offline check fix new adopt import voice listen test lint report published bench screenshot lock clean

help: ## List what you can make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/ready: requirements.lock pyproject.toml scripts/setup.sh scripts/packages.sh
	@PYTHON="$(PYTHON)" scripts/setup.sh

.venv/ready-to-test: .venv/ready tests/node/package-lock.json scripts/bundler/package-lock.json scripts/setup-tests.sh scripts/setup-bundler.sh scripts/packages.sh
	@scripts/setup-tests.sh

serve: .venv/ready ## Serve the site on http://127.0.0.1:8000/ and rebuild it on every change
	@$(RUN) -m macros serve --engine $(ENGINE) --port $(PORT)

build: .venv/ready ## Check the content and build the site into site/ (ENGINE=mkdocs, properdocs or zensical)
	@$(RUN) -m macros build --engine $(ENGINE)

packages: build ## Write packages for learning platforms into packages/: SCORM 1.2 and 2004, cmi5, Common Cartridge
	@$(RUN) -m macros packages

offline: build scripts/bundler/node_modules/.package-lock.json ## Write the site as one zip file that opens from a folder, into packages/
	@$(RUN) -m macros offline

scripts/bundler/node_modules/.package-lock.json: .venv/ready scripts/bundler/package-lock.json scripts/setup-bundler.sh
	@scripts/setup-bundler.sh

check: .venv/ready ## Say everything that is wrong with the content, with file and line
	@$(RUN) -m macros check

fix: .venv/ready ## Mend spaces, links, lists and file names: shows the difference, and asks (ARGS=--yes)
	@$(RUN) -m macros fix $(ARGS)

new: .venv/ready ## Start a guide, webinar, story or paper: asks for its title, and writes the files
	@$(RUN) -m macros new $(ARGS)

adopt: .venv/ready ## Make the site your own: asks for its name, who answers for it, and what to keep of the content
	@$(RUN) -m macros adopt $(ARGS)

import: .venv/ready ## Make captions of a transcript: make import FILE="talk.vtt" INTO=a-webinar
	@: "$${FILE:?write the file: make import FILE=\"talk.vtt\" INTO=a-webinar}"
	@: "$${INTO:?write the webinar: make import FILE=\"talk.vtt\" INTO=a-webinar}"
	@$(RUN) -m macros import "$$FILE" --into "$$INTO" $(ARGS)

# The natural voices have a folder of their own beside .venv: nothing else needs their 150 MB of packages.
.venv-natural/ready: .venv/ready requirements-natural.lock scripts/setup-natural.sh scripts/packages.sh
	@scripts/setup-natural.sh

voice: .venv-natural/ready ## Speak what has no natural voice yet (ARGS=a-webinar, ARGS="--say WORDS")
	@PYTHONPATH=.venv-natural $(RUN) -m macros voice $(ARGS)

# So has what listens to them: 280 MB of packages, which become 600 MB.
.venv-listen/ready: .venv/ready requirements-listen.lock scripts/setup-listen.sh scripts/packages.sh
	@scripts/setup-listen.sh

listen: .venv/ready-to-test .venv-listen/ready ## Have spoken talks listened to by machines: what they mishear (ARGS=a-webinar)
	@PYTHONPATH=.venv-listen $(RUN) -m tests.listening $(ARGS)

test: .venv/ready-to-test ## Run every test, in a real browser too
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(RUN) -m pytest -n auto --dist loadgroup $(ARGS)

lint: .venv/ready ## Mend what ruff can mend, then check style and types
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .
	@$(RUN) -m mypy

report: .venv/ready ## Count speeds and lengths in captions, and short sentences in pages and scripts (ARGS=--markdown)
	@$(RUN) -m macros report $(ARGS)

published: .venv/ready ## Add new addresses to the list of those that people may have linked to
	@$(RUN) -m macros published

bench: .venv/ready-to-test ## Measure sizes and speeds
	@PYTHONPATH=.venv-natural:.venv-listen $(RUN) -m tests.bench $(ARGS)

screenshot: .venv/ready-to-test ## Renew the picture of the home page in README.md
	@$(RUN) -m tests.screenshot

lock: .venv/ready ## Renew the exact versions in requirements.lock and the locks of the two groups beside it
	@$(RUN) -m uv pip compile pyproject.toml --group engines --group test --universal \
		--python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --quiet \
		--output-file requirements.lock
	@$(RUN) -m uv pip compile --group natural --constraint requirements.lock --universal \
		--python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --quiet \
		--output-file requirements-natural.lock
	@$(RUN) -m uv pip compile --group listen --constraint requirements.lock --constraint requirements-natural.lock \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --quiet \
		--output-file requirements-listen.lock

clean: ## Remove everything that was made
	rm -rf .venv .venv-natural .venv-listen .build-cache .cache site packages tests/node/node_modules scripts/bundler/node_modules
