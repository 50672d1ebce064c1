/** A PDF of one page that shows a JPEG at a number of dots an inch, as scanners make them. */
export function pdfOf(jpeg: Uint8Array, { width, height }: { readonly width: number; readonly height: number }, dpi: number): Uint8Array {
  const [wide, high] = [width, height].map((pixels) => ((pixels / dpi) * 72).toFixed(2));
  const show = `q ${wide} 0 0 ${high} 0 0 cm /Im0 Do Q`;
  const pieces: (string | Uint8Array)[] = ['%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n'];
  const starts: number[] = [];
  const add = (...parts: readonly (string | Uint8Array)[]) => {
    starts.push(pieces.reduce((sum, piece) => sum + piece.length, 0));
    pieces.push(`${starts.length} 0 obj\n`, ...parts, '\nendobj\n');
  };
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R >> >> >>`);
  add(`<< /Length ${show.length} >>\nstream\n${show}\nendstream`);
  add(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`, jpeg, '\nendstream');
  const table = pieces.reduce((sum, piece) => sum + piece.length, 0);
  pieces.push(`xref\n0 6\n0000000000 65535 f \n${starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return joined(pieces);
}

/** One letter is one byte. */
function joined(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') for (let letter = 0; letter < piece.length; letter += 1) out[at + letter] = piece.charCodeAt(letter);
    else out.set(piece, at);
    at += piece.length;
  }
  return out;
}
