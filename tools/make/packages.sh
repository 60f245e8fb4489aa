#!/bin/sh
# packages.sh FILE: says where each family of packages comes from, and finds it out where nothing says so.
#
# An explicit mode (LambdaPackages=, SdkPackages=, on make's command line or in the environment) wins and is not
# remembered. Otherwise packages.local.props, which Directory.Build.props reads, remembers what an earlier run found.
# Otherwise all packages of the family are restored, at their exact versions, in a project of its own: if the registry
# says that it lacks one of them, the stand-in is used for the family. Only that answer counts; a registry that can't be
# reached is an error, and nothing is remembered.
#
# With PackageFeed=DIR the packages in that folder count as well, for this run only: what is found out and what is
# restored stays in artifacts/package-feed, apart from packages.local.props and the user's cache.
#
# FILE gets the modes in use, and a new time stamp only when they change.
set -eu
export DOTNET_CLI_UI_LANGUAGE=en # what NuGet says is parsed
mode_file=$1
remembered=packages.local.props
feed=${PackageFeed:-}

if [ -n "$feed" ]; then
  [ -d "$feed" ] || { echo "packages: PackageFeed=$feed is not a folder; give one that holds the .nupkg files to use." >&2; exit 1; }
  feed=$(cd "$feed" && pwd)
  feed_cache=artifacts/package-feed
  remembered=$feed_cache/packages.props
  # A package that was packed again has the same version, and NuGet would take the one it restored before.
  feed_sum=$(cat "$feed"/*.nupkg 2>/dev/null | cksum)
  if [ "$(cat "$feed_cache/sum" 2>/dev/null)" != "$feed_sum" ]; then
    rm -rf "$feed_cache"
    mkdir -p "$feed_cache"
    echo "$feed_sum" >"$feed_cache/sum"
  fi
fi

remembered_mode() { # property
  [ -f "$remembered" ] || return 0
  sed -n "s:.*<$1 [^>]*>\([^<]*\)</$1>.*:\1:p" "$remembered"
}

# The references to all packages of a family: Directory.Packages.props groups them by the property that chooses them.
references() { # property
  sed -n "/Label=.*$1=nuget/,/<\/ItemGroup>/s:.*Include=\"\([^\"]*\)\" Version=\"\([^\"]*\)\".*:    <PackageReference Include=\"\1\" Version=\"[\2]\" />:p" \
    Directory.Packages.props
}

# Prints nuget or stand-in.
probe() { # property family
  folder=artifacts/probe/$1
  rm -rf "$folder"
  mkdir -p "$folder"
  # Empty files of these names keep the repository's own from reaching the probe.
  for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do
    echo '<Project />' >"$folder/$file"
  done
  {
    echo '<Project Sdk="Microsoft.NET.Sdk">'
    echo '  <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>'
    if [ -n "$feed" ]; then
      echo "  <PropertyGroup><RestoreAdditionalProjectSources>$feed</RestoreAdditionalProjectSources>"
      echo "    <RestorePackagesPath>$(pwd)/$feed_cache</RestorePackagesPath></PropertyGroup>"
    fi
    echo '  <ItemGroup>'
    references "$1"
    echo '  </ItemGroup>'
    echo '</Project>'
  } >"$folder/probe.csproj"
  if dotnet restore "$folder/probe.csproj" >"$folder/log" 2>&1; then
    echo nuget
  # NU1101: no such package. NU1102: not in this version. Beside NU1301 (no answer) neither means anything.
  elif grep -q 'NU110[12]' "$folder/log" && ! grep -q 'NU1301' "$folder/log"; then
    lacking=$(sed -n 's/.*NU110[12]: Unable to find package \([A-Za-z0-9.]*[A-Za-z0-9]\).*/\1/p' "$folder/log" | sort -u)
    if [ "$(echo "$lacking" | wc -l)" -lt "$(references "$1" | wc -l)" ]; then
      echo "packages: some packages of $2 are missing ($(echo $lacking)), so our stand-in replaces all of them." >&2
    fi
    echo stand-in
  else
    {
      echo "packages: could not find out whether the registry has $2 (see $folder/log); nothing is remembered."
      grep -m 1 'error' "$folder/log" || true
      echo "packages: try again, or say LambdaPackages=stand-in SdkPackages=stand-in."
    } >&2
    return 1
  fi
}

# Sets `mode` and `reason`.
find_out() { # property family explicit-mode
  case $3 in
    nuget | stand-in) mode=$3 reason=' (as asked for)'; return ;;
    '') ;;
    *) echo "packages: $1=$3 is neither nuget nor stand-in" >&2; exit 1 ;;
  esac
  mode=$(remembered_mode "$1")
  [ -n "$mode" ] || mode=$(probe "$1" "$2")
  reason=
  [ "$mode" = nuget ] || reason=" (not all in ${feed:+PackageFeed or }this machine's registry)"
}

find_out LambdaPackages 'Amazon.Lambda.*' "${LambdaPackages:-}"
lambda=$mode lambda_reason=$reason
find_out SdkPackages 'the AWSSDK clients' "${SdkPackages:-}"
sdk=$mode sdk_reason=$reason

line() { # property mode reason: what was asked for once is not remembered, what an earlier run found out stays
  value=$2
  [ "$3" != ' (as asked for)' ] || value=$(remembered_mode "$1")
  [ -z "$value" ] || echo "    <$1 Condition=\"'\$($1)' == ''\">$value</$1>"
}

lines=$(line LambdaPackages "$lambda" "$lambda_reason"; line SdkPackages "$sdk" "$sdk_reason")
if [ -n "$lines" ]; then
  printf '<Project>\n  <PropertyGroup>\n%s\n  </PropertyGroup>\n</Project>\n' "$lines" >"$remembered.new"
  if cmp -s "$remembered.new" "$remembered"; then rm "$remembered.new"; else mv "$remembered.new" "$remembered"; fi
fi

mkdir -p "$(dirname "$mode_file")"
modes="$lambda $sdk${feed:+ $feed $feed_sum}"
echo "$modes" | cmp -s - "$mode_file" || echo "$modes" >"$mode_file"
echo "packages: Amazon.Lambda.* $lambda$lambda_reason, AWSSDK clients $sdk$sdk_reason${feed:+, also from $feed}"
