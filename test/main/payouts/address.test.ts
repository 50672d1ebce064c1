import { describe, expect, it } from 'vitest';
import { codeOf, expectOk } from './desk.ts';
import { kiraDesk, readyKira, sentKira, type KiraDesk } from './kira/kira-desk.ts';

const hour = 3_600_000;
const copy = (test: KiraDesk, id: string) => test.desk().handlers['payouts.copyAddress']({ id });

async function copied(): Promise<{ readonly test: KiraDesk; readonly id: string; readonly address: string }> {
  const test = kiraDesk('crypto');
  const { id, deposit } = await sentKira(test);
  expectOk(await copy(test, id));
  return { test, id, address: deposit?.address ?? '' };
}

describe('copying a deposit address', () => {
  it('trap 20: puts it into the clipboard letter for letter and says until when it is watched', async () => {
    const test = kiraDesk('crypto');
    const { id, deposit } = await sentKira(test);
    expect(expectOk(await copy(test, id))).toEqual({ watchedUntil: test.time.clock() + 120_000 });
    expect(test.clipboard.text).toBe(deposit?.address);
  });

  it.each([['0x00000000000000000000000000000000000000B2', true], ['7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV', true], ['a shopping list', false]])('tells once when it holds %j instead', async (text, like) => {
    const { test, id } = await copied();
    await test.time.advance(3000);
    test.clipboard.text = text;
    await test.time.advance(60_000);
    expect(test.told).toEqual([{ payoutId: id, like }]);
  });

  it('says nothing while it stays, when it is emptied, and after two minutes', async () => {
    const { test, address } = await copied();
    await test.time.advance(60_000);
    expect(test.clipboard.text).toBe(address);
    test.clipboard.text = '';
    await test.time.advance(61_000);
    test.clipboard.text = 'something else';
    await test.time.advance(60_000);
    expect(test.told).toEqual([]);
  });

  it('watches the last copy only, and nothing while locked', async () => {
    const { test, id } = await copied();
    const second = await sentKira(test);
    expectOk(await copy(test, second.id));
    await test.time.advance(2000);
    expect(test.told).toEqual([]);
    test.desk().pause();
    test.clipboard.text = 'something else';
    await test.time.advance(10_000);
    expect(test.told).toEqual([]);
    expect(id).not.toBe(second.id);
  });

  it('is refused once the time is over, and before there is an address', async () => {
    const test = kiraDesk('crypto');
    test.kira.ahead = hour;
    const { id } = await sentKira(test);
    await test.time.advance(24 * hour);
    expect(codeOf(await copy(test, id))).toBe('deposit-expired');
    await test.time.advance(hour);
    expect(codeOf(await copy(test, id))).toBe('deposit-expired');
    expect(codeOf(await copy(test, (await readyKira(test)).id))).toBe('conflict');
    expect(codeOf(await copy(test, 'nobody'))).toBe('not-found');
    expect(test.clipboard.text).toBe('');
  });
});
