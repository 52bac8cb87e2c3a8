#!/usr/bin/env bash
# Has each system call of reading fail in turn in a real run with settings, a word list, replacements and a folder: by
# strace, beneath Go and all libraries. The run must fail with a message, or write what it would have written.
#
#   docs/benchmarks/readfaults.sh KLARTEXT     prints how many faults there were, and which went unnoticed
set -u
klartext=$(realpath "$1")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
mkdir -p scans/deep
printf 'Er ﬁndet die Zwackelbauer.\n' >scans/a.txt
printf 'Sie ﬁel.\n' | gzip -n >scans/deep/b.txt.gz
printf '<alto><TextBlock><TextLine><String CONTENT="ﬁel"/></TextLine></TextBlock></alto>' >scans/c.xml
printf 'Zwackelbauer\nkommen→gehen\n' >words.txt
printf 'mode = "conservative"\n[dictionary]\nfiles = ["words.txt"]\n' >klartext.toml
export SOURCE_DATE_EPOCH=1000000000 GOMAXPROCS=1

run() { "$@" "$klartext" fix -q -j 1 -o out scans >stdout 2>stderr; }
outcome() { (cd out 2>/dev/null && find . -type f | sort | xargs sha256sum) 2>/dev/null; }

faults=0 failed=0 same=0 wrong=0
run env || { cat stderr; exit 1; }
want=$(outcome)
for call in openat read newfstatat fstat getdents64 readlinkat; do
  for error in EIO ESTALE; do
    # Those of the program's own files and of /proc, by which Go starts, count too: they do no harm.
    for ((n = 1; ; n++)); do
      rm -rf out
      run strace -f -o trace -e trace="$call" -e inject="$call:error=$error:when=$n"
      code=$?
      injected=$(grep -a INJECTED trace) || break
      faults=$((faults + 1))
      if [ $code -ne 0 ] && [ -s stderr ]; then
        failed=$((failed + 1))
      elif [ $code -eq 0 ] && [ "$(outcome)" = "$want" ]; then
        same=$((same + 1))
      else
        wrong=$((wrong + 1))
        echo "$call, $error: exit code $code: $injected: $(cat stderr)"
      fi
    done
  done
done
echo "$faults faults: $failed were told of, $same made no difference, $wrong went unnoticed"
[ $wrong -eq 0 ]
