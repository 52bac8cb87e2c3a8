#!/usr/bin/env python3
"""Measures what cleaning costs against the size of the input, and draws it:

    docs/benchmarks/scaling.py KLARTEXT OUT.svg [MAX_BYTES]

The text is one of the project's articles over and over, as read by OCR, through standard input. Time is CPU time;
memory the most that was resident. Both axes of the plot are logarithmic: what is linear rises at 45 degrees.
"""
import math
import os
import resource
import subprocess
import sys
import tempfile
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
ARTICLE = os.path.join(ROOT, "testdata", "articles", "verwaltung", "deu.ocr.txt")


def measure(klartext, size, article):
    """CPU seconds, wall seconds and MiB for an input of so many bytes."""
    with tempfile.NamedTemporaryFile() as source:
        while source.tell() < size:
            source.write(article[: size - source.tell()])
        source.flush()
        source.seek(0)
        began = time.perf_counter()
        process = subprocess.Popen([klartext, "fix", "--isolated"], stdin=source, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"klartext failed on {size} bytes")
        return usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss / 1024


def axis(low, high):
    return range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)


def plot(rows, path):
    width, height, left, bottom, top = 640, 420, 70, 50, 30
    xs = axis(min(r[0] for r in rows), max(r[0] for r in rows))
    ys = axis(min(r[1] for r in rows), max(r[1] for r in rows))

    def x(v):
        return left + (math.log10(v) - xs[0]) / (xs[-1] - xs[0]) * (width - left - 20)

    def y(v):
        return height - bottom - (math.log10(v) - ys[0]) / (ys[-1] - ys[0]) * (height - bottom - top)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" font-size="12">',
           f'<rect width="{width}" height="{height}" fill="white"/>',
           f'<text x="{width / 2}" y="18" text-anchor="middle">CPU seconds against bytes of input</text>']
    for e in xs:
        out.append(f'<path d="M{x(10 ** e):.1f} {height - bottom}V{top}" stroke="#ddd"/>'
                   f'<text x="{x(10 ** e):.1f}" y="{height - bottom + 18}" text-anchor="middle">10^{e}</text>')
    for e in ys:
        out.append(f'<path d="M{left} {y(10 ** e):.1f}H{width - 20}" stroke="#ddd"/>'
                   f'<text x="{left - 8}" y="{y(10 ** e) + 4:.1f}" text-anchor="end">10^{e}</text>')
    points = " ".join(f"{x(r[0]):.1f},{y(r[1]):.1f}" for r in rows)
    out.append(f'<polyline points="{points}" fill="none" stroke="#06c" stroke-width="2"/>')
    out += [f'<circle cx="{x(r[0]):.1f}" cy="{y(r[1]):.1f}" r="3" fill="#06c"/>' for r in rows]
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(out + ["</svg>\n"]))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else 10**9
    with open(ARTICLE, "rb") as f:
        article = f.read() + b"\n\n"
    rows, size = [], 1000
    print("| bytes | CPU s | wall s | MB/s | MiB |\n| ---: | ---: | ---: | ---: | ---: |")
    while size <= limit:
        cpu, wall, memory = measure(sys.argv[1], size, article)
        rows.append((size, cpu))
        print(f"| {size:,} | {cpu:.2f} | {wall:.2f} | {size / 1e6 / cpu:.2f} | {memory:.0f} |", flush=True)
        size *= 10
    plot(rows, sys.argv[2])


resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
main()
