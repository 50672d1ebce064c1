import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

const YEAR_MS = 365 * 86_400_000;

/** A certificate for 127.0.0.1 and the file that lets a client trust it. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Path of the authority's PEM file, fit for `NODE_EXTRA_CA_CERTS`. */
  readonly caFile: string;
  /** Removes the file. */
  remove(): void;
}

/** Makes a throw-away authority and a certificate signed by it; the authority's key is forgotten at once. */
export async function createCertificate(): Promise<Certificate> {
  const until = new Date(Date.now() + YEAR_MS);
  const authority = await generate([{ name: 'commonName', value: 'Bursar sandbox authority' }], {
    keyType: 'ec', algorithm: 'sha256', notAfterDate: until,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec', algorithm: 'sha256', notAfterDate: until,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }, { type: 2, value: 'localhost' }] },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'bursar-sandbox-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, authority.cert, { mode: 0o644 });
  return { key: server.private, cert: server.cert, caFile, remove: () => { rmSync(folder, { recursive: true, force: true }); } };
}
