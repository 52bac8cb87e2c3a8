#!/usr/bin/python3
"""Makes testdata/encodings from make/page.txt: one page in many encodings. Python 3 alone is enough."""

import codecs
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "encodings"

# Latin-1 and CP850 have no low quotes, en dash or euro sign; the page is then typed as people did.
PLAIN = str.maketrans({"„": "»", "“": "«", "‚": "»", "‘": "«", "–": "-", "€": "Euro"})


def mixed(text):
    """UTF-8, but the second paragraph and two words elsewhere were pasted in as CP1252."""
    first, second, third, fourth = text.split("\n\n")
    parts = [first.encode("utf-8"), second.encode("cp1252"), third.encode("utf-8"), fourth.encode("utf-8")]
    for word in ("Jäckel", "Größere"):
        parts[2] = parts[2].replace(word.encode("utf-8"), word.encode("cp1252"))
    return b"\n\n".join(parts)


def main():
    OUT.mkdir(exist_ok=True)
    text = unicodedata.normalize("NFC", (HERE / "page.txt").read_text(encoding="utf-8"))
    plain = text.translate(PLAIN)
    utf8 = text.encode("utf-8")
    files = {
        "truth.txt": utf8,
        "utf-8.txt": utf8,
        "utf-8-bom.txt": codecs.BOM_UTF8 + utf8,
        "utf-8-nfd.txt": unicodedata.normalize("NFD", text).encode("utf-8"),
        "utf-16le.txt": codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        "utf-16be.txt": codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        "cp1252.txt": text.encode("cp1252"),
        "macroman.txt": text.encode("mac_roman"),
        "mixed.txt": mixed(text),
        "mojibake.txt": utf8.decode("cp1252").encode("utf-8"),
        "mojibake-latin-1.txt": utf8.decode("latin-1").encode("utf-8"),
        "truth-plain.txt": plain.encode("utf-8"),
        "latin-1.txt": plain.encode("latin-1"),
        "cp850.txt": plain.encode("cp850"),
    }
    for name, data in files.items():
        (OUT / name).write_bytes(data)


if __name__ == "__main__":
    main()
