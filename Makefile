.PHONY: run test check fix
run:
	python main.py
test:
	python -m pytest
check:
	ruff format --check .
	ruff check .
	mypy
	lint-imports
	python -m pytest
fix:
	ruff format .
	ruff check --fix .
