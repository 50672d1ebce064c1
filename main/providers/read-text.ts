import { fail, ok, type Result } from '../../preload/contract/result.ts';

/** Reads a reply as UTF-8 text while it arrives and stops at `maxBytes`, so that no server can fill the memory. */
export async function readText(response: Response, maxBytes: number): Promise<Result<string, 'too-large'>> {
  const reader = response.body?.getReader();
  if (!reader) return ok('');
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ok(parts.join('') + decoder.decode());
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return fail('too-large');
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
}
