#!/bin/sh
# database.sh STAMP: installs the embedded database. No lock file: npm would pin the one platform it ran on.
set -eu
npm install --no-package-lock --no-audit --no-fund
# The packages are optional dependencies, one for each platform, and npm succeeds even if none of them fits.
set -- "$1" node_modules/@dynoxide/*/dynoxide*
[ -e "$2" ] || { echo "missing: a build of the embedded database for $(uname -sm) (package.json lists those there are)" >&2; exit 1; }
touch "$1"
