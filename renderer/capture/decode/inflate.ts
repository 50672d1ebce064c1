/** Bytes that go into the inflater at a time: one of them makes at most 1,032, so no more than 8 MB are ever held ahead of the reader. */
const step = 8_192;

/** Inflates zlib bytes piece by piece as they are asked for; ends early where they are damaged or nobody asks any more. */
export async function* inflated(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  let from = 0;
  const pieces = new ReadableStream<BufferSource>({
    pull: (controller) => {
      controller.enqueue(bytes.slice(from, from + step));
      from += step;
      if (from >= bytes.length) controller.close();
    },
  }, { highWaterMark: 0 });
  const reader = pieces.pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    // Damaged, or followed by something else; what came before it counts.
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
