#!/bin/sh
# package-machine.sh FILE: writes what the kind of package depends on beside the sources; FILE is touched only if it changes.
set -eu
mkdir -p "$(dirname "$1")"
runtime=$(tools/make/template.sh runtime)
{
  echo "${NATIVE:-any} ${FRAMEWORK:-$(tools/make/template.sh framework)} $runtime ${CONFIGURATION:-Release}"
  uname -sm
  sed -n 's/^PRETTY_NAME=//p' /etc/os-release 2>/dev/null || true
  tools/make/native-tools.sh "$runtime" || true
} >"$1.new"
if cmp -s "$1.new" "$1"; then rm "$1.new"; else mv "$1.new" "$1"; fi
