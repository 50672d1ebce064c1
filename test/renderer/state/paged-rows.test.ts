import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../preload/contract/result.ts';
import { makePagedRows } from '../../../renderer/state/paged-rows.ts';

/** A list of numbers behind cursors, as main serves it. */
function numbers(total: number) {
  const list = { from: 0, total };
  const read = vi.fn(async (cursor: string | null, limit: number) => {
    const start = Number(cursor ?? 0);
    const rows = Array.from({ length: Math.max(0, Math.min(limit, list.total - start)) }, (_, index) => list.from + start + index);
    return ok({ rows, next: start + limit < list.total ? String(start + limit) : null });
  });
  return { list, read };
}

describe('a long list in pages', () => {
  it('shows a screen of rows first, then reads only the page that is looked at', async () => {
    const { read } = numbers(100_000);
    const rows = makePagedRows(read);
    rows.need(0, 20);
    await vi.waitFor(() => expect(rows.rowAt(59)).toBe(59));
    await vi.waitFor(() => expect(rows.rowAt(499)).toBe(499));
    expect(rows.rowAt(500)).toBeUndefined();
    expect(read.mock.calls.map(([, limit]) => limit)).toEqual([60, 500]);
  });

  it('rests after the first look, and reads nothing behind it when the search has moved on meanwhile', async () => {
    const { read } = numbers(100_000);
    let wake: () => void = () => undefined;
    const rows = makePagedRows(read, 500, () => new Promise<void>((done) => { wake = done; }));
    rows.need(0, 20);
    await vi.waitFor(() => expect(rows.rowAt(59)).toBe(59));
    expect(read).toHaveBeenCalledTimes(1);
    rows.stop();
    wake();
    await Promise.resolve();
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('needs no second look when the first saw everything', async () => {
    const { read } = numbers(12);
    const rows = makePagedRows(read);
    rows.need(0, 20);
    await vi.waitFor(() => expect(rows.rowAt(11)).toBe(11));
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('gets to the far end and lets go of what lies between', async () => {
    const { read } = numbers(100_000);
    const rows = makePagedRows(read);
    rows.need(99_980, 99_999);
    await vi.waitFor(() => expect(rows.rowAt(99_999)).toBe(99_999));
    expect(rows.store.getState().pages.size).toBeLessThanOrEqual(8);
    rows.need(0, 20);
    await vi.waitFor(() => expect(rows.rowAt(0)).toBe(0));
  });

  it('goes straight to a place whose start is known', async () => {
    const { read } = numbers(20_000);
    const rows = makePagedRows(read);
    rows.need(19_000, 19_020);
    await vi.waitFor(() => expect(rows.rowAt(19_000)).toBe(19_000));
    const before = read.mock.calls.length;
    rows.need(2_000, 2_020);
    await vi.waitFor(() => expect(rows.rowAt(2_000)).toBe(2_000));
    expect(read.mock.calls.length - before).toBe(1);
  });

  it('keeps the old rows until the new ones come, and drops those past a nearer end', async () => {
    const { list, read } = numbers(1_200);
    const rows = makePagedRows(read);
    rows.need(0, 1_199);
    await vi.waitFor(() => expect(rows.rowAt(1_199)).toBe(1_199));
    list.from = 7;
    list.total = 600;
    rows.refresh();
    expect(rows.rowAt(0)).toBe(0);
    await vi.waitFor(() => expect(rows.rowAt(599)).toBe(606));
    expect(rows.rowAt(1_199)).toBeUndefined();
  });

  it('says what went wrong and reads again when asked', async () => {
    const { read } = numbers(10);
    read.mockResolvedValueOnce(fail({ code: 'storage', message: 'The vault can’t be read.' }) as never);
    const rows = makePagedRows(read);
    rows.need(0, 5);
    await vi.waitFor(() => expect(rows.store.getState().problem?.code).toBe('storage'));
    rows.refresh();
    await vi.waitFor(() => expect(rows.rowAt(3)).toBe(3));
    expect(rows.store.getState().problem).toBeNull();
  });

  it('tells an empty list from one not read yet', async () => {
    const { read } = numbers(0);
    const rows = makePagedRows(read);
    expect(rows.store.getState().loaded).toBe(false);
    rows.need(0, 20);
    await vi.waitFor(() => expect(rows.store.getState().loaded).toBe(true));
  });
});
