import type { ServerResponse } from 'node:http';
import { drained } from './drained.ts';
import type { Switches } from './switches.ts';

const bomb = `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index || ''};`.repeat(10)}">`).join('')}]>`;

/** Answers that no scanner should give for its capabilities. */
export async function oddCapabilities(kind: Exclude<Switches['capabilities'], 'usual'>, usual: string, response: ServerResponse): Promise<void> {
  switch (kind) {
    case 'silent': return;
    case 'locked': return void response.writeHead(401).end();
    case 'busy': return void response.writeHead(503).end();
    case 'nothing': return void response.writeHead(200).end();
    case 'html': return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!DOCTYPE html><html><body>Printer</body></html>');
    case 'garbage': return void response.writeHead(200).end(Buffer.from([0, 255, 60, 60, 0, 62, 254, 128]));
    case 'dtd': return void response.writeHead(200).end(`${bomb}${usual.replace('Bursar Specimen 1', '&a12;')}`);
    case 'deep': return void response.writeHead(200).end('<a>'.repeat(100_000));
    case 'no-formats': return void response.writeHead(200).end(usual.replaceAll(/image\/jpeg|application\/pdf/g, 'image/x-strange'));
    case 'oversize': return void response.writeHead(200).end(usual.replace('<pwg:SerialNumber>', `<!--${' '.repeat(2 * 1024 * 1024)}--><pwg:SerialNumber>`));
    case 'endless': return endless(response);
  }
}

async function endless(response: ServerResponse): Promise<void> {
  response.writeHead(200).write('<scan:ScannerCapabilities>');
  const piece = '<x/>'.repeat(10_000);
  while (!response.destroyed) if (!response.write(piece)) await drained(response);
}
