# What is longer than a few lines is in tools/make. Works with GNU make 3.81 (macOS) and later.
CONFIGURATION ?= Release

# The test summary is parsed, and a build server's log is read by people of all countries.
export DOTNET_CLI_UI_LANGUAGE := en
export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1

.PHONY: help
help: ## Show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  LambdaPackages=nuget|stand-in and SdkPackages=nuget|stand-in say where packages come from;"
	@echo "  without them make finds out what this machine can restore (CONTRIBUTING.md, Package modes)."
	@echo "  PackageFeed=DIR takes packages from the .nupkg files in DIR as well."
	@echo "  NATIVE=true|false says whether the Lambda package is native code; without it, if this machine can make it."

.PHONY: demo
demo: setup database publish ## Run the whole system on this machine and watch it pause a sender
	dotnet run -c $(CONFIGURATION) --project tools/Feedback.Cli -- demo

.PHONY: test
test: setup database publish artifacts/report-page/page.html ## Run every test; the last line says how many passed and failed
	@tools/make/test.sh $(CONFIGURATION)

.PHONY: coverage
coverage: setup database ## Run the unit tests and print which lines and branches of functions/ they reach
	@tools/make/coverage.sh $(CONFIGURATION)

.PHONY: build
build: setup artifacts/report-page/page.html ## Build the solution
	dotnet build Feedback.sln -c $(CONFIGURATION)

.PHONY: lint
lint: setup ## Check template.yaml (where cfn-lint is installed), formatting and code style
	@tools/make/lint.sh

.PHONY: publish
publish: setup ## Publish the functions for this machine into artifacts/function (tests and demo start them)
	@rm -rf artifacts/function
	dotnet publish functions/Feedback.Functions -c $(CONFIGURATION) -f net10.0 -o artifacts/function

.PHONY: package
package: artifacts/lambda.kind ## Publish the functions for Lambda into artifacts/lambda, as sam build does
	@cat $<

.PHONY: release
release: setup ## Make what a release publishes: make release VERSION=1.2.3
	@test -n "$(VERSION)" || { echo "make release VERSION=1.2.3" >&2; exit 2; }
	@tools/make/need.sh zip sha256sum
	@tools/make/release.sh "$(VERSION)" artifacts/release/files

.PHONY: bench
bench: setup database publish ## Measure (all, or MEASURE='storage sweep'), and write the figures into docs/performance.md
	@tools/make/bench.sh $(MEASURE)

.PHONY: mutation
mutation: setup database ## Mutate the code that decides and records, and see which mutants no unit test notices (half an hour)
	@tools/make/mutation.sh

.PHONY: views
views: setup database ## Run the views over the archive in DuckDB (npm, 70 MB), on files as Firehose writes them
	@tools/make/need.sh npm
	npm install --prefix analysis --no-audit --no-fund
	dotnet test tests/Feedback.Tests -c $(CONFIGURATION) --filter FullyQualifiedName~Tests.Analysis

.PHONY: report-page
report-page: setup artifacts/report-page/page.html ## Bundle the page of feedback report (npm), and build the command line with it
	dotnet build tools/Feedback.Cli -c $(CONFIGURATION) -v q

# Its time stamp is that of the bundle: made anew if the page, its script or a version has changed.
artifacts/report-page/page.html: tools/report-page/package.json tools/report-page/bundle.mjs $(wildcard tools/report-page/src/*)
	@tools/make/need.sh npm
	@tools/make/report-page.sh $@

.PHONY: pictures
pictures: setup database publish artifacts/report-page/page.html ## Draw docs/pictures: mails, demo, report, dashboard (needs Chromium)
	@tools/make/need.sh npm chromium script
	@tools/make/pictures.sh docs/pictures

.PHONY: clean
clean: ## Remove everything built, and what setup found out
	rm -rf artifacts .aws-sam packages.local.props
	find clients functions stand-ins tests tools -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +

.PHONY: setup
setup: artifacts/packages-mode ## Check the tools and find out which packages this machine can restore

# The script touches the file only when the mode changes, so that nothing is built anew without need.
artifacts/packages-mode: FORCE
	@tools/make/need.sh dotnet
	@tools/make/packages.sh $@

.PHONY: database
database: node_modules/.feedback-stamp ## Install the embedded database (npm)

node_modules/.feedback-stamp: package.json
	@tools/make/need.sh npm
	@tools/make/database.sh $@

# ---- For `sam build` ------------------------------------------------------------------------------------------------
# SAM runs one target for each function, one after the other. All of them are one package: it is published once, and
# again only if something it is made of has changed.
FUNCTIONS := BounceFunction ComplaintFunction DeliveryFunction ReputationFunction AlarmFunction InboundFunction SuppressionEventFunction SuppressionMirrorFunction SuppressionCheckFunction DigestFunction
LAMBDA_SOURCES := $(shell find clients functions stand-ins \( -name bin -o -name obj \) -prune -o -type f -print) \
	Directory.Build.props Directory.Build.targets Directory.Packages.props global.json

# What the kind of package depends on beside the sources; artifacts may come from another machine, or from a container.
artifacts/lambda.machine: FORCE
	@tools/make/package-machine.sh $@

artifacts/lambda.kind: $(LAMBDA_SOURCES) artifacts/packages-mode artifacts/lambda.machine
	@tools/make/package.sh artifacts/lambda

.PHONY: $(FUNCTIONS:%=build-%)
$(FUNCTIONS:%=build-%): artifacts/lambda.kind
	@test -n "$(ARTIFACTS_DIR)" || { echo "$@ is for sam build, which sets ARTIFACTS_DIR" >&2; exit 1; }
	@mkdir -p "$(ARTIFACTS_DIR)"
	@# An assembly of an earlier package would be started in place of the native executable.
	@rm -f "$(ARTIFACTS_DIR)"/*.dll
	@cp -R artifacts/lambda/. "$(ARTIFACTS_DIR)/"
	@cat $<

.PHONY: FORCE
FORCE:
