import { generate } from 'selfsigned';

/** A server's key and certificate (PEM). */
type Pair = { readonly key: string; readonly cert: string };

/** What the lines prove themselves with: a pair that the app trusts through `authority`, and one for the same names that nobody vouches for. */
export type Papers = { readonly authority: string; readonly good: Pair; readonly bad: Pair };

/** Makes the papers for every name right under `domain`; the authority's key is forgotten at once. */
export async function createPapers(domain: string): Promise<Papers> {
  const authority = await generate([{ name: 'commonName', value: 'Bursar campaign authority' }], {
    keyType: 'ec', algorithm: 'sha256',
    extensions: [{ name: 'basicConstraints', cA: true, critical: true }, { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true }],
  });
  const server = (ca?: { key: string; cert: string }) => generate([{ name: 'commonName', value: `*.${domain}` }], {
    keyType: 'ec', algorithm: 'sha256', ...(ca ? { ca } : {}),
    extensions: [
      { name: 'basicConstraints', cA: false }, { name: 'keyUsage', digitalSignature: true, critical: true }, { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: `*.${domain}` }] },
    ],
  });
  const [good, bad] = await Promise.all([server({ key: authority.private, cert: authority.cert }), server()]);
  return { authority: authority.cert, good: { key: good.private, cert: good.cert }, bad: { key: bad.private, cert: bad.cert } };
}
