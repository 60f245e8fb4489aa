#!/bin/sh
# changelog.sh VERSION: prints the part of CHANGELOG.md about a version, without its heading. It is an error if there is none.
set -eu
version=$1
text=$(awk -v heading="## [$version]" '
  index($0, heading) == 1 { inside = 1; next }
  inside && /^## / { exit }
  inside { print }' CHANGELOG.md)
[ -n "$(echo "$text" | sed '/^ *$/d')" ] || {
  echo "changelog: CHANGELOG.md has no part [$version]; rename Unreleased to it, with the date" >&2
  exit 1
}
echo "$text" | sed '/./,$!d'
