import { describe, expect, it } from 'vitest';
import { createKeyHolder } from '../../../main/vault/key-holder.ts';

const filled = (): Buffer => Buffer.alloc(32, 7);

describe('the key holder', () => {
  it('lends the key while it holds one', async () => {
    const holder = createKeyHolder();
    expect(await holder.lend(() => 1)).toBeUndefined();
    holder.put(filled());
    expect(await holder.lend((key) => key[0])).toEqual({ value: 7 });
  });

  it('wipes the bytes when the key is dropped', async () => {
    const holder = createKeyHolder();
    const key = filled();
    holder.put(key);
    await holder.drop();
    expect(key.equals(Buffer.alloc(32))).toBe(true);
    expect(holder.held()).toBe(false);
    expect(await holder.lend(() => 1)).toBeUndefined();
  });

  it('keeps the bytes whole for a use in flight, lends no more, and wipes them when it has ended', async () => {
    const holder = createKeyHolder();
    const key = filled();
    holder.put(key);
    let finish: () => void = () => undefined;
    const use = holder.lend(async (lent) => {
      await new Promise<void>((resolve) => { finish = resolve; });
      return lent[31];
    });
    let wiped = false;
    const dropped = holder.drop().then(() => { wiped = true; });
    expect(holder.held()).toBe(false);
    expect(await holder.lend(() => 1)).toBeUndefined();
    expect(wiped).toBe(false);
    finish();
    expect(await use).toEqual({ value: 7 });
    await dropped;
    expect(key.equals(Buffer.alloc(32))).toBe(true);
  });

  it('wipes the bytes also when a use fails', async () => {
    const holder = createKeyHolder();
    const key = filled();
    holder.put(key);
    let stop: (error: Error) => void = () => undefined;
    const use = holder.lend(() => new Promise((_resolve, reject) => { stop = reject; }));
    const dropped = holder.drop();
    stop(new Error('broken'));
    await expect(use).rejects.toThrow('broken');
    await dropped;
    expect(key.equals(Buffer.alloc(32))).toBe(true);
  });

  it('wipes the old key when a new one is put in', () => {
    const holder = createKeyHolder();
    const old = filled();
    holder.put(old);
    holder.put(Buffer.alloc(32, 9));
    expect(old.equals(Buffer.alloc(32))).toBe(true);
    expect(holder.held()).toBe(true);
  });
});
