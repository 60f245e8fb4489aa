#!/bin/sh
# deployable.sh: prints template.yaml for the folder `function` that holds the functions' package, so that nothing is built.
set -eu
sed -e 's|^    CodeUri: \.$|    CodeUri: function|' -e '/^    Metadata: { BuildMethod: makefile }$/d' template.yaml
