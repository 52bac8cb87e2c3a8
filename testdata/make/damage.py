"""Damage as scanners and copiers do it. Same seed, same image."""

import io

import numpy as np
from PIL import Image, ImageFilter


def rotate(page, rng, degrees):
    """Lay the page askew on the glass."""
    return page.rotate(degrees, resample=Image.BICUBIC, fillcolor=255)


def blur(page, rng, sigma):
    """Gaussian blur; sigma in pixels."""
    return page.filter(ImageFilter.GaussianBlur(sigma))


def noise(page, rng, sigma):
    """Gaussian noise; sigma in grey levels."""
    grey = np.asarray(page, dtype=np.float64)
    grey = grey + rng.normal(0, sigma, grey.shape)
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def fade(page, rng, black, white):
    """Ink of grey level black on paper of grey level white."""
    return page.point([round(black + (white - black) * v / 255) for v in range(256)])


def specks(page, rng, share):
    """Specks of dust and pinholes in the ink: a share of the pixels turned over, then smeared a little."""
    grey = np.array(page)
    hit = rng.random(grey.shape) < share
    grey[hit] = 255 - grey[hit]
    return Image.fromarray(grey).filter(ImageFilter.GaussianBlur(0.6))


def wear(page, rng, sigma, depth):
    """Uneven inking: a cloudy field (sigma in pixels) lightens the ink by up to depth grey levels."""
    field = Image.fromarray((rng.random((page.height, page.width)) * 255).astype(np.uint8))
    field = np.asarray(field.filter(ImageFilter.GaussianBlur(sigma)), dtype=np.float64)
    field = (field - field.min()) / max(field.max() - field.min(), 1)
    grey = np.asarray(page, dtype=np.float64) + field * depth
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def threshold(page, rng, level):
    """Black and white, as a fax or a bitonal scan."""
    return page.point(lambda v: 255 if v > level else 0)


def jpeg(page, rng, quality):
    """Through a JPEG file and back."""
    file = io.BytesIO()
    page.save(file, "JPEG", quality=quality)
    file.seek(0)
    return Image.open(file).convert("L")


def apply(page, steps, seed):
    """Run steps, each (function, argument, ...), over a page image."""
    rng = np.random.default_rng(seed)
    for step, *arguments in steps:
        page = step(page, rng, *arguments)
    return page
