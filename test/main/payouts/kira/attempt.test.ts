import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyLife } from '../../../../main/payouts/schedule.ts';
import { expectOk, codeOf } from '../desk.ts';
import { settle } from '../fake-time.ts';
import { fiatDraft, kiraDesk, leaveWith, mailedCode, openKiraDesk, pdf, readyKira, release, sentKira, shown, type KiraDesk } from './kira-desk.ts';

const minute = 60_000;
const wrong = '000000';

/** A payout whose code was refused once. */
async function codeRefused(test: KiraDesk, draft = fiatDraft): Promise<string> {
  const { id } = await readyKira(test, draft);
  await mailedCode(test, id);
  expect((await leaveWith(test, id, wrong)).state).toBe('ready');
  return id;
}

/** Releases it with a good code: a new one, or the one that is still good. */
async function again(test: KiraDesk, id: string): Promise<void> {
  await test.time.advance(minute);
  const code = await mailedCode(test, id);
  expect((await leaveWith(test, id, code)).state).toBe('accepted');
}

const keys = (test: KiraDesk) => test.kira.sends.map(({ key }) => key);

/** Opens a ready payout as a draft, changes it and makes it ready again. */
async function edited(test: KiraDesk, id: string, change: (id: string, revision: number) => Promise<unknown>): Promise<void> {
  const { handlers } = test.desk();
  const draft = expectOk(await handlers['payouts.change']({ id }));
  await change(id, draft.revision);
  const { revision } = await shown(test, id);
  expectOk(await handlers['payouts.ready']({ id, revision }));
  expectOk(await handlers['payouts.price']({ id }));
}

describe('the same intent after a refused code', () => {
  it('trap 5: goes with the same key and the same bytes, and is paid once', async () => {
    const test = kiraDesk();
    const id = await codeRefused(test);
    await again(test, id);
    const [first, second] = test.kira.sends;
    expect([second?.key, second?.body]).toEqual([first?.key, first?.body]);
    expect(test.kira.made).toHaveLength(1);
    expect((await shown(test, id)).sent).toMatchObject({ timesSent: 2, merchantReference: first?.key });
  });

  it('still does when it was opened and closed without a change', async () => {
    const test = kiraDesk();
    const id = await codeRefused(test);
    await edited(test, id, () => Promise.resolve());
    await again(test, id);
    expect(new Set(keys(test)).size).toBe(1);
  });

  it.each<[string, (test: KiraDesk, id: string, revision: number) => Promise<unknown>]>([
    ['the amount', (test, id, revision) => test.desk().handlers['payouts.save']({ id, revision, draft: { ...fiatDraft, amountMinor: 1_00_00, amountText: '100.00' } })],
    ['the memo', (test, id, revision) => test.desk().handlers['payouts.save']({ id, revision, draft: { ...fiatDraft, reference: 'INV-10' } })],
    ['a document', (test, id) => test.desk().handlers['payouts.attach']({ id, name: 'b.pdf', bytes: pdf('b'), kind: 'other' })],
  ])('trap 6: is a new key once %s changed', async (_what, change) => {
    const test = kiraDesk();
    const id = await codeRefused(test);
    await edited(test, id, (payout, revision) => change(test, payout, revision));
    await again(test, id);
    expect(new Set(keys(test)).size).toBe(2);
    expect(test.kira.made).toHaveLength(1);
    expect(test.kira.made[0]?.body).toBe(test.kira.sends[1]?.body);
  });

  it('is a new key after a day, and once the held price has run out', async () => {
    const late = kiraDesk();
    const id = await codeRefused(late);
    await late.time.advance(keyLife);
    await again(late, id);
    expect(new Set(keys(late)).size).toBe(2);
    const quoted = kiraDesk();
    quoted.kira.quoteSeconds = 90;
    const held = await codeRefused(quoted);
    await again(quoted, held);
    expect(new Set(keys(quoted)).size).toBe(1);
    const other = kiraDesk();
    other.kira.quoteSeconds = 90;
    const over = await codeRefused(other);
    await other.time.advance(2 * minute);
    await again(other, over);
    expect(new Set(keys(other)).size).toBe(2);
  });

  it('is a new key when another price was accepted since', async () => {
    const test = kiraDesk();
    const id = await codeRefused(test);
    test.kira.previewFee = 2500;
    await test.time.advance(minute);
    const code = await mailedCode(test, id);
    expect(codeOf(await release(test, id, code))).toBe('price-changed');
    await leaveWith(test, id, code);
    expect(new Set(keys(test)).size).toBe(2);
    expect(test.kira.made).toHaveLength(1);
  });

  it.each([0, 1, 2, 3])('does not leave at a price that another window read after this one was accepted, %i turns apart', async (turns) => {
    const test = kiraDesk();
    const { id, revision, price } = await readyKira(test);
    const code = await mailedCode(test, id);
    const reading = test.kira.price;
    let asked = 0;
    let begin = () => undefined as void;
    const begun = new Promise<void>((resolve) => { begin = resolve; });
    test.kira.price = async (question) => {
      asked += 1;
      const first = asked === 1;
      test.kira.previewFee = first ? 1500 : 9000;
      begin();
      const read = await reading(question);
      for (let turn = 0; turn < (first ? turns : 0); turn += 1) await Promise.resolve();
      return read;
    };
    const { handlers } = test.desk();
    const sent = handlers['payouts.send']({ id, revision, accepted: price!, code });
    await begun;
    await Promise.all([handlers['payouts.price']({ id }), sent]);
    await test.time.advance(5000);
    const after = await shown(test, id);
    expect([after.state === 'accepted', after.price?.totalFees.minor]).not.toEqual([true, 9000]);
  });

  it('never leaves with damaged bytes', async () => {
    const test = kiraDesk();
    const id = await codeRefused(test);
    test.db().run('DROP TRIGGER attempts_keep');
    test.db().run("UPDATE payout_attempts SET body = x'7b7d'");
    await test.time.advance(minute);
    expect(await leaveWith(test, id, await mailedCode(test, id))).toMatchObject({ state: 'ready', problem: { code: 'storage' } });
    expect(test.kira.sends).toHaveLength(1);
  });

  it('is looked at again before it leaves when its documents changed since it was reviewed, also in another window', async () => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    const reviewed = await shown(test, id);
    const code = await mailedCode(test, id);
    await edited(test, id, () => Promise.resolve());
    expect((await shown(test, id)).revision).toBe(reviewed.revision);
    await edited(test, id, (payout) => test.desk().handlers['payouts.attach']({ id: payout, name: 'b.pdf', bytes: pdf('b'), kind: 'other' }));
    expect(codeOf(await test.desk().handlers['payouts.send']({ id, revision: reviewed.revision, accepted: reviewed.price!, code }))).toBe('conflict');
    expect((await leaveWith(test, id, code)).state).toBe('accepted');
  });

  it('keeps its journal: it can not be thrown away', async () => {
    const test = kiraDesk();
    const id = await codeRefused(test);
    expect(codeOf(await test.desk().handlers['payouts.discard']({ id }))).toBe('conflict');
  });
});

describe('key and bytes', () => {
  it('are the same across wrong codes and other after every edit', async () => {
    const step = fc.constantFrom('wrong', 'wrong', 'nothing-changed', 'edit', 'document', 'crash');
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
      const test = openKiraDesk();
      try {
        await walk(test, steps);
      } finally {
        test.close();
      }
    }), { numRuns: 25 });
  }, 60_000);
});

async function walk(test: KiraDesk, steps: readonly string[]): Promise<void> {
  const { id } = await readyKira(test);
  let version = 0;
  const sentAs = new Map<number, string>();
  for (const step of steps) {
    test.kira.triesLeft = 3;
    if (step === 'crash') test.crash();
    if (step === 'nothing-changed') await edited(test, id, () => Promise.resolve());
    if (step === 'edit' || step === 'document') {
      version += 1;
      await edited(test, id, (payout, revision) => (step === 'edit'
        ? test.desk().handlers['payouts.save']({ id: payout, revision, draft: { ...fiatDraft, reference: `V${version}` } })
        : swapDocument(test, payout, version)));
    }
    if (step !== 'wrong') continue;
    const before = test.kira.sends.length;
    await leaveWith(test, id, wrong);
    const sent = test.kira.sends[before];
    const mark = `${sent?.key} ${sent?.body}`;
    if (sentAs.has(version)) expect(mark).toBe(sentAs.get(version));
    else for (const earlier of sentAs.values()) expect(earlier.split(' ')[0]).not.toBe(sent?.key);
    sentAs.set(version, mark);
    await settle();
  }
  expect(test.kira.made).toEqual([]);
}

async function swapDocument(test: KiraDesk, id: string, version: number): Promise<void> {
  const { handlers } = test.desk();
  for (const { id: documentId } of (await shown(test, id)).documents) await handlers['payouts.detach']({ id, documentId });
  expectOk(await handlers['payouts.attach']({ id, name: 'v.pdf', bytes: pdf(String(version)), kind: 'invoice' }));
}

describe('what an attempt is made of', () => {
  it('trap 3: both parts of a mark-up, the percentage as a fraction, and the texts', async () => {
    const test = kiraDesk();
    const markup = { fixedMinor: null, percent: '2' };
    await sentKira(test, { ...fiatDraft, kira: { ...fiatDraft.kira!, markup, internalNotes: 'for us' } });
    expect(JSON.parse(test.kira.sends[0]?.body ?? '{}')).toMatchObject({
      accountId: 'va-1', recipientRemoteId: 'rec-1', amount: { minor: 25_050, currency: 'USD' }, markup: { fixed: '0.00', percentage: '0.02' }, funding: null,
      memo: 'INV-9', invoiceNumber: 'INV-9', internalNotes: 'for us', documents: [], quoteId: null,
    });
    expect(test.kira.sends[0]?.key).toMatch(/^[0-9a-f-]{14}4[0-9a-f-]+$/);
  });

  it('the documents with their bytes, network and token for crypto, and a held price', async () => {
    const test = kiraDesk('crypto');
    test.kira.quoteSeconds = 600;
    await sentKira(test);
    const order = JSON.parse(test.kira.sends[0]?.body ?? '{}') as { documents: unknown; funding: unknown; quoteId: string };
    expect(order.documents).toEqual([{ kind: 'invoice', mime: 'application/pdf', description: '', file: Buffer.from(pdf()).toString('base64') }]);
    expect(order.funding).toEqual({ network: 'polygon', token: 'USDC' });
    expect(order.quoteId).toMatch(/^q-/);
  });

  it('does not leave with a document that is gone, nor with a price that is no longer held', async () => {
    const test = kiraDesk('crypto');
    const { id } = await readyKira(test);
    expectOk(await release(test, id, null));
    test.blobs.kept.clear();
    await test.time.advance(5000);
    expect(await shown(test, id)).toMatchObject({ state: 'ready', problem: { code: 'not-found' } });
    const quoted = kiraDesk('crypto');
    quoted.kira.quoteSeconds = 3;
    const held = await readyKira(quoted);
    expect(await leaveWith(quoted, held.id, null)).toMatchObject({ state: 'ready', problem: { code: 'prerequisite' } });
    expect([test.kira.sends, quoted.kira.sends]).toEqual([[], []]);
  });

  it('trap 26: tells when Kira\u2019s answer differs from the price that was shown', async () => {
    const test = kiraDesk();
    test.kira.createFee = 1600;
    const sent = await sentKira(test);
    expect(sent.timeline.find(({ what }) => what.includes('differs'))?.detail).toBe('Total fees: 15.00 USD before, 16.00 USD now; Arrives: 235.50 USD before, 234.50 USD now');
    expect(sent.problem).toBeNull();
    const same = kiraDesk();
    expect((await sentKira(same)).timeline.some(({ what }) => what.includes('differs'))).toBe(false);
  });
});
