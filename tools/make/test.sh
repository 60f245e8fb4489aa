#!/bin/sh
# test.sh CONFIGURATION: runs every test project, then prints `N passed, N failed` alone on the last line.
set -u
results=artifacts/test-results
rm -rf "$results"

status=0
dotnet test Feedback.sln -c "$1" --logger trx --results-directory "$results" || status=$?

# Counted from the result files: the summary on the console changes with the SDK's version.
counter() { # name
  find "$results" -name '*.trx' -exec sed -n "s/.*<Counters .* $1=\"\([0-9]*\)\".*/\1/p" {} + 2>/dev/null |
    awk '{ sum += $1 } END { print sum + 0 }'
}

passed=$(counter passed)
failed=$(counter failed)
# Nothing ran, or a test host died before it could say what failed: that is no success.
[ "$passed" -gt 0 ] && { [ "$status" -eq 0 ] || [ "$failed" -gt 0 ]; } || status=1
echo
echo "$passed passed, $failed failed"
exit "$status"
