import { describe, expect, it } from 'vitest';
import { senderComplaint, type Sender } from '../../../main/ipc/sender.ts';

const known = (id: number) => id === 7;
const event = (frame: Partial<{ url: string; parent: unknown }> | null, id = 7) =>
  ({ senderFrame: frame && { url: 'app://bursar/index.html', parent: null, ...frame }, sender: { id } }) as unknown as Sender;

describe('the sender check', () => {
  it('lets the main frame of a known window of ours ask', () => {
    expect(senderComplaint(event({}), known)).toBeNull();
  });

  it('refuses a frame that is gone', () => {
    expect(senderComplaint(event(null), known)).toBe('the frame is gone');
  });

  it('refuses a sub-frame, even of our own origin', () => {
    expect(senderComplaint(event({ parent: {} }), known)).toBe('a sub-frame asked');
  });

  it.each(['https://bursar/', 'app://bursar.evil/', 'app://evil/?app://bursar', 'file:///app://bursar', 'about:blank', '', 'app:bursar'])(
    'refuses the address %s',
    (url) => {
      expect(senderComplaint(event({ url }), known)).toBe('another origin asked');
    },
  );

  it('refuses a window it does not know', () => {
    expect(senderComplaint(event({}, 8), known)).toBe('an unknown window asked');
  });
});
