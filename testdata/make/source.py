"""Sources: plain text with a little markup, read into paragraphs.

    # text      heading
    > text      foreign quotation: indented, never hyphenated
    | a | b     table row, cells from left to right
    ^ text      footnote, set smaller
    _text_      letter-spaced (a whole token, trailing punctuation allowed)
    Haus|tür    joint of a compound, where round s ends a part (Fraktur only)

One paragraph a line, blank lines between; rows of a table follow each other.
"""

import re
from dataclasses import dataclass
from pathlib import Path

KINDS = {"# ": "heading", "> ": "foreign", "| ": "row", "^ ": "footnote"}


@dataclass
class Paragraph:
    kind: str  # body, heading, foreign, row or footnote
    text: str  # with joints and letter-spacing marks

    def cells(self):
        """The cells of a table row."""
        return [cell.strip() for cell in self.text.split("|")]

    def truth(self):
        """The text without markup."""
        if self.kind == "row":
            return " ".join(self.cells())
        return re.sub(r"[|_]", "", self.text)


def read(path):
    """The paragraphs of a source file."""
    paragraphs = []
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        if line:
            kind = KINDS.get(line[:2], "body")
            paragraphs.append(Paragraph(kind, line if kind == "body" else line[2:]))
    return paragraphs


def truth(paragraphs):
    """What a perfect cleaner gives: one paragraph a line, blank lines between, table rows together."""
    out, last = [], None
    for p in paragraphs:
        if last and not (last == "row" and p.kind == "row"):
            out.append("")
        out.append(p.truth())
        last = p.kind
    return "\n".join(out) + "\n"


def long_s(word):
    """Fraktur's long s: everywhere but at the end of a word or of a part of a compound."""
    return re.sub(r"s(?=[^\W\d_])", "ſ", word).replace("|", "")
