#!/bin/sh
# bench.sh [MEASUREMENT...]: takes the named measurements, or all, and writes them into docs/performance.md. For those that compare ways to
# publish, it publishes the functions and the command line for this machine first.
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

cli() { # folder option...
  folder=$builds/$1
  shift
  rm -rf "$folder" "$folder.kind" "$folder.missing"
  dotnet publish tools/Feedback.Cli -c "${CONFIGURATION:-Release}" -f net10.0 -o "$folder" --self-contained false --nologo -v quiet "$@"
}

chosen() { # name argument...
  name=$1
  shift
  case " $* " in
    '  ' | *" $name "*) true ;;
    *) false ;;
  esac
}

if chosen cold-start "$@"; then
  NATIVE=false FRAMEWORK='' tools/make/package.sh "$builds/ready-to-run" "$runtime"
  rm -f "$builds/native.missing"
  NATIVE=true FRAMEWORK='' tools/make/package.sh "$builds/native" "$runtime" 2>"$builds/native.missing" ||
    NATIVE=true FRAMEWORK=net9.0 tools/make/package.sh "$builds/native" "$runtime" 2>/dev/null || true
fi

if chosen status "$@"; then
  cli cli
  if said=$(cli cli-ready-to-run -r "$runtime" -p:PublishReadyToRun=true); then
    echo "ReadyToRun ($runtime, net10.0)" >"$builds/cli-ready-to-run.kind"
  else
    rm -rf "$builds/cli-ready-to-run"
    echo "$said" | grep error | head -n 1 >"$builds/cli-ready-to-run.missing"
  fi
fi
exec dotnet run -c "${CONFIGURATION:-Release}" --project tools/Feedback.Bench -- "$@"
