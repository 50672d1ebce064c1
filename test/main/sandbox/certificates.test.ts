import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createCertificate, type Certificate } from '../../../main/sandbox/certificates.ts';

async function made(): Promise<Certificate> {
  const certificate = await createCertificate();
  onTestFinished(() => { certificate.remove(); });
  return certificate;
}

test('is for this machine alone, no authority itself, and signed by the one in the file', async () => {
  const { cert, caFile } = await made();
  const [server, authority] = [new X509Certificate(cert), new X509Certificate(readFileSync(caFile))];
  expect([server.checkIP('127.0.0.1'), server.checkHost('localhost'), server.checkHost('example.com')]).toEqual(['127.0.0.1', 'localhost', undefined]);
  expect([server.ca, authority.ca]).toEqual([false, true]);
  expect(server.verify(authority.publicKey)).toBe(true);
  expect(readFileSync(caFile, 'utf8')).not.toContain('PRIVATE');
});

test('lets a client that trusts the file in, and no other', async () => {
  const { key, cert, caFile } = await made();
  const server = createServer({ key, cert });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => { server.close(); });
  const { port } = server.address() as AddressInfo;
  const attempt = (ca: Buffer | undefined): Promise<string> => new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', ...(ca ? { ca } : {}) }, () => { socket.destroy(); resolve('trusted'); });
    socket.on('error', () => { resolve('refused'); });
  });
  expect([await attempt(readFileSync(caFile)), await attempt(undefined)]).toEqual(['trusted', 'refused']);
});

test('is another every time, and its file goes when told', async () => {
  const [one, two] = [await made(), await made()];
  expect(one.cert).not.toBe(two.cert);
  one.remove();
  expect([existsSync(one.caFile), existsSync(two.caFile)]).toEqual([false, true]);
});
