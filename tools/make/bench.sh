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
  dotnet publish tools/Feedback.Cli -c "${CONFIGURATION:-Release}" -f net10.0 -o "$folder" --nologo -v quiet "$@"
}

compared() { # folder kind option...: a kind that this machine may be unable to make
  name=$1
  kind=$2
  shift 2
  if said=$(cli "$name" "$@" 2>&1); then
    echo "$kind" >"$builds/$name.kind"
  else
    rm -rf "$builds/$name"
    echo "$said" | grep error | head -n 1 | sed 's/.*error [A-Z0-9]*: //; s/\. No packages exist.*//; s/ \[.*//' >"$builds/$name.missing"
  fi
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
  cli cli --self-contained false
  # As a release has it.
  compared cli-ready-to-run "ReadyToRun with its runtime ($runtime, net10.0)" -r "$runtime" --self-contained true \
    -p:PublishSingleFile=true -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true
  compared cli-native "native ($runtime, net10.0)" -r "$runtime" -p:PublishAot=true
fi
exec dotnet run -c "${CONFIGURATION:-Release}" --project tools/Feedback.Bench -- "$@"
