import { afterEach, beforeEach, expect, it } from 'vitest';
import { arrivedStates, openKiraDesk, type ConnectedDesk } from './support/connected.ts';
import { good } from './support/desk.ts';
import { goTo } from './support/go.ts';
import { freshCode, readyFiat, release } from './support/kira-payout.ts';

let at: ConnectedDesk;
beforeEach(async () => { at = await openKiraDesk(); });
afterEach(() => at.close());

it('figures of a Kira payout that do not close ask for somebody today until what came of it is written', async () => {
  const { desk, provider } = at;
  const payout = await readyFiat(at);
  await release(at, payout, await freshCode(at, payout.id));
  const { transactionId } = await at.until(payout.id, arrivedStates);
  const control = (what: string, body: Record<string, string>) => provider.control(`kira/payouts/${transactionId ?? ''}/${what}`, body);
  await control('figures', { received: '1.00' });
  await control('status', { status: 'processing' }).catch(() => undefined);
  await control('status', { status: 'completed' }).catch(() => undefined);
  const completed = await at.until(payout.id, ['completed'], true);
  expect(completed.figures).toMatchObject({ quoted: { gap: null }, answered: { gap: null }, arrived: { receive: { minor: 100 }, gap: { currency: 'USD' } } });
  const page = desk.page();
  await goTo(page, '/today', /\d/);
  await page.getByRole('button', { name: `Clear up: ${completed.payeeName}` }).click();
  await page.getByText('Does not add up by').waitFor();
  await page.getByRole('button', { name: 'Put away' }).click();
  await page.getByRole('textbox', { name: 'What came of it' }).fill('Kira says that its list is wrong.');
  await page.getByRole('dialog').getByRole('button', { name: 'Put away' }).click();
  await page.getByText('This repair is done').waitFor();
  expect(good(await desk.ask('today.summary', {})).needsYou.filter(({ kind }) => kind === 'sum')).toEqual([]);
  expect(await provider.kira.payoutsInLedger()).toHaveLength(1);
});
