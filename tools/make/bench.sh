#!/bin/sh
# bench.sh: publishes the functions and the command line for this machine in the ways that are compared, then measures and writes docs/performance.md.
#
# Where the registry has no native code generator for the framework that is deployed, the one before it does: both compile
# the same code.
set -eu
case "$(uname -m)" in
  x86_64) architecture=x64 ;;
  *) architecture=arm64 ;;
esac
case "$(uname -s)" in
  Darwin) runtime=osx-$architecture ;;
  *) runtime=linux-$architecture ;;
esac
builds=artifacts/bench
mkdir -p "$builds"

NATIVE=false FRAMEWORK='' tools/make/package.sh "$builds/ready-to-run" "$runtime"
rm -f "$builds/native.missing"
NATIVE=true FRAMEWORK='' tools/make/package.sh "$builds/native" "$runtime" 2>"$builds/native.missing" ||
  NATIVE=true FRAMEWORK=net9.0 tools/make/package.sh "$builds/native" "$runtime" 2>/dev/null || true

cli() { # folder option...
  folder=$builds/$1
  shift
  rm -rf "$folder" "$folder.kind" "$folder.missing"
  dotnet publish tools/Feedback.Cli -c "${CONFIGURATION:-Release}" -f net10.0 -o "$folder" --self-contained false --nologo -v quiet "$@"
}
cli cli
if said=$(cli cli-ready-to-run -r "$runtime" -p:PublishReadyToRun=true); then
  echo "ReadyToRun ($runtime, net10.0)" >"$builds/cli-ready-to-run.kind"
else
  rm -rf "$builds/cli-ready-to-run"
  echo "$said" | grep error | head -n 1 >"$builds/cli-ready-to-run.missing"
fi
cat "$builds"/*.kind

exec dotnet run -c "${CONFIGURATION:-Release}" --project tools/Feedback.Bench
