#!/bin/sh
# package.sh FOLDER [RUNTIME]: publishes the functions for Lambda into FOLDER, and writes one line into FOLDER.kind that says how.
#
# NATIVE=true asks for native code and NATIVE=false for ReadyToRun. Without it the package is native if this machine can
# make a native one that Lambda starts, and ReadyToRun if not. FRAMEWORK is the framework to build for; RUNTIME is by
# default what template.yaml deploys to.
set -eu
folder=$1
handler=$(tools/make/template.sh handler)
deployed=$(tools/make/template.sh framework)
framework=${FRAMEWORK:-$deployed}
runtime=${2:-$(tools/make/template.sh runtime)}
rm -f "$folder.kind"

fail() {
  echo "package: $1" >&2
  exit 1
}

publish() { # option...
  rm -rf "$folder"
  mkdir -p "$folder"
  dotnet publish functions/Feedback.Functions -c "${CONFIGURATION:-Release}" -f "$framework" -p:TargetFrameworks="$framework" \
    -r "$runtime" -o "$folder" "$@" >"$log" 2>&1
}

first_error() {
  sed -n 's/.*error *\([A-Z]*[0-9]* *: .*\)/\1/p' "$log" | sed 's/ \[[^]]*\]$//' | head -n 1
}

megabytes() {
  du -sk "$folder" | awk '{ printf "%.1f MB", $1 / 1024 }'
}

# Sets `glibc`, or `reason` if it fails.
native() {
  log=$folder.native.log
  reason=$(tools/make/native-tools.sh "$runtime") || return 1
  if ! publish -p:PublishAot=true -p:StripSymbols=true; then
    # NU1301: the registry gave no answer, so a package may well be there.
    ! grep -q NU1301 "$log" || fail "the registry could not be reached (see $log); try again, or say NATIVE=false"
    missing=$(sed -n 's/.*NU110[123]: Unable to find [^ ]* *package \([^ ]*\(ILCompiler\|NativeAOT\)[^ .]*[^ ]*\).*/\1/p' "$log" | sed 's/\.$//' | head -n 1)
    reason="the native build failed: $(first_error) (see $log)"
    [ -z "$missing" ] || reason="the registry doesn't have $missing for $framework"
    return 1
  fi
  # Symbols are for a debugger on this machine.
  rm -f "$folder"/*.dbg "$folder"/*.pdb
  glibc=$(tools/make/native-check.sh "$folder" "$handler") || { reason=$glibc; return 1; }
}

ready_to_run() {
  log=$folder.log
  # Managed code needs the very framework that Lambda has; native code brings its own.
  [ "$framework" = "$deployed" ] || fail "only native code can be for $framework, since template.yaml's runtime runs $deployed, and $reason"
  publish --self-contained false -p:PublishReadyToRun=true || { cat "$log" >&2; fail "publishing failed"; }
}

case "${NATIVE:-}" in
  true | '')
    if native; then
      kind="native ($runtime, $framework, $(megabytes), needs GLIBC $glibc)"
    elif [ -n "${NATIVE:-}" ]; then
      rm -rf "$folder"
      fail "not native as asked for, because $reason"
    else
      ready_to_run
      kind="ReadyToRun ($runtime, $framework, $(megabytes)), because $reason"
    fi ;;
  false)
    reason="NATIVE=false asks for managed code"
    ready_to_run
    kind="ReadyToRun ($runtime, $framework, $(megabytes)), as asked for" ;;
  *) fail "NATIVE=$NATIVE is neither true nor false" ;;
esac
echo "package: $kind" >"$folder.kind"
