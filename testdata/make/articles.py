"""How each article is set and damaged: (style, damage, seed, models)."""

import os
from dataclasses import dataclass

import damage as d
from typeset import Style

FONTS = "/usr/share/fonts"
LIBERTINE = f"{FONTS}/opentype/linux-libertine/LinLibertine_R.otf"
LIBERTINE_BOLD = f"{FONTS}/opentype/linux-libertine/LinLibertine_RB.otf"
SERIF = f"{FONTS}/truetype/liberation/LiberationSerif-Regular.ttf"
SERIF_BOLD = f"{FONTS}/truetype/liberation/LiberationSerif-Bold.ttf"
SANS = f"{FONTS}/truetype/liberation/LiberationSans-Regular.ttf"
SANS_BOLD = f"{FONTS}/truetype/liberation/LiberationSans-Bold.ttf"
DEJAVU = f"{FONTS}/truetype/dejavu/DejaVuSerif.ttf"
DEJAVU_BOLD = f"{FONTS}/truetype/dejavu/DejaVuSerif-Bold.ttf"
FRAKTUR = os.environ.get("FRAKTUR", "/usr/share/texlive/texmf-dist/fonts/opentype/public/yfonts-otf/yfrak.otf")


@dataclass
class Article:
    style: Style
    damage: list  # (function of damage.py, arguments …), in this order
    seed: int
    models: tuple = ("eng", "deu")


ARTICLES = {
    "verwaltung": Article(
        Style(LIBERTINE, LIBERTINE_BOLD, pt=11, dpi=200, width_mm=125),
        [(d.rotate, 0.3), (d.specks, 0.006), (d.blur, 0.7), (d.jpeg, 30)],
        seed=101,
    ),
    "nachrichten": Article(
        Style(SERIF, SERIF_BOLD, pt=8.5, dpi=250, width_mm=62, indented=True),
        [(d.blur, 1.0), (d.noise, 22), (d.threshold, 150)],
        seed=202,
    ),
    "wissenschaft": Article(
        Style(DEJAVU, DEJAVU_BOLD, pt=8.5, dpi=220, width_mm=100, justified=False),
        [(d.fade, 90, 200), (d.blur, 1.0), (d.noise, 14), (d.jpeg, 35)],
        seed=303,
    ),
    "sport": Article(
        Style(SANS, SANS_BOLD, pt=8.5, dpi=220, width_mm=84),
        [(d.rotate, -0.5), (d.blur, 1.0), (d.noise, 20), (d.threshold, 150)],
        seed=404,
    ),
    "brief1910": Article(
        Style(FRAKTUR, pt=11, dpi=300, width_mm=110, indented=True, fraktur=True),
        [(d.wear, 12, 70), (d.blur, 1.0), (d.noise, 12), (d.jpeg, 50)],
        seed=505,
        models=("eng", "deu", "frk"),
    ),
    "tabelle": Article(
        Style(LIBERTINE, LIBERTINE_BOLD, pt=10, dpi=220, width_mm=130),
        [(d.rotate, 0.2), (d.blur, 0.9), (d.noise, 24), (d.jpeg, 40)],
        seed=606,
    ),
    "zeitung1860": Article(
        Style(FRAKTUR, pt=9.5, dpi=300, width_mm=72, indented=True, fraktur=True, undivided=("rieth",)),
        [(d.wear, 8, 80), (d.rotate, 0.2), (d.blur, 1.1), (d.noise, 18), (d.threshold, 170)],
        seed=707,
        models=("eng", "deu", "frk"),
    ),
    "fremdsprachen": Article(
        Style(SERIF, SERIF_BOLD, pt=10, dpi=200, width_mm=135),
        [(d.blur, 0.9), (d.noise, 24), (d.jpeg, 35)],
        seed=808,
    ),
    "zweispaltig": Article(
        Style(LIBERTINE, LIBERTINE_BOLD, pt=9, dpi=250, width_mm=70, columns=2, column_lines=22),
        [(d.blur, 1.3), (d.noise, 34), (d.jpeg, 30)],
        seed=909,
    ),
}
