#!/bin/sh
# Checks the templates, the length of lines, formatting and code style. Continues after a finding, to show all of them.
status=0

if command -v cfn-lint >/dev/null 2>&1; then
  # One Region of each partition: a property that one of them lacks is a finding.
  echo "cfn-lint template.yaml docs/*.yaml (us-east-1, cn-north-1, us-gov-west-1)"
  cfn-lint template.yaml docs/*.yaml --regions us-east-1 cn-north-1 us-gov-west-1 || status=1
else
  echo "lint: cfn-lint is not on PATH (pip install cfn-lint), so the templates were not checked"
fi

# No formatter breaks a line. Counted in bytes where awk knows no characters.
longest=160
echo "lines of at most $longest columns"
find functions stand-ins tests tools \( -name bin -o -name obj \) -prune -o -name '*.cs' -exec awk -v longest=$longest '
  length > longest { printf "%s:%d: %d columns\n", FILENAME, FNR, length; found = 1 }
  END { exit found }' {} + || status=1

# Whitespace and style only: the analysers run in every build, with warnings as errors.
for kind in whitespace style; do
  echo "dotnet format $kind --verify-no-changes"
  dotnet format "$kind" Feedback.sln --verify-no-changes || status=1
done
exit $status
