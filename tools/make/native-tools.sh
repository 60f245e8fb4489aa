#!/bin/sh
# native-tools.sh RUNTIME: exits 1 if this machine can't compile natively for RUNTIME, and says on one line why.

cannot() {
  echo "$1"
  exit 1
}

[ "$(uname -s)" = Linux ] || cannot "native code for Lambda is built on Linux; sam build --use-container does that on this machine"

case "$(uname -m)" in
  x86_64) machine=linux-x64 ;;
  aarch64 | arm64) machine=linux-arm64 ;;
  *) machine=$(uname -m) ;;
esac
# A linker for another architecture needs that architecture's system libraries as well.
[ "$1" = "$machine" ] || cannot "this machine ($machine) can't link for $1; sam build --use-container does, in an image of that architecture"

command -v clang >/dev/null 2>&1 || command -v gcc >/dev/null 2>&1 ||
  cannot "clang is not installed (apt-get install clang zlib1g-dev, or dnf install clang zlib-devel)"
# objcopy removes the debug symbols from the executable, objdump reads which GLIBC it needs.
for tool in objcopy objdump; do
  command -v $tool >/dev/null 2>&1 || cannot "$tool is not installed (apt-get install binutils, or dnf install binutils)"
done
