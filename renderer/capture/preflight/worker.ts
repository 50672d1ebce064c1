import { fail, type Result } from '../../../preload/contract/result.ts';
import type { Tools } from '../decode/tools.ts';
import type { Trouble } from '../decode/trouble.ts';
import type { Answers, Ask, Message, Question } from './messages.ts';
import { createDesk } from './worker-desk.ts';

// The worker that untrusted files are decoded in. It answers one question at a time; whoever asks ends it when it doesn't.
const scope = globalThis as unknown as { postMessage: (message: Message, transfer?: Transferable[]) => void; addEventListener: (type: 'message', listener: (event: MessageEvent<Question>) => void) => void };
const desk = createDesk();

scope.addEventListener('message', ({ data }) => void answer(data));
scope.postMessage({ kind: 'ready' });

async function answer({ id, ask, bytes }: Question): Promise<void> {
  const result = await desk(ask, bytes, toolsFor(id)).catch(troubleOf);
  scope.postMessage({ kind: 'done', id, result }, result.ok ? transferOf(result.value) : []);
}

/** Something of ours failed, so nothing is wrong with the file. */
class OursFailed extends Error {}

function toolsFor(id: number): Tools {
  return {
    ours: async (work) => {
      scope.postMessage({ kind: 'clock', id, runs: false });
      try {
        return await work();
      } catch {
        throw new OursFailed();
      } finally {
        scope.postMessage({ kind: 'clock', id, runs: true });
      }
    },
  };
}

/** Decoders throw where bytes make no sense, and where memory ends. */
function troubleOf(error: unknown): Result<never, Trouble> {
  if (error instanceof OursFailed) return fail({ kind: 'tools' });
  return fail({ kind: error instanceof RangeError ? 'too-heavy' : 'damaged' });
}

/** Pictures and bytes are handed over, not copied. */
function transferOf(value: Answers[Ask['kind']]): Transferable[] {
  if (value instanceof ImageBitmap) return [value];
  if (value instanceof Uint8Array) return [value.buffer as ArrayBuffer];
  if (value && 'bytes' in value) return [value.bytes.buffer as ArrayBuffer];
  return value && 'thumb' in value ? [value.thumb.buffer as ArrayBuffer] : [];
}
