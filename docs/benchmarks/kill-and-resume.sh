#!/usr/bin/env bash
# Cleans a folder of 2,000 files of all formats, some of them broken; then again, killed with SIGKILL three times at
# random and resumed. Both must be the same, byte for byte. Then a full disk and a folder that must not be written to:
# each must end with a clear error and no half-written file.
#
#   docs/benchmarks/kill-and-resume.sh [FILES]     from the project's root; as root, for the small disk
set -eu
files=${1:-2000}
root=$(pwd)
work=$(mktemp -d)
trap 'umount "$work/small" 2>/dev/null || true; chmod -R u+w "$work"; rm -rf "$work"' EXIT
go build -o "$work/klartext" ./cmd/klartext
export SOURCE_DATE_EPOCH=1000000000
cd "$work"

sources=("$root"/testdata/articles/*/*.ocr.txt "$root"/testdata/formats/*.xml "$root"/testdata/formats/*.hocr)
for ((i = 0; i < files - 6; i++)); do
  source=${sources[$((i % ${#sources[@]}))]}
  mkdir -p "scans/$((i % 17))/$((i % 3))"
  cp "$source" "scans/$((i % 17))/$((i % 3))/$(printf %04d $i)-$(basename "$source")"
done
: >scans/empty.txt
head -c 20000 /bin/ls >scans/binary.txt
printf '<alto><Layout>' >scans/broken.alto.xml
printf '<?xml version="1.0"?><mets/>' >scans/mets.xml
gzip -c scans/0/0/0000-* | head -c 300 >scans/cut.txt.gz
ln -s nowhere scans/unreadable.txt

echo "== in peace"
time ./klartext fix --jobs 2 -o peace scans || [ $? = 1 ]
echo "== killed three times"
for _ in 1 2 3; do
  ./klartext fix -q --jobs 2 -o killed --resume scans 2>/dev/null &
  sleep "$((RANDOM % 8 + 1)).$((RANDOM % 10))"
  kill -9 $! 2>/dev/null || echo "(was done before it could be killed)"
  wait $! 2>/dev/null || true
  echo "done by then: $(wc -l <killed/klartext-manifest.jsonl)"
done
./klartext fix --jobs 2 -o killed --resume scans 2>&1 | head -1
diff -r peace killed && echo "the same, byte for byte"
./klartext verify killed | sed 's/(.*//' || true

echo "== a full disk"
mkdir small && mount -t tmpfs -o size=3m none small
./klartext fix -q --jobs 2 -o small/out scans 2>&1 | grep -m 3 -i 'space' || true
find small -name '.klartext-*' | grep . && exit 1
while read -r f; do cmp -s "small/out/$f" "peace/$f" || { echo "half-written: $f"; exit 1; }; done \
  < <(cd small/out && find . -type f ! -name klartext-manifest.jsonl)
echo "complete there: $(find small/out -type f | wc -l) files, none half-written"

echo "== a folder that must not be written to"
mkdir locked && chmod 555 locked
if [ "$(id -u)" = 0 ]; then
  chmod 755 "$work"
  setpriv --reuid=65534 --clear-groups ./klartext fix -q -o locked scans 2>&1 | head -2 || true
else
  ./klartext fix -q -o locked scans 2>&1 | head -2 || true
fi
[ -z "$(ls -A locked)" ] && echo "nothing was written"
