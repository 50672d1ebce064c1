"""Draws one line of a machine-readable zone the way cameras and scanners see it, cut out to 32 px height."""
import os
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from zones import ALPHABET, zone

FONTS = '/usr/share/fonts/'
OCR_B = ['opentype/ocr-b/OCRB.otf', 'opentype/ocr-b/OCRBS.otf', 'opentype/ocr-b/OCRBL.otf']
MONO = '''truetype/liberation/LiberationMono-Regular.ttf truetype/liberation/LiberationMono-Bold.ttf truetype/dejavu/DejaVuSansMono.ttf
truetype/dejavu/DejaVuSansMono-Bold.ttf truetype/freefont/FreeMono.ttf truetype/freefont/FreeMonoBold.ttf truetype/hack/Hack-Regular.ttf
truetype/hack/Hack-Bold.ttf truetype/inconsolata/Inconsolata.otf truetype/XX
truetype/firacode/FiraCode-Regular.ttf truetype/firacode/FiraCode-SemiBold.ttf truetype/croscore/Cousine-Regular.ttf truetype/croscore/Cousine-Bold.ttf
truetype/jetbrains-mono/JetBrainsMono-Regular.ttf truetype/jetbrains-mono/JetBrainsMono-Light.ttf truetype/jetbrains-mono/JetBrainsMono-Bold.ttf
truetype/noto/NotoMono-Regular.ttf truetype/noto/NotoSansMono-Bold.ttf opentype/urw-base35/NimbusMonoPS-Bold.otf truetype/ocr-a/OCRA.ttf'''.split()
SANS = '''truetype/liberation/LiberationSans-Regular.ttf truetype/liberation/LiberationSans-Bold.ttf truetype/dejavu/DejaVuSans.ttf
truetype/dejavu/DejaVuSansCondensed.ttf truetype/freefont/FreeSans.ttf opentype/urw-base35/NimbusSans-Regular.otf
truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf truetype/roboto/unhinted/RobotoTTF/Roboto-Medium.ttf'''.split()
CAP = 40
glyphs = {}


def there(paths):
    return [path for path in paths if os.path.exists(FONTS + path)]


OCR_B, MONO, SANS = there(OCR_B), there(MONO), there(SANS)


def sheet(path):
    """Each sign of a font with capitals of CAP px: (ink 0..1, advance), all of one height and base line."""
    if path not in glyphs:
        trial = ImageFont.truetype(FONTS + path, 100)
        box = trial.getbbox('H')
        font = ImageFont.truetype(FONTS + path, round(100 * CAP / (box[3] - box[1])))
        top = font.getbbox('H')[1]
        glyphs[path] = {}
        for sign in ALPHABET:
            advance = font.getlength(sign)
            image = Image.new('L', (round(advance) + 16, CAP + 24), 0)
            ImageDraw.Draw(image).text((8, 12 - top), sign, fill=255, font=font)
            glyphs[path][sign] = (np.asarray(image, np.float32) / 255, advance)
    return glyphs[path]


def typeset(random, lines, path):
    """Ink of all lines on one sheet, with the base lines' pitch and the place of the first sign's cell."""
    signs = sheet(path)
    natural = signs['0'][1]
    mono = path not in SANS or random.random() < 0.6
    pitch = max(natural, CAP * (1.06 if path in OCR_B else 0.8)) * random.uniform(0.94, 1.12) if path in OCR_B else \
        max(natural * random.uniform(0.95, 1.2), CAP * random.uniform(0.72, 1.1))
    lead = CAP * random.uniform(1.5, 2.1)
    edge = 60
    longest = max(len(line) for line in lines)
    ink = np.zeros((int(lead * (len(lines) - 1)) + CAP + 2 * edge, int(longest * max(pitch, natural * 1.5)) + 2 * edge), np.float32)
    ends = []
    for row, line in enumerate(lines):
        x, y = float(edge), int(edge + row * lead) - 12
        for sign in line:
            image, advance = signs[sign]
            step = pitch if mono else max(advance * pitch / natural, 0.5 * CAP)
            left = int(round(x + (step - advance) / 2)) - 8
            area = ink[y:y + image.shape[0], left:left + image.shape[1]]
            np.maximum(area, image[:area.shape[0], :area.shape[1]], out=area)
            x += step
        ends.append(x)
    return ink, edge, lead, ends


def pattern(random, height, width):
    """Background: tint, waves of a guilloche, and perhaps the edge of something darker."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    light = np.full((height, width), random.uniform(150, 250), np.float32)
    for _ in range(random.integers(0, 4)):
        length, tilt = random.uniform(4, 60), random.uniform(-2, 2)
        wave = np.sin((x + tilt * y + random.uniform(1, 12) * np.sin(x / random.uniform(10, 90))) * 2 * np.pi / length)
        light += random.uniform(1, 18) * (wave if random.random() < 0.5 else (wave > random.uniform(0, 0.95)) * -1.0)
    if random.random() < 0.5:
        light *= 1 + (x / width - 0.5) * random.uniform(-0.7, 0.7) + (y / height - 0.5) * random.uniform(-0.3, 0.3)
    if random.random() < 0.15:
        side = random.uniform(0, width)
        light *= np.where((x - side + y * random.uniform(-1, 1)) * random.choice([-1, 1]) > 0, 1, random.uniform(0.45, 0.9))
    return light


def bend(random, ink, row, edge, lead, ends, cap):
    """The row's cut-out seen askew, with capitals of `cap` px in the picture."""
    scale = cap / CAP
    ratio = random.uniform(0.44, 0.72)
    height, middle = cap / ratio, edge + row * lead + CAP / 2 + random.normal(0, 0.07) * CAP
    before, after = random.uniform(-0.05, 1.2) * CAP, random.uniform(-0.05, 1.2) * CAP
    left, right = edge - before, ends[row] + after
    stretch = random.uniform(0.85, 1.18)
    width = int((right - left) * scale * stretch)
    y, x = np.mgrid[0:int(height), 0:width].astype(np.float32)
    slope, shear = random.normal(0, 0.0016) * CAP / 40, random.normal(0, 0.07)
    arch, phase = random.normal(0, 0.05) * CAP, random.uniform(0, 6.3)
    u = x / width - 0.5
    zoom = 1 + u * random.normal(0, 0.06)
    rise = slope * (x - width / 2) / scale / stretch + arch * np.sin(u * random.uniform(1, 5) + phase)
    away = (y - height / 2) / scale * zoom
    mapx = left + x / (scale * stretch) * (1 + u * 0) + away * shear + u * u * random.normal(0, 0.15) * CAP
    mapy = middle + away + rise - np.float32(rise.mean() * 0.8)
    smooth = ink if scale > 0.6 else cv2.GaussianBlur(ink, (0, 0), 0.42 / scale)
    return cv2.remap(smooth, mapx.astype(np.float32), mapy.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)


def blur(random, picture, cap):
    hard = random.random() ** 2
    if random.random() < 0.6:
        picture = cv2.GaussianBlur(picture, (0, 0), 0.15 + hard * cap * 0.13)
    if random.random() < 0.25:
        size = 3 + 2 * int(hard * cap * 0.14)
        kernel = np.zeros((size, size), np.float32)
        angle = random.uniform(0, np.pi)
        end = (np.cos(angle) * size / 2, np.sin(angle) * size / 2)
        centre = size // 2
        cv2.line(kernel, (round(centre - end[0]), round(centre - end[1])), (round(centre + end[0]), round(centre + end[1])), 1)
        picture = cv2.filter2D(picture, -1, kernel / kernel.sum())
    if random.random() < 0.12:
        size = max(1, int(hard * cap * 0.14))
        disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * size + 1, 2 * size + 1)).astype(np.float32)
        picture = cv2.filter2D(picture, -1, disc / disc.sum())
    return picture


def light(random, picture):
    height, width = picture.shape
    if random.random() < 0.2:
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        far = ((x - random.uniform(0, width)) / (height * random.uniform(0.8, 6))) ** 2 + ((y - random.uniform(0, height)) / (height * random.uniform(0.5, 2))) ** 2
        picture = picture + random.uniform(20, 140) * np.exp(-far * random.uniform(0.5, 3))
    if random.random() < 0.3:
        picture = 255 * np.clip(picture / 255, 0, 1) ** random.uniform(0.55, 1.7)
    if random.random() < 0.6:
        noise = random.normal(0, random.uniform(1, 14), picture.shape)
        picture = picture + (noise if random.random() < 0.6 else cv2.GaussianBlur(noise, (0, 0), random.uniform(0.5, 1.2)))
    return np.clip(picture, 0, 255).astype(np.uint8)


def degrade(random, ink, cap):
    height, width = ink.shape
    if random.random() < 0.25:
        size = 2 if cap < 22 else 3
        ink = cv2.dilate(ink, np.ones((size, size))) if random.random() < 0.5 else cv2.erode(ink, np.ones((2, 2))) * 0.7 + ink * 0.3
    paper = pattern(random, height, width)
    dark = random.uniform(5, 95)
    if random.random() < 0.12:
        dark += random.uniform(20, 60)
    picture = paper * (1 - ink) + np.minimum(paper * 0.9, dark) * ink
    picture = light(random, blur(random, picture, cap))
    if random.random() < 0.5:
        quality = int(random.uniform(25, 95))
        picture = cv2.imdecode(cv2.imencode('.jpg', picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE)
    if random.random() < 0.08:
        picture = cv2.addWeighted(picture, 1.8, cv2.GaussianBlur(picture, (0, 0), 1.2), -0.8, 0)
    return picture


def line(random):
    """(32 px high grey picture, its text)."""
    kind = random.random()
    path = OCR_B[0] if kind < 0.4 else OCR_B[random.integers(len(OCR_B))] if kind < 0.5 else \
        MONO[random.integers(len(MONO))] if kind < 0.9 else SANS[random.integers(len(SANS))]
    lines = zone(random)
    row = int(random.integers(len(lines)))
    ink, edge, lead, ends = typeset(random, lines, path)
    cap = random.uniform(9, 16) if random.random() < 0.45 else random.uniform(14, 34)
    picture = degrade(random, bend(random, ink, row, edge, lead, ends, cap), cap)
    width = max(160, min(1100, round(picture.shape[1] * 32 / picture.shape[0])))
    way = cv2.INTER_AREA if picture.shape[0] > 40 else cv2.INTER_LINEAR
    return cv2.resize(picture, (width, 32), interpolation=way), lines[row]
