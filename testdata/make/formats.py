#!/usr/bin/python3
"""Makes testdata/formats: pages of the articles as ALTO, hOCR and PAGE.

    ./make.py --images DIR nachrichten verwaltung zweispaltig
    ./formats.py DIR

Tesseract writes ALTO 3 and hOCR itself. ALTO 2 and 4 and PAGE, in the ways that other workflows write them, are
made here from its hOCR: with HYP and SUBS_CONTENT, with glyphs and confidences of characters, with CRLF, with
prefixes and references. The same packages as for make.py give the same files, byte for byte.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

OUT = Path(__file__).resolve().parent.parent / "formats"
XHTML = "{http://www.w3.org/1999/xhtml}"


def tesseract(images, name, *config):
    """What Tesseract writes of the pages, with its English model, for one of its output configurations."""
    with tempfile.TemporaryDirectory() as folder:
        for image in images:
            (Path(folder) / image.name).write_bytes(image.read_bytes())
        (Path(folder) / "pages.list").write_text("".join(i.name + "\n" for i in images))
        command = ["tesseract", "pages.list" if len(images) > 1 else images[0].name, "out", "-l", "eng", *config]
        environment = dict(os.environ, OMP_THREAD_LIMIT="1")
        subprocess.run(command, cwd=folder, env=environment, stderr=subprocess.DEVNULL, check=True)
        written = [p for p in Path(folder).iterdir() if p.stem == "out"]
        return written[0].read_bytes()


def properties(element):
    """The properties in a title: bbox 1 2 3 4; x_wconf 96."""
    parts = (p.split() for p in element.get("title", "").split(";"))
    return {p[0]: p[1:] for p in parts if p}


def blocks(hocr):
    """Paragraphs of lines of words: (box, [(box, [(box, text, confidence, [(character, box, confidence)])])])."""
    root = ElementTree.fromstring(hocr)
    by_class = lambda parent, name: [e for e in parent.iter() if e.get("class") == name]
    box = lambda e: tuple(map(int, properties(e)["bbox"]))
    out = []
    for par in by_class(root, "ocr_par"):
        lines = []
        for line in [e for e in par.iter() if e.get("class") in ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat")]:
            words = []
            for word in by_class(line, "ocrx_word"):
                characters = []
                for c in by_class(word, "ocrx_cinfo"):
                    p = properties(c)
                    characters.append((c.text, tuple(map(int, p["x_bboxes"])), float(p["x_conf"][0])))
                text = "".join(c[0] for c in characters) or "".join(word.itertext()).strip()
                words.append((box(word), text, int(properties(word)["x_wconf"][0]), characters))
            lines.append((box(line), words))
        out.append((box(par), lines))
    return out


def place(b):
    return f'HPOS="{b[0]}" VPOS="{b[1]}" WIDTH="{b[2] - b[0]}" HEIGHT="{b[3] - b[1]}"'


def divided(lines):
    """For each word that is half of one: {(line, word): (which half, whole)}."""
    halves = {}
    for i in range(len(lines) - 1):
        this, following = lines[i][1], lines[i + 1][1]
        if this and following and len(this[-1][1]) > 2 and this[-1][1].endswith("-") and following[0][1][:1].islower():
            whole = this[-1][1][:-1] + following[0][1]
            halves[i, len(this) - 1] = ("HypPart1", whole)
            halves[i + 1, 0] = ("HypPart2", whole)
    return halves


def alto2(hocr):
    """ALTO 2 as FineReader's users have it: CRLF, HYP with a soft hyphen, SUBS_CONTENT."""
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           '<alto xmlns="http://www.loc.gov/standards/alto/ns-v2#">', ' <Description>',
           '  <MeasurementUnit>pixel</MeasurementUnit>', '  <OCRProcessing ID="IdOcr">', '   <ocrProcessingStep>',
           '    <processingSoftware><softwareName>Tesseract</softwareName></processingSoftware>',
           '   </ocrProcessingStep>', '  </OCRProcessing>', ' </Description>', ' <Layout>',
           '  <Page ID="P1" PHYSICAL_IMG_NR="1">', '   <PrintSpace>']
    for n, (box, lines) in enumerate(blocks(hocr)):
        halves = divided(lines)
        out.append(f'    <TextBlock ID="B{n}" {place(box)}>')
        for i, (line_box, words) in enumerate(lines):
            out.append(f'     <TextLine {place(line_box)}>')
            for j, (word_box, text, confidence, _) in enumerate(words):
                half = halves.get((i, j))
                subs = f' SUBS_TYPE="{half[0]}" SUBS_CONTENT={quoteattr(half[1])}' if half else ""
                shown = text[:-1] if half and half[0] == "HypPart1" else text
                out.append(f'      <String {place(word_box)} CONTENT={quoteattr(shown)} WC="{confidence / 100:.2f}"{subs}/>')
                if half and half[0] == "HypPart1":
                    out.append('      <HYP CONTENT="\u00ad"/>')
                elif j + 1 < len(words):
                    out.append('      <SP/>')
            out.append('     </TextLine>')
        out.append('    </TextBlock>')
    out += ['   </PrintSpace>', '  </Page>', ' </Layout>', '</alto>', '']
    return "\r\n".join(out).encode()


def alto4(hocr):
    """ALTO 4 with a prefix, glyphs, confidences of characters and a Processing."""
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           '<a:alto xmlns:a="http://www.loc.gov/standards/alto/ns-v4#" SCHEMAVERSION="4.2">', '<a:Description>',
           '<a:MeasurementUnit>pixel</a:MeasurementUnit>',
           '<a:Processing ID="ocr"><a:processingSoftware><a:softwareName>Tesseract</a:softwareName></a:processingSoftware></a:Processing>',
           '</a:Description>', '<a:Layout><a:Page ID="P1" PHYSICAL_IMG_NR="1"><a:PrintSpace>']
    for n, (box, lines) in enumerate(blocks(hocr)):
        out.append(f'<a:TextBlock ID="B{n}" {place(box)}>')
        for line_box, words in lines:
            out.append(f'<a:TextLine {place(line_box)}>')
            for j, (word_box, text, confidence, characters) in enumerate(words):
                digits = " ".join(str(min(9, max(0, round((100 - c) / 11)))) for _, _, c in characters)
                cc = f' CC="{digits}"' if len(characters) == len(text) else ""
                glyphs = "".join(f'\n  <a:Glyph CONTENT={quoteattr(t)} {place(b)} GC="{max(0, c) / 100:.2f}"/>' for t, b, c in characters)
                out.append(f'<a:String CONTENT={quoteattr(text)} {place(word_box)} WC="{confidence / 100:.2f}"{cc} PROCESSINGREFS="ocr">{glyphs}\n</a:String>')
                if j + 1 < len(words):
                    out.append('<a:SP/>')
            out.append('</a:TextLine>')
        out.append('</a:TextBlock>')
    out += ['</a:PrintSpace></a:Page></a:Layout>', '</a:alto>', '']
    return "\n".join(out).encode()


def points(b):
    return f"{b[0]},{b[1]} {b[2]},{b[1]} {b[2]},{b[3]} {b[0]},{b[3]}"


def page(hocr):
    """PAGE 2019 with text in words, lines and regions; the regions stand in the file from the last to the first."""
    regions = [f'  <RegionRefIndexed index="{n}" regionRef="r{n}"/>' for n in range(len(blocks(hocr)))]
    out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
           '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">',
           '<Metadata>', '  <Creator>Tesseract</Creator>', '  <Created>2026-01-01T00:00:00</Created>',
           '  <LastChange>2026-01-01T00:00:00</LastChange>', '</Metadata>',
           '<Page imageFilename="page.png" imageWidth="2000" imageHeight="3000">',
           '<ReadingOrder><OrderedGroup id="ro">', *regions, '</OrderedGroup></ReadingOrder>']
    equiv = lambda text, conf: f'<TextEquiv{conf}><Unicode>{escape(text)}</Unicode></TextEquiv>'
    for n, (box, lines) in reversed(list(enumerate(blocks(hocr)))):
        out.append(f'<TextRegion id="r{n}"><Coords points="{points(box)}"/>')
        texts = []
        for i, (line_box, words) in enumerate(lines):
            out.append(f' <TextLine id="r{n}l{i}"><Coords points="{points(line_box)}"/>')
            for j, (word_box, text, confidence, _) in enumerate(words):
                out.append(f'  <Word id="r{n}l{i}w{j}"><Coords points="{points(word_box)}"/>' + equiv(text, f' conf="{confidence / 100:.2f}"') + '</Word>')
            texts.append(" ".join(w[1] for w in words))
            out.append('  ' + equiv(texts[-1], ''))
            out.append(' </TextLine>')
        out.append(' ' + equiv("\n".join(texts), ''))
        out.append('</TextRegion>')
    out += ['</Page>', '</PcGts>', '']
    return "\n".join(out).encode()


def main(folder):
    OUT.mkdir(exist_ok=True)
    images = lambda name: sorted(Path(folder).glob(name + "-*.png"))
    detailed = lambda name: tesseract(images(name), name, "-c", "hocr_char_boxes=1", "hocr")
    written = {
        "nachrichten.alto3.xml": tesseract(images("nachrichten"), "nachrichten", "alto"),
        "zweispaltig.alto3.xml": tesseract(images("zweispaltig"), "zweispaltig", "alto"),
        "nachrichten.hocr": tesseract(images("nachrichten"), "nachrichten", "hocr"),
        "verwaltung.characters.hocr": detailed("verwaltung"),
        "nachrichten.alto2.xml": alto2(detailed("nachrichten")),
        "verwaltung.alto4.xml": alto4(detailed("verwaltung")),
        "nachrichten.page.xml": page(detailed("nachrichten")),
    }
    for name, data in written.items():
        (OUT / name).write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1])
