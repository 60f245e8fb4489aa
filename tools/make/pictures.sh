#!/bin/sh
# pictures.sh FOLDER: runs the demo in a terminal of its own and draws its end and its mail into FOLDER as PNG.
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

# Wide enough that no line is broken: the pictures break them as they need. Progress goes to standard error, and isn't for a picture.
mkdir -p "$(dirname "$output")" "$folder"
demo="stty cols 200; dotnet tools/Feedback.Cli/bin/$configuration/net10.0/Feedback.Cli.dll demo 2>/dev/null"
case "$(uname -s)" in
  Darwin) TERM=xterm-256color script -q "$output" sh -c "$demo" </dev/null ;;
  *) TERM=xterm-256color script -q -e -c "$demo" "$output" </dev/null ;;
esac

node tools/pictures/draw.mjs "$output" "$folder"
ls -l "$folder"
