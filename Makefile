# Every target works on a fresh clone: dev.py makes .venv with the pinned packages first.
PYTHON ?= python3

.PHONY: serve test build check bench bench-search macros lock
serve test build check bench bench-search macros lock:
	@$(PYTHON) dev.py $@ $(ARGS)
