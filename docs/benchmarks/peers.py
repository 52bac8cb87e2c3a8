#!/usr/bin/env python3
"""Compares klartext's throughput with that of other programs, in one go on this machine:

    docs/benchmarks/peers.py KLARTEXT ../shared/eval [ROUNDS]

Clean text, OCR text of modern pages and of Fraktur; aspell and hunspell, which only check, aspell's first suggestion
for each word that it does not know, and wc. Each is the best of ROUNDS, taken in turns; what counts are the ratios.
Programs that are missing are left out.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

ASPELL = ["aspell", "--lang=de", "--encoding=utf-8"]


def texts(root):
    def join(pattern):
        return b"\n\n".join(open(path, "rb").read() for path in sorted(glob.glob(os.path.join(root, pattern))))

    fraktur = join("historic/nzz-tesseract/*.ocr.txt")
    return {"clean": join("clean/[a-z]*.txt"), "modern-eng": join("modern/eng/*.ocr.txt"), "fraktur": fraktur[:200000]}


def timed(command, data, env=None):
    began = time.perf_counter()
    subprocess.run(command, input=data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    return time.perf_counter() - began


def first_suggestions(data):
    """aspell's pipe mode suggests for each word; a corrector would take the first."""
    lines = b"\n".join(b"^" + line for line in data.splitlines())
    return timed(ASPELL + ["pipe"], lines)


def candidates(klartext):
    one = dict(os.environ, GOMAXPROCS="1")
    all_ = {
        "klartext fix": lambda data: timed([klartext, "fix", "--isolated"], data, one),
        "aspell list": lambda data: timed(ASPELL + ["list"], data),
        "aspell, first suggestion": first_suggestions,
        "hunspell -l": lambda data: timed(["hunspell", "-d", "de_DE", "-i", "utf-8", "-l"], data),
        "wc -w": lambda data: timed(["wc", "-w"], data),
    }
    return {name: run for name, run in all_.items() if name[0] == "k" or shutil.which(name.split(",")[0].split()[0])}


def cores(klartext, data):
    """How much faster a folder of 64 files goes with two jobs than with one."""
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(folder + "/in")
        for i in range(64):
            part = data[i * len(data) // 64:(i + 1) * len(data) // 64]
            with open(f"{folder}/in/{i:02}.txt", "wb") as f:
                f.write(part.decode("utf-8", "ignore").encode())
        best = {}
        for _ in range(3):
            for jobs in ("1", "2"):
                shutil.rmtree(folder + "/out", ignore_errors=True)
                env = dict(os.environ, GOMAXPROCS=jobs)
                took = timed([klartext, "fix", "--isolated", "-q", "-j", jobs, "-o", folder + "/out", folder + "/in"], b"", env)
                best[jobs] = min(best.get(jobs, took), took)
    return best["1"] / best["2"]


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    klartext, root = sys.argv[1:3]
    if not os.path.isdir(root):
        sys.exit(f"{root} is missing: it holds the texts")
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    runs = candidates(klartext)
    data = texts(root)
    best = {}
    for _ in range(rounds):
        for text in data:
            for name, run in runs.items():
                if name != "aspell, first suggestion" or (name, text) not in best:  # it takes minutes
                    took = run(data[text])
                    best[name, text] = min(best.get((name, text), took), took)
    print("| program | " + " | ".join(f"{t}, MB/s" for t in data) + " |\n| --- |" + " ---: |" * len(data))
    for name in runs:
        print(f"| {name} | " + " | ".join(f"{len(data[t]) / 1e6 / best[name, t]:.3g}" for t in data) + " |")
    for name in runs:
        if name != "klartext fix":
            ratios = " | ".join(f"{best[name, t] / best['klartext fix', t]:.3g}" for t in data)
            print(f"| klartext / {name} | {ratios} |")
    print(f"\nA folder with two jobs on two cores: {cores(klartext, data['modern-eng'] * 4):.2f} times as fast as with one.")


main()
