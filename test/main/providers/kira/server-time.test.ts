import { describe, expect, it } from 'vitest';
import { onOurClock, parseTime, serverAhead } from '../../../../main/providers/kira/server-time.ts';

const dated = (at: number) => new Headers({ date: new Date(at).toUTCString() });
const now = Date.UTC(2026, 5, 1, 12, 0, 0);

describe('a moment', () => {
  it.each(['2026-05-28T00:54:16Z', '2026-05-28T00:54:16.000Z', '2026-05-28T02:54:16+02:00', '2026-05-28T00:54:16z'])('%s is read', (text) => {
    expect(parseTime(text)).toBe(Date.UTC(2026, 4, 28, 0, 54, 16));
  });
  it.each(['2026-05-28 00:54:16.464742+00', '2026-05-28 00:54:16.46474+00', '2026-05-28 00:54:16.464+0000'])('trap 16: %s of a recipient is read', (text) => {
    expect(parseTime(text)).toBe(Date.UTC(2026, 4, 28, 0, 54, 16, 464));
  });
  it.each(['', 'soon', '2026-05-28', '28/05/2026 00:54', '2026-13-45T00:00:00Z', null, undefined])('%j is none', (text) => {
    expect(parseTime(text)).toBeNull();
  });
});

describe('two clocks', () => {
  it('that differ by rounding are the same', () => {
    expect([serverAhead(dated(now - 1000), now + 900), serverAhead(new Headers(), now), serverAhead(new Headers({ date: 'x' }), now)]).toEqual([0, 0, 0]);
  });
  it('trap 19: that differ put the server\u2019s moments on ours', () => {
    const ours = now - 600_000;
    expect(onOurClock(now + 5000, dated(now), ours)).toBe(ours + 5000);
  });
});
