import type { Page } from 'playwright-core';

/** What stands on a specimen passport. Nobody real: the issuing state is Utopia. */
export type Specimen = { readonly surname: string; readonly given: string; readonly number: string; readonly born: string; readonly expires: string };

/** Draws a specimen passport page as a JPEG, in the page's own canvas. */
export async function passportPicture(page: Page, specimen: Specimen): Promise<Buffer> {
  const base64: string = await page.evaluate(async (person) => {
    const canvas = new OffscreenCanvas(1_200, 840);
    const draw = canvas.getContext('2d');
    if (!draw) throw new Error('No canvas');
    draw.fillStyle = '#e9e6ee';
    draw.fillRect(0, 0, 1_200, 840);
    draw.strokeStyle = '#d6d0e2';
    for (let y = 20; y < 840; y += 26) {
      draw.beginPath();
      for (let x = 0; x <= 1_200; x += 20) draw.lineTo(x, y + Math.sin((x + y) / 60) * 9);
      draw.stroke();
    }
    draw.fillStyle = '#c7d5da';
    draw.fillRect(60, 150, 280, 360);
    draw.fillStyle = '#8a6a5a';
    draw.beginPath();
    draw.arc(200, 290, 80, 0, 7);
    draw.fill();
    draw.fillRect(110, 390, 180, 120);
    draw.fillStyle = '#2a2440';
    draw.font = '600 46px sans-serif';
    draw.fillText('UTOPIA', 60, 80);
    draw.font = '22px sans-serif';
    draw.fillText('PASSPORT · SPECIMEN', 60, 116);
    const lines = [['Surname', person.surname], ['Given names', person.given], ['Passport No.', person.number], ['Date of birth', person.born], ['Date of expiry', person.expires]];
    lines.forEach(([label = '', value = ''], row) => {
      draw.font = '18px sans-serif';
      draw.fillText(label, 400, 180 + row * 76);
      draw.font = '600 30px sans-serif';
      draw.fillText(value.toUpperCase(), 400, 214 + row * 76);
    });
    draw.font = '34px monospace';
    draw.fillText(`P<UTO${person.surname}<<${person.given}`.toUpperCase().padEnd(44, '<').slice(0, 44), 60, 700);
    draw.fillText(`${person.number}<UTO`.padEnd(44, '<').slice(0, 44), 60, 760);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, specimen);
  return Buffer.from(base64, 'base64');
}

/** A PDF of so many empty pages, with correct offsets. */
export function plainPdf(pages: number): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${3 + index} 0 R`).join(' ');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>')];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
