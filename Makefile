# What a person types. Every target installs what it needs first.
NODE_BIN := node_modules/.bin
INSTALLED := node_modules/.package-lock.json
COMPILED := dist/.compiled
ESLINT := $(NODE_BIN)/eslint -c test/architecture/eslint.config.js --max-warnings 0
RESULTS := node_modules/.cache/fengong/tests.json
PACKAGE_RESULTS := node_modules/.cache/fengong/package.json
VITEST := $(NODE_BIN)/vitest -c test/vitest.config.ts --reporter=default --reporter=json --outputFile.json=$(RESULTS)
SOURCES_TS := $(shell find pipeline -name '*.ts')

.DEFAULT_GOAL := packets
.PHONY: packets setup build test golden check format lint types architecture coverage package unused soak bench score layout docs pictures clean help

packets: build ## install, compile, and make everything in output/ from sources/ (this is plain `make`)
	@node dist/cli/main.js build

setup: $(INSTALLED) ## install what is needed, exactly as the lock file says

$(INSTALLED): package.json package-lock.json
	npm ci
	@touch $@

build: $(COMPILED) ## compile alone

$(COMPILED): $(INSTALLED) tsconfig.json $(SOURCES_TS)
	@rm -rf dist
	$(NODE_BIN)/tsc -p tsconfig.json
	@node dist/cli/write-schemas.js
	@node dist/cli/write-templates.js
	@node dist/cli/write-bundle.js
	@node dist/cli/write-code-mark.js
	@touch $@

test: build ## run the tests
	$(VITEST) run

golden: build ## write the expected files of test/cases anew; read the difference before you commit it
	GOLDEN=write $(VITEST) run test/cases

check: build format lint types architecture coverage package unused ## exactly what CI runs; contains the tests

format: $(INSTALLED)
	$(NODE_BIN)/prettier --check pipeline test package.json

lint: $(INSTALLED)
	$(ESLINT) pipeline test

types: $(INSTALLED)
	$(NODE_BIN)/tsc -p test/tsconfig.json

architecture: $(INSTALLED)
	$(NODE_BIN)/depcruise -c test/architecture/dependency-cruiser.config.cjs pipeline

# The tests once, with coverage; the same tests as `make test`.
coverage: build
	$(VITEST) run --coverage

package: build ## install the packed package into empty folders, as a newcomer does; needs npm’s network
	$(NODE_BIN)/vitest -c test/package/vitest.config.ts --reporter=default --reporter=json --outputFile.json=$(PACKAGE_RESULTS) run

unused: $(INSTALLED)
	$(NODE_BIN)/knip -c test/architecture/knip.json

soak: build ## kill a real build at random moments, again and again; then compare with a clean one
	node test/soak/kill-loop.js

bench: build ## measure times and memory as ratios, within 30 minutes; BENCH=start-up runs one alone
	@node --import ./test/run-typescript.js test/bench/bench.ts $(BENCH)

score: build ## what is read from each notice under a folder: make score CORPUS=dir
	@node --import ./test/run-typescript.js test/score/score.ts $(CORPUS)

layout: $(INSTALLED) ## the pages against GB/T 9704-2012, clause by clause, in PDF and Word: make layout KEEP=dir
	@node --import ./test/run-typescript.js test/layout/layout.ts $(KEEP)

docs: $(INSTALLED) ## write the tables of the documents from code and schemas
	@node --import ./test/run-typescript.js test/docs/make-docs.ts

pictures: build ## make docs/pictures from the notice in sources/; needs pdftoppm, LibreOffice and Chromium
	@node --import ./test/run-typescript.js test/docs/make-pictures.ts

clean: ## remove what was compiled, and what was made and not edited since
	@if [ -f dist/cli/main.js ]; then node dist/cli/main.js clean; fi
	rm -rf dist coverage

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | awk -F '\t' '{printf "make %-10s %s\n", $$1, $$2}'
