#!/bin/sh
# report-page.sh FILE: bundles the page of `feedback report`, with its charts, into FILE.
set -eu
npm install --prefix tools/report-page --no-package-lock --no-audit --no-fund --loglevel=error
node tools/report-page/bundle.mjs "$1"
