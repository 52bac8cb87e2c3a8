#!/usr/bin/python3
"""Makes pages that nothing was fitted on: held-back lines of the corpora, typeset, damaged, read by Tesseract.

    docs/benchmarks/pages.py ../shared/corpus OUT [PART PARTS]

OUT/eng and OUT/deu get the OCR text, OUT/gt what a perfect cleaner gives. Pages whose columns Tesseract runs into one
another are to be left out: those with a CER of more than 7.5. Same machine, same pages; PART of PARTS makes a share of
them, so that several can run at a time. Needs what testdata/make needs (see make.py there), zstd, and Debian's
fonts-noto-core, fonts-crosextra-carlito, fonts-crosextra-caladea, fonts-ebgaramond and fonts-urw-base35.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "testdata" / "make"))

import damage  # noqa: E402
import make  # noqa: E402
import source  # noqa: E402
import typeset  # noqa: E402

FONTS = "/usr/share/fonts"
FACES = [
    "opentype/linux-libertine/LinLibertine_R.otf", "truetype/liberation/LiberationSerif-Regular.ttf",
    "truetype/liberation/LiberationSans-Regular.ttf", "truetype/liberation/LiberationMono-Regular.ttf",
    "truetype/dejavu/DejaVuSans.ttf", "truetype/noto/NotoSerif-Regular.ttf",
    "opentype/ebgaramond/EBGaramond12-Regular.otf", "opentype/urw-base35/C059-Roman.otf",
    "opentype/urw-base35/P052-Roman.otf", "truetype/crosextra/Carlito-Regular.ttf",
    "truetype/crosextra/Caladea-Regular.ttf", "opentype/urw-base35/NimbusMonoPS-Regular.otf",
]
PAGES = {"wikipedia": 210, "gesetze": 45, "bundestag20": 25, "bundestag21": 25, "gerichtsurteile": 25, "klexikon": 15}
WORDS = 270  # of a page, about
SEED = 7


def lines(corpus, name):
    """The held-back lines that make a paragraph, with German quotation marks."""
    command = ["zstdcat", str(Path(corpus) / f"{name}.valid.txt.zst")]
    text = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
    for line in text.split("\n"):
        if 60 < len(line) < 1600 and line.count('"') % 2 == 0 and not set(line) & set("|_^#<>{}[]\t"):
            pieces = line.split('"')
            quoted = "".join(p + ("" if i == len(pieces) - 1 else "„“"[i % 2]) for i, p in enumerate(pieces))
            yield " ".join(quoted.replace("'", "’").replace("...", "…").split())


def texts(corpus):
    """(name, paragraphs) of each page, in the order in which they are made."""
    pages = []
    for name, count in PAGES.items():
        rest = lines(corpus, name)
        for n in range(count):
            paragraphs, words = [], 0
            for paragraph in rest:
                paragraphs.append(paragraph)
                words += len(paragraph.split())
                if words >= WORDS:
                    break
            if words < WORDS:
                break
            pages.append((f"{name}-{n:03}", paragraphs))
    random.Random(SEED).shuffle(pages)
    return pages


def steps(rng):
    """What happens to a page: nothing, one kind of damage or two."""
    kinds = [
        lambda: (damage.rotate, rng.choice([-0.7, -0.5, -0.3, 0.3, 0.5, 0.7])),
        lambda: (damage.blur, round(rng.uniform(0.7, 1.2), 2)),
        lambda: (damage.fade, rng.randint(70, 110), rng.randint(180, 210)),
        lambda: (damage.noise, rng.randint(16, 30)),
        lambda: (damage.threshold, rng.randint(120, 190)),
        lambda: (damage.jpeg, rng.randint(25, 35)),
    ]
    if rng.random() < 0.14:
        return []
    chosen = rng.sample(range(len(kinds)), 2 if rng.random() < 0.5 else 1)
    return [kinds[k]() for k in sorted(chosen)]


def style(rng):
    face, pt = rng.choice(FACES), rng.choice([8, 10])
    wide, columns = rng.choice([(False, 1), (False, 1), (True, 1), (True, 1), (False, 1), (False, 2)])
    width = pt * (13.5 if wide else 7.2) * (1.3 if "Mono" in face else 1)
    return typeset.Style(
        f"{FONTS}/{face}", pt=pt, dpi=rng.choice([150, 200, 200, 300]), width_mm=width,
        justified=rng.random() < 0.65, columns=columns, column_lines=200 if columns > 1 else 0,
    )


def page(out, name, paragraphs):
    rng = random.Random(name)
    look = style(rng)
    body = [source.Paragraph("body", p) for p in paragraphs]
    images, _ = typeset.pages(typeset.layout(body, look), look)
    images = [damage.apply(image, steps(rng), rng.randint(0, 9999)) for image in images]
    for model in ["eng"] + (["deu"] if rng.random() < 0.4 else []):
        (out / model / f"{name}.ocr.txt").write_bytes(make.read(images, model, look.dpi))
    (out / "gt" / f"{name}.gt.clean.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) not in (3, 5):
        sys.exit(__doc__)
    corpus, out = sys.argv[1], Path(sys.argv[2])
    if not os.path.isdir(corpus):
        sys.exit(f"{corpus} is missing: it holds the texts")
    part, parts = map(int, sys.argv[3:] or (0, 1))
    for folder in ("eng", "deu", "gt"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for name, paragraphs in texts(corpus)[part::parts]:
        if not (out / "gt" / f"{name}.gt.clean.txt").exists():
            page(out, name, paragraphs)


main()
