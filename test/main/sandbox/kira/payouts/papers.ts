/** The beginnings of a real file of each type that a supporting document may have. */
export const papers: Readonly<Record<string, Buffer>> = {
  'application/pdf': Buffer.from('%PDF-1.4\n%%EOF\n'),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
};

/** A document as it travels. */
export function documentUri(mime: string, bytes: Uint8Array): string {
  return `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** A whole small invoice as a payout takes it. */
export const invoice = { type: 'invoice', file: documentUri('application/pdf', papers['application/pdf'] ?? Buffer.alloc(0)) };
