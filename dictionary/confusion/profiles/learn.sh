#!/bin/sh
# Learns the shipped profiles again from the pages in ../shared; run from the
# project's root. shapes.tsv is written by hand.
set -eu
pages=../shared/ocr-pairs historic=../shared/eval/historic out=dictionary/confusion/profiles
learn() { go run ./cmd/klartext learn --gt "$2" --ocr "$3" --name "$1" -o "$out/$1.tsv"; }
learn tesseract-eng $pages/gt $pages/eng
learn tesseract-deu $pages/gt $pages/deu
learn abbyy-xix $historic/nzz-abbyy-xix $historic/nzz-abbyy-xix
learn abbyy-11 $historic/nzz-abbyy-11 $historic/nzz-abbyy-11
learn tesseract-frk $historic/nzz-tesseract $historic/nzz-tesseract
for engine in abbyy tesseract ocropus; do
	learn grenzboten-$engine $historic/grenzboten-$engine-words $historic/grenzboten-$engine-words
done
