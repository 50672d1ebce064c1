import { describe, expect, it, vi } from 'vitest';
import { readText } from '../../../main/providers/read-text.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

function replyOf(chunks: readonly Uint8Array[], cancelled?: () => void): Response {
  let next = 0;
  return new Response(new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks[next++];
      if (chunk) controller.enqueue(new Uint8Array(chunk));
      else controller.close();
    },
    ...(cancelled ? { cancel: cancelled } : {}),
  }, { highWaterMark: 0 }));
}

describe('reading a reply', () => {
  it('puts letters together that arrive in pieces', async () => {
    const bytes = Buffer.from('na\u00efve \u20a6 \u{1f4b8}');
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(await readText(replyOf(pieces), 1000)).toEqual(ok('na\u00efve \u20a6 \u{1f4b8}'));
  });

  it('is empty without a body, and says so when the last letter is cut off', async () => {
    expect(await readText(new Response(null, { status: 204 }), 10)).toEqual(ok(''));
    expect(await readText(replyOf([Buffer.from('ok\u20a6').subarray(0, 4)]), 10)).toEqual(ok('ok\ufffd'));
  });

  it('counts bytes, and takes exactly as many as allowed', async () => {
    expect(await readText(new Response('\u20a6\u20a6'), 6)).toEqual(ok('\u20a6\u20a6'));
    expect(await readText(new Response('\u20a6\u20a6'), 5)).toEqual(fail('too-large'));
  });

  it('stops a body without end and hangs up', async () => {
    const cancelled = vi.fn<() => void>();
    const endless = Array.from({ length: 1000 }, () => Buffer.alloc(10, 'x'));
    expect(await readText(replyOf(endless, cancelled), 25)).toEqual(fail('too-large'));
    expect(cancelled).toHaveBeenCalledTimes(1);
  });
});
