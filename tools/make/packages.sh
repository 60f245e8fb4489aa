#!/bin/sh
# packages.sh FILE: says where each family of packages comes from, and finds it out where nobody has said.
#
# An explicit mode (LambdaPackages=, SdkPackages=, on make's command line or in the environment) wins and is not
# remembered. Otherwise packages.local.props, which Directory.Build.props reads, remembers what an earlier run found.
# Otherwise one package of the family is restored in a project of its own: if the registry says it doesn't have it, the
# stand-in is used. Only that answer counts; a registry that can't be reached is an error, and nothing is remembered.
#
# FILE gets the modes in use, and a new time stamp only when they change.
set -eu
mode_file=$1
remembered=packages.local.props

remembered_mode() { # property
  [ -f "$remembered" ] || return 0
  sed -n "s:.*<$1 [^>]*>\([^<]*\)</$1>.*:\1:p" "$remembered"
}

# Prints nuget or stand-in.
probe() { # package
  version=$(sed -n "s/.*Include=\"$1\" Version=\"\([^\"]*\)\".*/\1/p" Directory.Packages.props)
  folder=artifacts/probe/$1
  rm -rf "$folder"
  mkdir -p "$folder"
  # Empty files of these names keep the repository's own from reaching the probe.
  for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do
    echo '<Project />' >"$folder/$file"
  done
  cat >"$folder/probe.csproj" <<EOF
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup><PackageReference Include="$1" Version="$version" /></ItemGroup>
</Project>
EOF
  if dotnet restore "$folder/probe.csproj" >"$folder/log" 2>&1; then
    echo nuget
  # NU1101: no such package. NU1102: not in this version. Beside NU1301 (no answer) neither means anything.
  elif grep -q 'NU110[12]' "$folder/log" && ! grep -q 'NU1301' "$folder/log"; then
    echo stand-in
  else
    {
      echo "packages: could not find out whether the registry has $1 (see $folder/log); nothing is remembered."
      grep -m 1 'error' "$folder/log" || true
      echo "packages: try again, or say LambdaPackages=stand-in SdkPackages=stand-in."
    } >&2
    return 1
  fi
}

# Sets `mode` and `reason`.
find_out() { # property package explicit-mode
  case $3 in
    nuget | stand-in) mode=$3 reason=' (as asked for)'; return ;;
    '') ;;
    *) echo "packages: $1=$3 is neither nuget nor stand-in" >&2; exit 1 ;;
  esac
  mode=$(remembered_mode "$1")
  [ -n "$mode" ] || mode=$(probe "$2")
  reason=
  [ "$mode" = nuget ] || reason=" (not in this machine's registry)"
}

find_out LambdaPackages Amazon.Lambda.Core "${LambdaPackages:-}"
lambda=$mode lambda_reason=$reason
find_out SdkPackages AWSSDK.SimpleEmailV2 "${SdkPackages:-}"
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
echo "$lambda $sdk" | cmp -s - "$mode_file" || echo "$lambda $sdk" >"$mode_file"
echo "packages: Amazon.Lambda.* $lambda$lambda_reason, AWSSDK clients $sdk$sdk_reason"
