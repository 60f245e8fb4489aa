#!/bin/sh
# coverage.sh CONFIGURATION: runs the unit tests, and prints by folder which lines and branches of functions/ they reach.
#
# The report, with the lines that were not reached, stays in artifacts/coverage. Generated code doesn't count.
set -eu
results=artifacts/coverage
rm -rf "$results"

dotnet test tests/Feedback.Tests -c "$1" --results-directory "$results" --collect 'XPlat Code Coverage' -- \
  'DataCollectionRunSettings.DataCollectors.DataCollector.Configuration.Include=[Feedback]*,[Feedback.Aws]*,[Feedback.Functions]*' \
  'DataCollectionRunSettings.DataCollectors.DataCollector.Configuration.ExcludeByFile=**/obj/**'

report=$(find "$results" -name coverage.cobertura.xml)
[ -f "$report" ] || { echo "coverage: no report in $results" >&2; exit 1; }

# A line can stand in several classes (a lambda, an async method): it is reached if it is in one of them.
awk '
  function value(name,  found) {
    return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
  }
  function rate(reached, all) { return all ? sprintf("%.1f %% (%d of %d)", 100 * reached / all, reached, all) : "-" }
  function row(name, key) {
    printf "%-32s %24s %24s\n", name, rate(lines_hit[key], lines[key]), rate(branches_hit[key], branches[key])
  }
  function add(key, at) {
    lines[key]++; lines_hit[key] += hit[at]; branches[key] += ways[at]; branches_hit[key] += ways_hit[at]
  }
  /<source>/ { root = $0; gsub(/.*<source>|<\/source>.*/, "", root); gsub(/\\/, "/", root) }
  /<class / { file = value("filename"); gsub(/\\/, "/", file); file = root "/" file; sub(/.*\/functions\/+/, "", file) }
  /<line / {
    at = file ":" value("number")
    if (!(at in hit)) { hit[at] = 0; order[++count] = at }
    if (value("hits") > 0) hit[at] = 1
    if (split(value("condition-coverage"), of, /[(\/)]/) > 2) {
      if (of[3] > ways[at]) ways[at] = of[3]
      if (of[2] > ways_hit[at]) ways_hit[at] = of[2]
    }
  }
  END {
    if (!count) exit 1
    for (n = 1; n <= count; n++) {
      folder = order[n]; sub(/\/[^\/]*$/, "", folder)
      if (!(folder in lines)) folders[++seen] = folder
      add(folder, order[n]); add("", order[n])
    }
    for (i = 2; i <= seen; i++)
      for (j = i; j > 1 && folders[j] < folders[j - 1]; j--) { swap = folders[j]; folders[j] = folders[j - 1]; folders[j - 1] = swap }
    printf "\n%-32s %24s %24s\n", "functions/", "lines", "branches"
    for (i = 1; i <= seen; i++) row(folders[i], folders[i])
    row("all", "")
  }' "$report"
