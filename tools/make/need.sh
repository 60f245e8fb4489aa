#!/bin/sh
# need.sh TOOL...: exits 1 after one line for each tool that is missing or too old.
missing=0

miss() {
  echo "missing: $1" >&2
  missing=1
}

need_dotnet() {
  command -v dotnet >/dev/null 2>&1 || { miss "the .NET SDK 10 (dotnet is not on PATH)"; return; }
  # In this folder dotnet obeys global.json, and fails if no SDK satisfies it.
  version=$(dotnet --version 2>/dev/null) && [ "${version%%.*}" -ge 10 ] 2>/dev/null && return
  miss "the .NET SDK 10 (installed: $(dotnet --list-sdks 2>/dev/null | awk '{ printf "%s ", $1 }'))"
}

need_npm() {
  command -v node >/dev/null 2>&1 || miss "Node.js (node is not on PATH; the embedded database is an npm package)"
  command -v npm >/dev/null 2>&1 || miss "npm (not on PATH; the embedded database is an npm package)"
}

need_chromium() {
  [ -n "${CHROMIUM:-}" ] && return
  for browser in chromium chromium-browser google-chrome; do command -v $browser >/dev/null 2>&1 && return; done
  miss "Chromium (no chromium, chromium-browser or google-chrome on PATH; or CHROMIUM=/path/to/it), which draws the pictures"
}

need_script() {
  command -v script >/dev/null 2>&1 || miss "script (util-linux), which gives the demo a terminal"
}

need_zip() {
  command -v zip >/dev/null 2>&1 || miss "zip (not on PATH)"
}

need_sha256sum() {
  command -v sha256sum >/dev/null 2>&1 || miss "sha256sum (coreutils)"
}

for tool in "$@"; do "need_$tool"; done
exit $missing
