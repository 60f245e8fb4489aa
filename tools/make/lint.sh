#!/bin/sh
# Checks the templates, formatting and code style; goes on after a finding, to show them all.
status=0

if command -v cfn-lint >/dev/null 2>&1; then
  echo "cfn-lint template.yaml docs/ses-alarms.yaml"
  cfn-lint template.yaml docs/ses-alarms.yaml || status=1
else
  echo "lint: cfn-lint is not on PATH (pip install cfn-lint), so the templates were not checked"
fi

# Whitespace and style only: the analysers run in every build, with warnings as errors.
for kind in whitespace style; do
  echo "dotnet format $kind --verify-no-changes"
  dotnet format "$kind" Feedback.sln --verify-no-changes || status=1
done
exit $status
