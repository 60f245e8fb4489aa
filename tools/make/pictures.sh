#!/bin/sh
# pictures.sh FOLDER: draws pictures into FOLDER as PNG: a mail of each kind, and the digest, from the texts that the tests hold; the demo's
# end and its mail, after running it in a terminal of its own; the report about twelve simulated days; and the dashboard with what a simulated
# account published.
#
# CHROMIUM names the browser; without it, the first that is on PATH.
set -eu
folder=$1
configuration=${CONFIGURATION:-Release}
output=artifacts/pictures/demo.ansi

CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
export CHROMIUM

npm install --prefix tools/pictures --no-audit --no-fund --loglevel=error
dotnet build tools/Feedback.Cli -c "$configuration" -v q

node tools/pictures/mails.mjs tests/Feedback.Tests/Alerts/Mails "$folder/mails"
node tools/pictures/digest.mjs tests/Feedback.Tests/Reporting/Mails/digest "$folder/mails"

# Wide enough that no line is broken: the pictures break them as they need. Progress goes to standard error, and isn't for a picture.
mkdir -p "$(dirname "$output")" "$folder"
demo="stty cols 200; dotnet tools/Feedback.Cli/bin/$configuration/net10.0/Feedback.Cli.dll demo 2>/dev/null"
case "$(uname -s)" in
  Darwin) TERM=xterm-256color script -q "$output" sh -c "$demo" </dev/null ;;
  *) TERM=xterm-256color script -q -e -c "$demo" "$output" </dev/null ;;
esac

node tools/pictures/draw.mjs "$output" "$folder"

report=artifacts/pictures/report.html
dotnet "tools/Feedback.Cli/bin/$configuration/net10.0/Feedback.Cli.dll" simulate --scenario month --sets 8 --days 12 --report "$report" >/dev/null
node tools/pictures/report.mjs "$report" slow-drift "$folder"
dashboard=artifacts/pictures/dashboard.json
dotnet "tools/Feedback.Cli/bin/$configuration/net10.0/Feedback.Cli.dll" simulate --scenario blind --dashboard "$dashboard" >/dev/null
node tools/pictures/dashboard.mjs "$dashboard" "$folder/dashboard.png"
ls -l "$folder"
