# Two names matter to a newcomer: `make demo` and `make test`. Both build the same release products, so the second
# of them is quick.
SWIFT ?= swift
OUTPUT ?= build
SOURCES := Package.swift Sources Tests
PARLEY := .build/release/parley

.PHONY: demo build test lint format docs fuzz tools test-tools clean

# Builds in release mode, prints what it finds in the example, and writes its briefing as one HTML file.
demo: build
	@mkdir -p $(OUTPUT)
	@echo
	@$(PARLEY) packages Examples/ukraine --frontier-limit 5 --package-limit 1
	@echo
	@echo "What a careful reader would ask (the first of all; see them with 'parley check Examples/ukraine'):"
	@$(PARLEY) check Examples/ukraine > $(OUTPUT)/findings.txt
	@head -n 5 $(OUTPUT)/findings.txt
	@echo
	@echo "The briefing of Examples/ukraine, one HTML file; open it in a browser:"
	@$(PARLEY) brief Examples/ukraine --for team --output $(OUTPUT)/ukraine-for-team.html --force > $(OUTPUT)/path.txt
	@echo "$(CURDIR)/$$(cat $(OUTPUT)/path.txt)"

build: tools
	$(SWIFT) build -c release --product parley

test: tools test-tools lint
	$(SWIFT) test -c release

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

# The documentation of each library module, into build/docs/MODULE.
docs: tools
	Scripts/docs $(OUTPUT)/docs

fuzz:
	Fuzz/run

# What Swift itself needs on Debian to build, and git, with which it fetches the packages that Parley uses.
tools:
	@Scripts/install git binutils libc6-dev libstdc++-12-dev

# A real browser for the tests that open pages, and a reader of what it prints.
test-tools:
	@Scripts/install --optional chromium poppler-utils

clean:
	rm -rf .build $(OUTPUT)
