#!/usr/bin/env bash
# Runs every fuzz target and prints a table: target, time, executions, inputs that were new, crashers. Inputs that
# break something stay in testdata/fuzz of the package, as go test puts them. The exit code is 1 if there are any.
#
#   docs/benchmarks/fuzz.sh [TIME] [PATTERN]     from the project's root; TIME is for each (10m), PATTERN chooses
#                                                package/target
#   SIDE=2 WORKERS=1 docs/benchmarks/fuzz.sh     SIDE targets side by side (1), WORKERS processes each (one a core)
set -u
export time=${1:-10m}
export workers=${WORKERS:-$(nproc)}
pattern=${2:-.}

fuzz() {
  local package=$1 target=$2 name=${1#klartext/}/$2 begun=$SECONDS output code executions new crashers
  output=$(mktemp)
  # Making an input shorter that is only new takes longer than finding others, where the target is slow.
  go test "$package" -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 1x -parallel "$workers" \
    >"$output" 2>&1
  code=$?
  executions=$(grep -o 'execs: [0-9]*' "$output" | tail -1 | tr -dc 0-9)
  new=$(grep -o 'new interesting: [0-9]*' "$output" | tail -1 | tr -dc 0-9)
  crashers=$(grep -c 'Failing input written to' "$output")
  # go test sometimes takes the end of the time for a failure.
  [ "$crashers" -gt 0 ] || ! grep -q '^ *context deadline exceeded$' "$output" || code=0
  # A target may also fail by what its seeds do, by time or by memory.
  [ $code -eq 0 ] || [ "$crashers" -gt 0 ] || crashers='failed'
  printf '%-50s %8d %12s %8s %9s\n' "$name" $((SECONDS - begun)) "${executions:-0}" "${new:-0}" "$crashers"
  [ $code -eq 0 ] || grep -v '^fuzz: elapsed' "$output" | head -20 | sed 's/^/    /'
  rm -f "$output"
  return $code
}
export -f fuzz

printf '%-50s %8s %12s %8s %9s\n' target seconds executions new crashers
for package in $(go list ./...); do
  go test -list '^Fuzz' "$package" | grep '^Fuzz' | sed "s|^|$package |"
done | while read -r package target; do
  [[ ${package#klartext/}/$target =~ $pattern ]] && echo "$package $target"
done | xargs -P "${SIDE:-1}" -L 1 bash -c 'fuzz "$@"' fuzz || exit 1
