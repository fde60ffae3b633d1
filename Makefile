# lvtu 绿图. Two commands do everything a newcomer needs: `make demo` and `make test`.
# Needs Python 3.11 or newer and make. PYTHON=python3.12 make demo picks another interpreter.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test check bench schema lock clean

demo: $(READY)  ## build the bundled samples into output/ and say what to open
	$(BIN)/kg build kg/samples -o output
	@echo
	@echo "Next:  output/graph.gexf     open in Gephi: laid out, coloured by type"
	@echo "       output/graph.ttl      load into a triple store"
	@echo "       $(BIN)/kg explain output 蓝天保卫战"
	@echo "       $(BIN)/kg build YOUR_FOLDER -o YOUR_OUTPUT"

test: $(READY)  ## the quick tests; ../shared is used where it stands
	$(BIN)/pytest

check: $(READY)  ## format, lint, types, walls between rooms
	$(BIN)/ruff format --check kg tests
	$(BIN)/ruff check kg tests
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)  ## speed as a ratio to jieba.cut on the same text; CORPUS=FILE.jsonl.gz picks the text
	$(BIN)/python tests/bench.py $(CORPUS)

schema: $(READY)  ## write schema/, docs/ontology.md and docs/questions.md anew
	$(BIN)/kg schema schema
	$(BIN)/python docs/describe_ontology.py output/graph.ttl > docs/ontology.md
	$(BIN)/kg questions --markdown > docs/questions.md

lock: $(READY)  ## resolve the newest versions that pyproject.toml allows, with hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --python-version 3.11 \
		--extra dev pyproject.toml -o requirements.lock

clean:  ## remove what can be made again
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("lvtu needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)
