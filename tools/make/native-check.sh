#!/bin/sh
# native-check.sh FOLDER NAME: prints the GLIBC that the native executable NAME in FOLDER needs, or exits 1 after one line
# that says why Lambda would not start it.
set -eu
# The version of Amazon Linux 2023, which all .NET runtimes of Lambda are based on.
lambda_minor=34

refuse() {
  echo "$*"
  exit 1
}

[ -x "$1/$2" ] || refuse "there is no executable $2 in $1"
# Lambda starts NAME.dll if it exists, and any other assembly would be code that the executable doesn't use.
for assembly in "$1"/*.dll; do
  [ ! -e "$assembly" ] || refuse "${assembly##*/} lies beside the native executable, and Lambda would rather start an assembly"
done

minor=$(objdump -T "$1/$2" | awk '
  match($0, /GLIBC_2\.[0-9]+/) { minor = substr($0, RSTART + 8, RLENGTH - 8) + 0; found = 1; if (minor > newest) newest = minor }
  END { if (found) print newest }')
[ -n "$minor" ] || refuse "$2 is not linked against GLIBC, and Lambda has no other C library"
[ "$minor" -le $lambda_minor ] ||
  refuse "the C library of this machine is too new: the executable needs GLIBC 2.$minor, Lambda has 2.$lambda_minor;" \
    "sam build --use-container builds it for Lambda"
echo "2.$minor"
