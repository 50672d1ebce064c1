import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { codeOf, decidedRequest, expectOk, get, openDesk, sentPayout, type TestDesk } from './desk.ts';
import { settle } from './fake-time.ts';

const minute = 60_000;
let test: TestDesk;
beforeEach(() => {
  test = openDesk();
  onTestFinished(test.close);
});

async function readyCopy(id: string): Promise<string> {
  const copy = expectOk(await test.desk().handlers['payouts.clone']({ id }));
  expectOk(await test.desk().handlers['payouts.ready']({ id: copy.id, revision: copy.revision }));
  expectOk(await test.desk().handlers['payouts.price']({ id: copy.id }));
  return copy.id;
}

async function release(id: string): Promise<string> {
  const code = codeOf(await test.desk().handlers['payouts.send'](await decidedRequest(test, await get(test, id))));
  await test.time.advance(5000);
  await settle();
  return code;
}

/** A payout that arrived, that a person was told never did, and that nobody finds yet. */
async function givenUp(): Promise<string> {
  test.provider.fates = ['lost-after'];
  test.provider.hiddenFor = 5 * minute;
  const { id } = await sentPayout(test);
  expectOk(await test.desk().handlers['payouts.recordAnswer']({ id, outcome: 'not-received', who: 'Ada', said: 'nothing here' }));
  return id;
}

describe('a copy of a payout that arrived after all', () => {
  it.each([0, 60 * minute])('is not sent, also when the clock was set back by %i ms before the first was found', async (back) => {
    const first = await givenUp();
    const copy = await readyCopy(first);
    const copyOfCopy = await readyCopy(copy);
    await test.time.advance(6 * minute);
    test.time.jump(-back);
    test.provider.hiddenFor = 0;
    for (const entry of test.provider.ledger.values()) Object.assign(entry, { visibleFrom: 0 });
    expectOk(await test.desk().handlers['payouts.check']({ id: first }));
    expect((await get(test, first)).state).toBe('processing');
    expect([await release(copy), await release(copyOfCopy)]).toEqual(['already-sent', 'already-sent']);
    expect(test.provider.ledger.size).toBe(1);
  });

  it('is another payout when it was copied after that was known, also when the clock was set back', async () => {
    const first = await givenUp();
    await test.time.advance(6 * minute);
    expectOk(await test.desk().handlers['payouts.check']({ id: first }));
    test.time.jump(-60 * minute);
    for (const entry of test.provider.ledger.values()) Object.assign(entry, { visibleFrom: 0 });
    expect(await release(await readyCopy(first))).toBe('ok');
    expect(test.provider.ledger.size).toBe(2);
  });
});
