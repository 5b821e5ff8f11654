# Two commands do everything on a machine with Python 3.11: make demo, make test.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PORT ?= 8000

.PHONY: help demo test lint format bench lock clean

help:  ## say what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /\1	/' | expand -t 10

demo: .venv/run  ## set up, load the sample, answer its question, serve the API on 127.0.0.1:8000
	$(BIN)/cascade demo --port $(PORT)

test: .venv/dev  ## set up and run the tests, with a real Neo4j that they start
	$(BIN)/coverage run -m pytest $(TESTS)
	$(BIN)/coverage report --skip-covered --skip-empty

lint: .venv/dev  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/dev  ## put the code in form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/dev  ## measure reading and answering
	$(BIN)/python bench/reading.py samples
	$(BIN)/python bench/answering.py

lock: .venv/dev  ## pin anew what pyproject.toml asks for
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-header --extra docx --extra draw --extra notebook --extra xlsx pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-header --extra docx --extra draw --extra notebook --extra ocr --extra server --extra xlsx --group dev pyproject.toml -o requirements-dev.lock

clean:  ## take away what was set up and measured
	rm -rf .venv dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements.lock -e .
	@touch $@

.venv/dev: .venv/run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements-dev.lock
	@touch $@
