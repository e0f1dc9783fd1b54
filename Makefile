# Two names matter to a newcomer: `make demo` and `make test`. Both build the same release products.
SWIFT ?= swift
BUILD := $(SWIFT) build -c release
SOURCES := Package.swift Sources Tests

.PHONY: demo test build lint format docs clean

build:
	$(BUILD) --product parley

test: lint
	$(SWIFT) test -c release

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

clean:
	rm -rf .build build
