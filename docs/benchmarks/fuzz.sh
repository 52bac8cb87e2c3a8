#!/usr/bin/env bash
# Runs every fuzz target, one after the other, and prints a table: target, time, executions, crashers. Inputs that
# break something stay in testdata/fuzz of the package, as go test puts them. The exit code is 1 if there are any.
#
#   docs/benchmarks/fuzz.sh [TIME] [PATTERN]     from the project's root; TIME is for each (10m), PATTERN chooses
#                                                package/target
set -u
time=${1:-10m}
pattern=${2:-.}
output=$(mktemp)
trap 'rm -f "$output"' EXIT
found=0
printf '%-50s %8s %12s %9s\n' target seconds executions crashers
for package in $(go list ./...); do
  for target in $(go test -list '^Fuzz' "$package" | grep '^Fuzz'); do
    name=${package#klartext/}/$target
    [[ $name =~ $pattern ]] || continue
    begun=$SECONDS
    # Making an input shorter that is only new takes longer than finding others, where the target is slow.
    go test "$package" -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 1x >"$output" 2>&1
    code=$?
    executions=$(grep -o 'execs: [0-9]*' "$output" | tail -1 | tr -dc 0-9)
    crashers=$(grep -c 'Failing input written to' "$output")
    # go test sometimes takes the end of the time for a failure.
    [ "$crashers" -gt 0 ] || ! grep -q '^ *context deadline exceeded$' "$output" || code=0
    # A target may also fail by what its seeds do, by time or by memory.
    [ $code -eq 0 ] || [ "$crashers" -gt 0 ] || crashers='failed'
    printf '%-50s %8d %12s %9s\n' "$name" $((SECONDS - begun)) "${executions:-0}" "$crashers"
    if [ $code -ne 0 ]; then
      found=1
      grep -v '^fuzz: elapsed' "$output" | head -20 | sed 's/^/    /'
    fi
  done
done
exit $found
