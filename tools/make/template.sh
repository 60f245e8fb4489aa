#!/bin/sh
# template.sh NAME...: prints what template.yaml says the package has to be, one value a line: handler, framework, runtime.
#
# The architecture stands in template.yaml and nowhere else, so that what is built and what is deployed can't differ.
set -eu

value() { # property under Globals.Function
  sed -n "/^Globals:/,/^Resources:/s/^    $1: *//p" template.yaml | sed 's/ *#.*//'
}

for name in "$@"; do
  case "$name" in
    handler) value Handler ;;
    framework) echo "net$(value Runtime | sed 's/^dotnet//').0" ;;
    runtime)
      case "$(value Architectures)" in
        '[x86_64]') echo linux-x64 ;;
        '[arm64]') echo linux-arm64 ;;
        *) echo "package: Architectures in template.yaml is '$(value Architectures)'; make reads it there, so it must be [x86_64] or [arm64]" >&2; exit 1 ;;
      esac ;;
    *) echo "template.sh: $name is none of handler, framework, runtime" >&2; exit 2 ;;
  esac
done
