import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openKiraDesk, type ConnectedDesk } from './support/connected.ts';
import { good } from './support/desk.ts';
import { goTo } from './support/go.ts';
import { invoicePdf, readyCrypto, release } from './support/kira-payout.ts';

let at: ConnectedDesk;
beforeEach(async () => { at = await openKiraDesk(); });
afterEach(() => at.close());

const folder = () => join(at.desk.folder, 'files');
const names = () => readdirSync(folder());

/** Spoils the one file that is kept, in its middle, as a bad disk does. */
function spoil(): string {
  const [name = ''] = names().filter((each) => /^[0-9a-f]{64}$/.test(each));
  const bytes = readFileSync(join(folder(), name));
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
  writeFileSync(join(folder(), name), bytes);
  return name;
}

it('a damaged invoice keeps its payout from leaving, is kept aside and named, and the payout leaves once with the invoice added again', async () => {
  const { desk, provider } = at;
  const { id } = await readyCrypto(at);
  const name = spoil();
  await release(at, await at.payoutOf(id), null);
  await vi.waitFor(async () => { expect((await at.payoutOf(id)).problem?.message).toBe('A stored document is damaged. The damaged file was kept aside.'); });
  expect((await at.payoutOf(id)).state).toBe('ready');
  expect(await provider.kira.payouts()).toEqual([]);
  expect(names().filter((each) => each.startsWith(`${name}.broken-`))).toHaveLength(1);
  await goTo(desk.page(), `/payouts/${id}/review`, 'Check and send');
  await desk.page().getByText('A stored document is damaged. The damaged file was kept aside.').first().waitFor();
  const { documents } = good(await desk.ask('payouts.change', { id }));
  expect(documents).toHaveLength(1);
  good(await desk.ask('payouts.detach', { id, documentId: documents[0]?.id ?? '' }));
  good(await desk.ask('payouts.attach', { id, name: 'invoice.pdf', bytes: new Uint8Array(invoicePdf), kind: 'invoice' }));
  good(await desk.ask('payouts.price', { id }));
  good(await desk.ask('payouts.ready', { id, revision: (await at.payoutOf(id)).revision }));
  await release(at, await at.payoutOf(id), null);
  await at.until(id, ['awaiting_deposit']);
  expect(await provider.kira.payouts()).toHaveLength(1);
});
