#!/bin/sh
# mutation.sh [OPTION...]: mutates the files that tools/make/mutation.json names and runs the unit tests of their folders for each mutant. The
# report is in artifacts/mutation. Fails below the score that the configuration asks for.
set -eu
dotnet tool restore
cd tests/Feedback.Tests
exec dotnet stryker --config-file ../../tools/make/mutation.json --output ../../artifacts/mutation "$@"
