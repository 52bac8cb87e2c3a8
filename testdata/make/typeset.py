"""Typesetting: paragraphs to lines with words divided at line ends, lines to page images."""

import re
from dataclasses import dataclass, field

import pyphen
from PIL import Image, ImageDraw, ImageFont

import source

MARGIN_MM = 12
HYPHENS = pyphen.Pyphen(lang="de_DE", left=2, right=3)


@dataclass
class Style:
    font: str  # path of the font file
    bold: str = ""  # font of headings; empty: the same
    pt: float = 10
    dpi: int = 300
    width_mm: float = 120  # of one column
    justified: bool = True
    indented: bool = False  # paragraphs start with an indent instead of a gap
    fraktur: bool = False
    columns: int = 1
    column_lines: int = 0  # lines in a column of a full page; 0: one endless page
    undivided: tuple = ()  # words the patterns would divide wrongly

    def px(self, mm):
        return round(mm / 25.4 * self.dpi)

    def load(self, factor=1.0, bold=False):
        return ImageFont.truetype(self.bold if bold and self.bold else self.font, round(self.pt * factor / 72 * self.dpi))


@dataclass
class Line:
    words: list  # of (text as printed, letter-spaced?)
    font: object
    indent: int = 0
    stretch: bool = False
    gap: float = 0  # blank before it, in line heights
    cells: list = field(default_factory=list)  # (x, text) of a table row

    def text(self):
        """The line as a transcriber writes it."""
        return " ".join(text for text, _ in self.words or [(t, 0) for _, t in self.cells])


def width(font, text, spaced):
    """Printed width in pixels."""
    if spaced:
        return sum(font.getlength(c) + font.size * 0.14 for c in text)
    return font.getlength(text)


def divisions(word, style):
    """(first half with its hyphen, second half) for each place the printed word may be divided, last place first."""
    core = re.sub(r"^\W+|\W+$", "", word)
    plain = core.replace("ſ", "s")
    if len(core) < 5 or re.search(r"[\d@:/.]", core) or core.isupper() or plain in style.undivided:
        return []
    pairs, start = [], word.index(core)
    parts = plain.split("-")
    for part in parts:
        if start > word.index(core):
            pairs.append((word[:start], word[start:]))
        # A hyphen of its own already divides a compound; its parts are divided only when long.
        if len(part) >= (5 if len(parts) == 1 else 9):
            pairs += [divide(word, start + p, style.fraktur) for p in HYPHENS.positions(part)]
        start += len(part) + 1
    return [pair for pair in reversed(pairs) if pair]


def divide(word, at, old):
    """Divide word before the character at; the old rules make ck k-k and keep st together."""
    if old and word[at : at + 2] == "ck":
        return word[:at] + "k-", word[at + 1 :]
    if old and word[at - 1] in "sſ" and word[at] == "t":
        return None
    return word[:at] + "-", word[at:]


def compose(paragraph, style, font, measure, indent, first_indent):
    """Break one paragraph into lines, greedily."""
    lines, line = [], []
    left = indent + first_indent

    def room():
        used = sum(width(font, t, s) for t, s in line) + len(line) * font.getlength(" ")
        return measure - left - used

    def close():
        nonlocal line, left
        lines.append(Line(line, font, left, style.justified and paragraph.kind not in ("heading", "foreign")))
        line, left = [], indent

    for raw in paragraph.text.split(" "):
        spaced = raw.startswith("_")
        word = raw.replace("_", "")
        word = source.long_s(word) if style.fraktur else word
        if width(font, word, spaced) <= room():
            line.append((word, spaced))
            continue
        if paragraph.kind in ("body", "footnote") and not spaced:
            for first, second in divisions(word, style):
                if width(font, first, spaced) <= room():
                    line.append((first, spaced))
                    word = second
                    break
        if line:
            close()
        line.append((word, spaced))
    close()
    lines[-1].stretch = False
    return lines


def rows(paragraphs, style, font, measure):
    """Table rows: first column flush left, the others flush right at even stops."""
    count = len(paragraphs[0].cells())
    stop = measure * 0.6 / (count - 1)
    lines = []
    for i, p in enumerate(paragraphs):
        cells = []
        for j, cell in enumerate(p.cells()):
            x = 0 if j == 0 else measure * 0.4 + j * stop - font.getlength(cell)
            cells.append((round(x), cell))
        lines.append(Line([], font, cells=cells, gap=0.5 if i == 0 else 0))
    return lines


def layout(paragraphs, style):
    """All lines of an article in reading order."""
    measure = style.px(style.width_mm)
    fonts = {"heading": style.load(1.35, True), "footnote": style.load(0.85), "body": style.load()}
    lines, i = [], 0
    while i < len(paragraphs):
        p = paragraphs[i]
        if p.kind == "row":
            end = i
            while end < len(paragraphs) and paragraphs[end].kind == "row":
                end += 1
            lines += rows(paragraphs[i:end], style, fonts["body"], measure)
            i = end
            continue
        font = fonts.get(p.kind, fonts["body"])
        indent = font.size * 2 if p.kind == "foreign" else 0
        first = round(font.size * 1.5) if style.indented and p.kind == "body" else 0
        block = compose(p, style, font, measure, indent, first)
        block[0].gap = 0 if not lines else 0.15 if style.indented and p.kind == "body" else 0.7
        lines += block
        i += 1
    return lines


def draw_line(draw, x, y, line, measure):
    """Draw one line with its baseline box at (x, y)."""
    font = line.font
    for at, cell in line.cells:
        draw.text((x + at, y), cell, font=font, fill=0)
    blank = font.getlength(" ")
    if line.stretch and len(line.words) > 1:
        used = sum(width(font, t, s) for t, s in line.words)
        blank = (measure - line.indent - used) / (len(line.words) - 1)
    at = x + line.indent
    for text, spaced in line.words:
        for piece in text if spaced else [text]:
            draw.text((round(at), y), piece.replace("‚", line_comma(font)), font=font, fill=0)
            at += width(font, piece, spaced)
        at += blank


def line_comma(font):
    """yfrak has no low single quote; its comma has the same shape."""
    return "," if "frak" in font.path else "‚"


def pages(lines, style):
    """Page images, each with its lines in reading order."""
    measure, margin, gutter = style.px(style.width_mm), style.px(MARGIN_MM), style.px(7)
    leading = round(style.load().size * 1.32)
    per_page = style.column_lines * style.columns or len(lines)
    images, texts = [], []
    for start in range(0, len(lines), per_page):
        chunk = lines[start : start + per_page]
        # A last page that is not full has columns of even length.
        height = -(-len(chunk) // style.columns)
        columns = [chunk[i : i + height] for i in range(0, len(chunk), height)]
        tall = max(sum(leading * (1 + l.gap) * l.font.size / style.load().size for l in c) for c in columns)
        image = Image.new("L", (measure * style.columns + gutter * (style.columns - 1) + 2 * margin, round(tall) + 2 * margin), 255)
        draw = ImageDraw.Draw(image)
        for i, column in enumerate(columns):
            y = float(margin)
            for n, line in enumerate(column):
                scale = leading * max(1, line.font.size / style.load().size)
                y += scale * (line.gap if n else 0)
                draw_line(draw, margin + i * (measure + gutter), round(y), line, measure)
                y += scale
        images.append(image)
        texts.append(chunk)
    return images, texts


def transcript(texts):
    """What is printed, line for line, blank lines between paragraphs, a form feed after each page."""
    out = []
    for page in texts:
        body = ""
        for n, line in enumerate(page):
            if n and line.gap >= 0.15:
                body += "\n"
            body += line.text() + "\n"
        out.append(body)
    return "\f".join(out)
