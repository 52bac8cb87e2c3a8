#!/usr/bin/env bash
# Hostile inputs in their full size, and faults at every operation on files: bombs that are gigabytes long when they
# are decompressed, XML without end, 50 MB without a blank, every step of reading and writing failing in turn, and how the time
# grows with the size of texts that are made to take long. It takes some minutes and 4 GB of memory, and prints the
# figures of docs/robustness.md.
#
#   docs/benchmarks/hostile.sh [PATTERN]     from the project's root; PATTERN chooses tests
set -u
pattern=${1:-TestFaults|TestReadFaults|TestCommandFaults|TestJobsMakeNoDifference|TestBombs|TestEndlessAttribute|TestCutOff|TestPipesAreReadOnce|TestDevices|Hostile|TestMillions|TestTimeIsLinear}
export KLARTEXT_HOSTILE=full
failed=0
for package in ./cmd/klartext ./normalize/markup ./normalize; do
  echo "== $package"
  # With -v, since what passes prints nothing otherwise.
  go test "$package" -v -count 1 -timeout 60m -run "$pattern" | grep -v '^=== ' || failed=1
  [ "${PIPESTATUS[0]}" -eq 0 ] || failed=1
done
exit $failed
