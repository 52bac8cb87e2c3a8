#!/usr/bin/env python3
"""Measures klartext check on pages with known truth:

    docs/benchmarks/check.py KLARTEXT ../shared/eval

- how many wrong words of modern/eng it finds, and how many of its findings are right;
- how many findings there are in 10,000 words of clean text;
- how well the estimated WER of --stats agrees with the true one, page by page.
"""
import difflib
import glob
import json
import math
import os
import re
import subprocess
import sys

SIGNS = ".,;:!?()[]{}\"'„“”‚‘’»«–—-…·*"


def run(*args):
    return subprocess.run(args, capture_output=True, text=True).stdout


def words(text):
    """The words of a text and where they stand; those divided at line ends are one."""
    found = [(m.start(), m.end(), m.group()) for m in re.finditer(r"\S+", text)]
    out, i = [], 0
    while i < len(found):
        start, end, word = found[i]
        if i + 1 < len(found):
            follows, until, second = found[i + 1]
            if re.search(r"\w[-¬]$", word) and "\n" in text[end:follows] and second[0].islower():
                word, end, i = word[:-1] + second, until, i + 1
        out.append((start, end, word.strip(SIGNS)))
        i += 1
    return out


def are_right(observed, truth):
    """Tells of each observed word whether it is one of the truth's, in order."""
    right = [False] * len(observed)
    blocks = difflib.SequenceMatcher(None, observed, truth, autojunk=False).get_matching_blocks()
    for block in blocks:
        for k in range(block.size):
            right[block.a + k] = True
    return right


def detection(klartext, folder, truths):
    wrong = found = hits = findings = 0
    for path in sorted(glob.glob(folder + "/*.ocr.txt")):
        text = open(path, encoding="utf-8").read()
        truth = open(f"{truths}/{os.path.basename(path)[:-8]}.gt.clean.txt", encoding="utf-8").read()
        seen = words(text)
        right = are_right([w for _, _, w in seen], [w for _, _, w in words(truth)])
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        marked = set()
        for line in run(klartext, "check", "--isolated", "--output", "json", path).splitlines():
            f = json.loads(line)
            if f["line"] < 1:
                continue
            start = starts[f["line"] - 1] + f["column"] - 1
            end = starts[f["end_line"] - 1] + f["end_column"] - 1
            touched = [k for k, (s, e, w) in enumerate(seen) if s < end and start < e and w]
            if touched:
                findings += 1
                hits += any(not right[k] for k in touched)
                marked.update(touched)
        for k, (_, _, word) in enumerate(seen):
            if word and not right[k]:
                wrong += 1
                found += k in marked
    print(f"{folder}: {found} of {wrong} wrong words found ({100 * found / wrong:.1f} %), "
          f"{hits} of {findings} findings right ({100 * hits / findings:.1f} %)")


def clean(klartext, folder):
    total = found = 0
    for path in sorted(glob.glob(folder + "/*.txt")):
        total += len(open(path, encoding="utf-8").read().split())
        found += len(run(klartext, "check", "--isolated", "--output", "json", path).splitlines())
    print(f"{folder}: {found} findings in {total} words, {1e4 * found / total:.2f} of 10,000")


def correlation(xs, ys):
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    covariance = sum((x - mx) * (y - my) for x, y in zip(xs, ys))
    return covariance / math.sqrt(sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys))


def ranks(values):
    order = sorted(range(len(values)), key=lambda i: values[i])
    out = [0] * len(values)
    for rank, i in enumerate(order):
        out[i] = rank
    return out


def quality(klartext, sets):
    all_estimated, all_true = [], []
    print("estimated WER, true WER (means), correlation, rank correlation, pages")
    for name, folder, truths in sets:
        estimated, true = [], []
        paths = sorted(glob.glob(folder + "/*.ocr.txt"))
        for line in run(klartext, "check", "--isolated", "--stats", "--output", "json", *paths).splitlines():
            page = json.loads(line)
            base = os.path.basename(page["path"])[:-8]
            path = os.path.join(folder, base + ".ocr.txt")
            measured = json.loads(run(klartext, "eval", "--json", "--gt", f"{truths}/{base}.gt.clean.txt", "--ocr", path, path))
            estimated.append(page["wer"])
            true.append(measured["change"]["before_dehyphenated"]["wer_words"]["rate"])
        all_estimated += estimated
        all_true += true
        print(f"  {name}: {100 * sum(estimated) / len(true):.1f} % {100 * sum(true) / len(true):.1f} % "
              f"{correlation(estimated, true):.2f} {correlation(ranks(estimated), ranks(true)):.2f} {len(true)}")
    print(f"  all: {correlation(all_estimated, all_true):.2f} "
          f"{correlation(ranks(all_estimated), ranks(all_true)):.2f} {len(all_true)}")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    klartext, root = sys.argv[1:]
    if not os.path.isdir(root):
        sys.exit(f"{root} is missing: it holds the pages with known truth")
    modern = root + "/modern"
    detection(klartext, modern + "/eng", modern + "/gt")
    clean(klartext, root + "/clean")
    sets = [("modern-eng", modern + "/eng", modern + "/gt"), ("modern-deu", modern + "/deu", modern + "/gt")]
    for name in ("nzz-abbyy-xix", "nzz-abbyy-11", "nzz-tesseract", "grenzboten-abbyy-words", "grenzboten-tesseract-words"):
        sets.append((name, f"{root}/historic/{name}", f"{root}/historic/{name}"))
    quality(klartext, sets)


main()
