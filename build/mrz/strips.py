"""Draws the few lines that the tests keep (test/renderer/capture/mrz/strips.bin): lines of chance, and two whole zones as a scanner sees them.

Same packages as train.py. Layout, gzipped: number of lines (1 byte), then for each line its width (2 bytes, little-endian), the length of its text
(1 byte), the text, and 32 rows of pixels, two in a byte, 16 shades from black to white, the left one in the upper half.
"""
import gzip
import os
import struct
import sys

import cv2
import numpy as np

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import draw  # noqa: E402
from zones import card, passport  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
PITCH = 19  # px a sign: lines a sixth of an inch apart are 32 px apart then


def clean(line):
    """A line without any fault, in OCR-B."""
    signs = draw.sheet(draw.OCR_B[0])
    scale = PITCH / (draw.CAP * 1.06)
    ink = np.zeros((int(32 / scale), int(len(line) * PITCH / scale) + 40), np.float32)
    for place, sign in enumerate(line):
        image, advance = signs[sign]
        left = int(20 + (place + 0.5) * PITCH / scale - advance / 2) - 8
        top = (ink.shape[0] - image.shape[0]) // 2
        area = ink[max(0, top):max(0, top) + image.shape[0], left:left + image.shape[1]]
        np.maximum(area, image[max(0, -top):max(0, -top) + area.shape[0], :area.shape[1]], out=area)
    width = int(ink.shape[1] * scale) // 4 * 4
    return 225 - 190 * cv2.resize(ink, (width, 32), interpolation=cv2.INTER_AREA), line


def packed(picture, text):
    height, width = picture.shape
    shades = (np.clip(picture, 0, 255).astype(np.uint8) >> 4).reshape(height, width // 2, 2)
    return struct.pack('<HB', width, len(text)) + text.encode() + (shades[:, :, 0] << 4 | shades[:, :, 1]).astype(np.uint8).tobytes()


def main():
    lines = []
    seed = 0
    while len(lines) < 14:
        picture, text = draw.line(np.random.default_rng([4242, seed]))
        seed += 1
        if picture.std() > 25:
            lines.append((picture[:, :picture.shape[1] // 4 * 4], text))
    random = np.random.default_rng(9303)
    zone = next(z for z in iter(lambda: passport(random), None) if z[0][0] == 'P' and z[0].endswith('<<'))
    small = next(z for z in iter(lambda: card(random), None) if z[0][0] == 'A')
    lines += [clean(line) for line in zone + small]
    body = bytes([len(lines)]) + b''.join(packed(*line) for line in lines)
    with open(os.path.join(HERE, '../../test/renderer/capture/mrz/strips.bin'), 'wb') as file:
        file.write(gzip.compress(body, 9, mtime=0))


if __name__ == '__main__':
    main()
