import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { documentLimits, readDocument } from '../../../../../main/sandbox/kira/payouts/documents.ts';
import { documentUri, papers } from './papers.ts';

describe('a supporting document', () => {
  it.each(Object.entries(papers))('of type %s is kept as facts about its bytes', (mime, bytes) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(readDocument('invoice', documentUri(mime, bytes), 'June')).toEqual({ type: 'invoice', mime, size: bytes.length, sha256, description: 'June' });
  });

  it.each([
    ['an address', 'https://files.test/invoice.pdf', /data URI/],
    ['a data URI that is not base64', 'data:application/pdf,%25PDF-1.4', /data URI/],
    ['broken base64', 'data:application/pdf;base64,JVBERi0xLj*=', /base64/],
    ['base64 cut short', 'data:application/pdf;base64,JVBER', /base64/],
    ['nothing', 'data:application/pdf;base64,', /base64/],
    ['another type', documentUri('image/gif', Buffer.from('GIF89a')), /image\/gif is not supported/],
  ])('that is %s is refused', (_what, uri, why) => { expect(readDocument('other', uri, null)).toMatch(why); });

  it.each(Object.keys(papers))('trap 22: that says %s and holds something else is refused', (mime) => {
    expect(readDocument('invoice', documentUri(mime, Buffer.from('MZ, not a paper at all')), null)).toMatch(/does not match/);
  });

  it('trap 21: may have three megabytes before encoding, and not one byte more', () => {
    const pdf = (size: number): string => documentUri('application/pdf', Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(size - 8)]));
    expect(readDocument('invoice', pdf(documentLimits.bytes), null)).toMatchObject({ size: documentLimits.bytes });
    expect(readDocument('invoice', pdf(documentLimits.bytes + 1), null)).toMatch(/3 MB/);
  });
});
