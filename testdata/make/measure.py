"""Character and word error rates of OCR text."""

import re
import unicodedata

import numpy as np


def distance(a, b):
    """Levenshtein distance of two sequences, one numpy row at a time."""
    ids = {}
    a = [ids.setdefault(x, len(ids)) for x in a]
    b = np.array([ids.setdefault(x, len(ids)) for x in b], dtype=np.int64)
    steps = np.arange(len(b) + 1)
    row = steps.copy()
    for i, x in enumerate(a, 1):
        best = np.empty_like(row)
        best[0] = i
        best[1:] = np.minimum(row[1:] + 1, row[:-1] + (b != x))
        # Insertions run along the row: best[j] = min over k <= j of best[k] + j - k.
        row = np.minimum.accumulate(best - steps) + steps
    return int(row[-1])


def fold(text):
    """NFC, s for long s, every run of white space one blank."""
    return " ".join(unicodedata.normalize("NFC", text).replace("ſ", "s").split())


def bare(text):
    """The tokens without the punctuation around them."""
    tokens = (re.sub(r"^\W+|\W+$", "", token) for token in text.split())
    return [token for token in tokens if token]


def rates(ocr, truth):
    """CER, WER, and WER without punctuation, in per cent of the truth's length."""
    ocr, truth = fold(ocr), fold(truth)
    pairs = (ocr, truth), (ocr.split(), truth.split()), (bare(ocr), bare(truth))
    return [100 * distance(a, b) / len(b) for a, b in pairs]
