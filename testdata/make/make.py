#!/usr/bin/python3
"""Makes testdata/articles from make/sources: typesets, damages, reads with Tesseract, measures.

Debian 12 packages: python3-pil python3-numpy python3-pyphen hyphen-de tesseract-ocr tesseract-ocr-eng
tesseract-ocr-deu tesseract-ocr-frk fonts-linuxlibertine fonts-liberation fonts-dejavu-core, and for the
Fraktur articles yfrak.otf of texlive-fonts-extra (508 MB; unpacking that one file is enough, its path goes
into the environment variable FRAKTUR).

    ./make.py                 all articles
    ./make.py sport tabelle   these only
    ./make.py --images DIR    keep the page images there (PNG), to look at

The same packages give the same files, byte for byte. The tests of klartext need none of this.
"""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

import damage
import measure
import source
import typeset
from articles import ARTICLES

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "articles"


def read(images, model, dpi):
    """Tesseract's text of the pages, exactly as it writes it."""
    with tempfile.TemporaryDirectory() as folder:
        tiff = Path(folder) / "pages.tif"
        images[0].save(tiff, save_all=True, append_images=images[1:], dpi=(dpi, dpi))
        command = ["tesseract", str(tiff), "-", "-l", model, "--dpi", str(dpi)]
        environment = dict(os.environ, OMP_THREAD_LIMIT="1")
        return subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout


def make(name, images_folder):
    """Write one article's files and return its table row."""
    article = ARTICLES[name]
    style = article.style
    paragraphs = source.read(HERE / "sources" / f"{name}.txt")
    clean, chunks = typeset.pages(typeset.layout(paragraphs, style), style)
    images = [damage.apply(page, article.damage, article.seed + n) for n, page in enumerate(clean)]
    folder = OUT / name
    folder.mkdir(parents=True, exist_ok=True)
    truth, printed = source.truth(paragraphs), typeset.transcript(chunks)
    (folder / "truth.txt").write_text(truth, encoding="utf-8", newline="\n")
    (folder / "print.txt").write_text(printed, encoding="utf-8", newline="\n")
    for n, image in enumerate(images):
        if images_folder:
            image.save(Path(images_folder) / f"{name}-{n + 1}.png")
    rows = []
    for model in article.models:
        ocr = read(images, model, style.dpi)
        (folder / f"{model}.ocr.txt").write_bytes(ocr)
        text = ocr.decode("utf-8")
        figures = measure.rates(text, printed) + measure.rates(text, truth)
        rows.append(f"| {name} | {model} | {len(truth.split())} | " + " | ".join(f"{f:.1f}" for f in figures) + " |")
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="articles; none: all")
    parser.add_argument("--images", metavar="DIR", help="keep the page images in DIR")
    arguments = parser.parse_args()
    print("| article | model | words | CER | WER | WER-words | CER truth | WER truth | WER-words truth |")
    print("| --- " * 9 + "|")
    for name in arguments.names or ARTICLES:
        print("\n".join(make(name, arguments.images)), flush=True)


if __name__ == "__main__":
    main()
