import { describe, expect, it } from 'vitest';
import { filesIn } from '../../../renderer/capture/sources.ts';

describe('what is pasted', () => {
  const picture = new File([new Uint8Array([1])], 'image.png');
  const transfer = (types: readonly string[], files: readonly File[]) => ({ types, files: files as unknown as FileList });

  it('is a file when it holds one', () => {
    expect(filesIn(transfer(['Files'], [picture]))).toEqual([picture]);
    expect(filesIn(null)).toEqual([]);
  });

  it('stays text in a field when it is text that brings its own picture', () => {
    expect(filesIn(transfer(['text/plain', 'Files'], [picture]), true)).toEqual([]);
    expect(filesIn(transfer(['Files'], [picture]), true)).toEqual([picture]);
  });
});
