#!/bin/sh
# release.sh VERSION FOLDER: makes what a release publishes:
#
#   notes.md                        the part of CHANGELOG.md about the version
#   feedback-VERSION-RUNTIME…       the command line as one file, without a runtime to install; RUNTIMES names which
#   Feedback.Cli.VERSION.nupkg      the command line as a .NET tool
#   feedback-template-VERSION.zip   the template with the functions' package, for sam deploy or aws cloudformation package
#   SHA256SUMS                      sums of all of them
#
# What is released must be made of the official packages. TRIAL=true lets stand-ins pass, to try the script on a machine
# that lacks the packages.
set -eu
version=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
runtimes=${RUNTIMES:-linux-x64 linux-arm64 osx-arm64 win-x64}

fail() {
  echo "release: $1" >&2
  exit 1
}

echo "$version" | grep -Eq '^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$' || fail "'$version' is no version such as 1.2.3"
tools/make/changelog.sh "$version" > "$folder/notes.md"
if [ "${TRIAL:-}" != true ]; then
  [ "${LambdaPackages:-}" = nuget ] && [ "${SdkPackages:-}" = nuget ] ||
    fail "set LambdaPackages=nuget and SdkPackages=nuget, since stand-ins must not be released (or TRIAL=true, to try)"
  [ -f artifacts/report-page/page.html ] || fail "artifacts/report-page/page.html is missing: make report-page"
fi

for runtime in $runtimes; do
  # Compiled together with its runtime, the program starts in half of the time; tried on Linux only.
  case $runtime in
    linux-*) together=true ;;
    *) together=false ;;
  esac
  echo "release: feedback for $runtime"
  built=artifacts/release/$runtime
  rm -rf "$built"
  dotnet publish tools/Feedback.Cli -c Release -f net10.0 -r "$runtime" --self-contained true -o "$built" --nologo -v quiet \
    -p:PublishSingleFile=true -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=$together -p:DebugType=embedded -p:Version="$version"
  case $runtime in
    win-*) cp "$built/Feedback.Cli.exe" "$folder/feedback-$version-$runtime.exe" ;;
    *) cp "$built/Feedback.Cli" "$folder/feedback-$version-$runtime" ;;
  esac
done

echo "release: the .NET tool"
dotnet pack tools/Feedback.Cli -c Release -o "$folder" --nologo -v quiet -p:Version="$version" -p:TrialPackage="${TRIAL:-false}"

# Deployed as it is: the package lies beside the template, so nothing is built.
echo "release: the template and its package"
bundle=artifacts/release/template
rm -rf "$bundle"
mkdir -p "$bundle/docs"
make -s artifacts/lambda.kind >&2
cp -R artifacts/lambda "$bundle/function"
tools/make/deployable.sh > "$bundle/template.yaml"
cp docs/*.yaml "$bundle/docs"
cp LICENSE "$bundle"
sed '/^\[default\.build/,/^$/d; /^# What SAM runs on this machine/,$d' samconfig.toml > "$bundle/samconfig.toml"
rm -f "$folder/feedback-template-$version.zip"
(cd "$bundle" && zip -qr "$folder/feedback-template-$version.zip" .)

(cd "$folder" && rm -f SHA256SUMS && sha256sum feedback-* ./*.nupkg | sed 's| \./| |' > SHA256SUMS && cat SHA256SUMS)
