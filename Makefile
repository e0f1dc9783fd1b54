# Two names matter to a newcomer: `make demo` and `make test`. Both build the same release products: no test looks into
# a module (`@testable`), so the second need not compile everything again.
SWIFT ?= swift
OUTPUT ?= build
SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources
PARLEY := .build/release/parley

.PHONY: demo build test lint format docs fuzz tools test-tools clean

# Builds in release mode, prints what it finds in the example, and writes its briefing as one HTML file.
demo: build
	@mkdir -p $(OUTPUT)
	@echo
	@$(PARLEY) packages Examples/ukraine --frontier-limit 3 --package-limit 1
	@echo
	@echo "What a careful reader would ask; the first three of $$($(PARLEY) check Examples/ukraine | wc -l):"
	@$(PARLEY) check Examples/ukraine | head -n 3
	@echo "All of them: $(PARLEY) check Examples/ukraine"
	@echo
	@echo "The briefing of Examples/ukraine, one HTML file; open it in a browser:"
	@$(PARLEY) brief Examples/ukraine --for team --output "$(CURDIR)/$(OUTPUT)/ukraine-for-team.html" --force

build: tools
	@echo "Building Parley; the first time takes some minutes."
	$(SWIFT) build -c release --product parley

test: tools test-tools lint
	$(SWIFT) test -c release --disable-testable-imports

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
