const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A real PDF whose pages carry their number and some lines. */
export function samplePdf(pages: number, title = 'Statement'): Uint8Array<ArrayBuffer> {
  const kids = Array.from({ length: pages }, (_, index) => 4 + index * 2);
  const content = (page: number) => `BT /F1 28 Tf 56 740 Td (${title}, page ${page}) Tj /F1 12 Tf 0 -40 Td (Thea Ines Marlowe) Tj 0 -18 Td (12 Anyder Quay, AM 2049 Amaurot) Tj ET 0.8 0.8 0.78 rg 56 420 480 220 re f`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${pages} >>`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...kids.flatMap((kid, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${kid + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content(index + 1).length} >>\nstream\n${content(index + 1)}\nendstream`,
    ]),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return ascii(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`);
}

/** The beginning of a PDF that asks for a password. */
export function lockedPdf(): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder('latin1').decode(samplePdf(1));
  const key = '<'.concat('ab'.repeat(32), '>');
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >> /ID [${key} ${key}]`;
  return ascii(text.replace('/Root 1 0 R', `/Root 1 0 R ${encrypt}`));
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function big(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = joined([ascii(type), data]);
  return joined([big(data.length), named, big(crc(named))]);
}

/** Bytes as a zlib stream that stores them as they are. */
function stored(bytes: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  for (let at = 0; at < bytes.length; at += 65535) {
    const part = bytes.subarray(at, at + 65535);
    const last = at + 65535 >= bytes.length ? 1 : 0;
    blocks.push(Uint8Array.of(last, part.length & 0xff, part.length >> 8, ~part.length & 0xff, (~part.length >> 8) & 0xff), part);
  }
  return joined([...blocks, big(((b << 16) | a) >>> 0)]);
}

/** A real PNG that looks like the page of a passport: a photo, lines of text, two code lines. Grey only. */
export function samplePng(width = 640, height = 440): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (width + 1));
  const boxes: readonly (readonly [number, number, number, number, number])[] = [
    [0.05, 0.16, 0.27, 0.6, 120], [0.11, 0.24, 0.1, 0.2, 210], [0.09, 0.48, 0.19, 0.28, 70], [0.38, 0.18, 0.3, 0.035, 60], [0.38, 0.28, 0.24, 0.035, 60],
    [0.38, 0.38, 0.34, 0.035, 60], [0.38, 0.48, 0.18, 0.035, 60], [0.38, 0.58, 0.26, 0.035, 60], [0.05, 0.84, 0.9, 0.035, 40], [0.05, 0.91, 0.9, 0.035, 40],
  ];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inside = boxes.findLast(([left, top, wide, high]) => x >= left * width && x < (left + wide) * width && y >= top * height && y < (top + high) * height);
      rows[y * (width + 1) + 1 + x] = inside ? inside[4] : 232;
    }
  }
  const head = joined([big(width), big(height), Uint8Array.of(8, 0, 0, 0, 0)]);
  return joined([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), chunk('IHDR', head), chunk('IDAT', stored(rows)), chunk('IEND', new Uint8Array())]);
}
