# The two commands of the README are `make search` and `make test`; `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help search test validate bench format clean

help:                ## list these targets
	@sed -n 's/^\([a-z]*\): *## /  make \1	/p' Makefile

search:              ## install what is missing, build, and run the letter's search into out/letter
	@bash scripts/install-packages.sh search
	@./umbriel search cards/letter.yaml -o out/letter
	@echo "Open out/letter/report.html in a browser."

test:                ## build, run every test but the slow ones; ends with "N passed, N failed"
	@bash scripts/test.sh

validate:            ## the slow comparisons with published and independent numbers, into validation/
	@bash scripts/test.sh validation

bench:               ## rates on one core, into bench/ledger.json (on a quiet machine)
	@dotnet run -c Release --project bench/Umbriel.Bench -- --ledger bench/ledger.json

format:              ## bring the sources into the house style
	dotnet format Umbriel.slnx

clean:               ## remove everything that a build or a run made
	rm -rf artifacts out .umbriel
	find src tests bench -depth -type d \( -name bin -o -name obj -o -name node_modules \) -exec rm -rf {} +
