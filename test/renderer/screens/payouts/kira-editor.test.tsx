import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { sampleKiraPrice } from '../../fake/kira-payouts.ts';
import { sampleAccounts, sampleRecipients } from '../../fake/kira-samples.ts';
import { requestsOf } from '../../fake-bursar.ts';
import type { Stage } from '../../stage.tsx';
import { savedDraft, startKira } from './kira-desk.ts';

const accountButton = () => screen.findByRole('button', { name: /Virtual account/ });
const money = () => screen.findByRole('complementary', { name: 'Money' });
const review = () => screen.findByRole('button', { name: /Review payout/ });

async function choose(user: Stage['user'], name: RegExp): Promise<void> {
  await user.click(await screen.findByRole('option', { name }));
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
}

async function chooseAccount(user: Stage['user'], name: RegExp): Promise<void> {
  await user.click(await accountButton());
  await choose(user, name);
}

describe('a new Kira payout', () => {
  it('is filled in from account, recipient and amount, and shows every fee line as Kira says it', async () => {
    const { user, world } = startKira('/payouts/new');
    await chooseAccount(user, /Operations/);
    await user.type(screen.getByRole('combobox', { name: /Recipient/ }), 'Harrow');
    await choose(user, /Harrow/);
    expect(await screen.findByText('First Meridian Bank, wire ··7745. Usually arrives in 1 to 3 business days.')).toBeDefined();
    await user.type(screen.getByRole('textbox', { name: /You send/ }), '1000');
    const panel = within(await money());
    expect(await panel.findByText('1,000.00 − 23.00 = 977.00')).toBeDefined();
    for (const line of ['Kira fee, fixed', 'Kira fee, share', 'Your mark-up, fixed', 'Your mark-up, share']) expect(panel.getByText(line)).toBeDefined();
    expect(panel.getByText('21,916.40')).toBeDefined();
    expect(savedDraft(world)).toMatchObject({
      customerId: null, walletId: 'account-1', payeeId: 'recipient-1', method: 'wire', side: 'send', amountMinor: 100_000, fromCurrency: 'USD', toCurrency: 'USD', kira: { mode: 'fiat', markup: null },
    });
  });

  it('offers only recipients of the account’s user, and says which are not at Kira yet', async () => {
    const { user } = startKira('/payouts/new');
    await chooseAccount(user, /Operations/);
    await user.click(within(screen.getByRole('combobox', { name: /Recipient/ }).parentElement as HTMLElement).getByRole('button'));
    const list = within(await screen.findByRole('listbox'));
    expect(list.getByRole('option', { name: /Kestrel/ }).textContent).toContain('not at Kira yet');
    expect(list.queryByRole('option', { name: /Bluewater/ })).toBeNull();
  });

  it('opens the book when the field is pressed, and says so when nobody fits', async () => {
    const { user } = startKira('/payouts/new');
    await chooseAccount(user, /Operations/);
    await user.click(screen.getByRole('combobox', { name: /Recipient/ }));
    expect(await screen.findByRole('option', { name: /Kestrel/ })).toBeDefined();
    await user.type(screen.getByRole('combobox', { name: /Recipient/ }), 'zzz');
    expect(await screen.findByText('No recipient fits “zzz”.')).toBeDefined();
  });

  it('starts with the only account that can pay out', async () => {
    const accounts = sampleAccounts(Date.now()).filter(({ id }) => id !== 'account-2');
    startKira('/payouts/new', { world: { accounts } });
    expect((await accountButton()).textContent).toContain('Moor Imports');
  });

  it('says which accounts can’t pay out, why, and what to do', async () => {
    const { user } = startKira('/payouts/new');
    await user.click(await screen.findByRole('button', { name: /2 accounts can’t pay out yet/ }));
    expect(screen.getByText('Kira has not verified Adaeze Nwosu. Finish the verification at Kira.')).toBeDefined();
    expect(screen.getByText(/There is no account number yet/)).toBeDefined();
  });

  it('says what is missing, leads to it, and goes nowhere', async () => {
    const { user, world } = startKira('/payouts/new?account=account-2');
    await user.click(await review());
    const summary = within(await screen.findByRole('alert'));
    for (const label of ['Network', 'Token', 'Recipient', 'Amount', 'Supporting documents']) expect(summary.getByRole('button', { name: label })).toBeDefined();
    expect(requestsOf(world, 'payouts.ready')).toHaveLength(0);
  });
});

describe('changing the account', () => {
  it('never mixes the two ways of paying: network and token go, and it says so', async () => {
    const { user, world } = startKira('/payouts/kira-2');
    expect(await screen.findByRole('radio', { name: 'Polygon' })).toBeDefined();
    await chooseAccount(user, /Operations/);
    expect(await screen.findByText(/Network and token were cleared/)).toBeDefined();
    expect(screen.queryByRole('radio', { name: 'Polygon' })).toBeNull();
    await waitFor(() => expect(savedDraft(world)?.kira).toMatchObject({ mode: 'fiat', network: null, token: null }));
  });

  it('lets go of a recipient of another user, and says so', async () => {
    const { user, world } = startKira('/payouts/kira-1');
    await chooseAccount(user, /Private/);
    expect(await screen.findByText(/it belongs to another user/)).toBeDefined();
    await waitFor(() => expect(savedDraft(world)).toMatchObject({ walletId: 'account-4', payeeId: null }));
    expect(screen.getByText('Kira has not verified Adaeze Nwosu. Finish the verification at Kira.')).toBeDefined();
  });

  it('says when the account itself now pays another way, and goes on with it when told to', async () => {
    const accounts = sampleAccounts(Date.now()).map((one) => (one.id === 'account-1' ? { ...one, mode: 'crypto' as const, balance: null } : one));
    const { user, world } = startKira('/payouts/kira-1', { world: { accounts } });
    expect(await screen.findByText('This account now pays another way: by stablecoin.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Go on with it' }));
    await waitFor(() => expect(savedDraft(world)?.kira?.mode).toBe('crypto'));
  });
});

describe('the recipient', () => {
  it('can be made anew, on a page that leads back to the draft', async () => {
    const { user } = startKira('/payouts/kira-1');
    await user.click(await screen.findByRole('button', { name: 'New recipient…' }));
    await waitFor(() => expect(window.location.hash).toBe('#/recipients/new?for=kira-1'));
  });

  it('is taken over when the way back brings one, once', async () => {
    const { world } = startKira('/payouts/kira-1?recipient=recipient-2');
    await waitFor(() => expect(savedDraft(world)).toMatchObject({ payeeId: 'recipient-2', method: 'swift' }));
    await waitFor(() => expect(window.location.hash).toBe('#/payouts/kira-1'));
  });

  it('that Kira does not have yet can be prepared with, and leads to its page', async () => {
    const recipients = sampleRecipients(Date.now()).map((one) => (one.id === 'recipient-1' ? { ...one, state: 'draft' as const, remoteId: null } : one));
    const { user } = startKira('/payouts/kira-1', { world: { recipients } });
    expect(await screen.findByText(/Kira does not have this recipient yet/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Open the recipient' }));
    await waitFor(() => expect(window.location.hash).toBe('#/recipients/recipient-1?for=kira-1'));
  });
});

describe('the memo', () => {
  it('counts what is typed and warns where banks cut it', async () => {
    const { user } = startKira('/payouts/kira-1');
    const memo = await screen.findByRole('textbox', { name: /Memo/ });
    expect(screen.getByText('7 of 255')).toBeDefined();
    await user.click(memo);
    await user.paste('x'.repeat(140));
    expect(screen.getByText('147 of 255')).toBeDefined();
    expect(screen.getByText(/Banks often cut a memo after 140 characters/)).toBeDefined();
  });
});

describe('a mark-up of its own', () => {
  async function open({ user }: Stage) {
    await user.click(await screen.findByRole('button', { name: /Mark-up for this payout/ }));
    await user.click(screen.getByRole('checkbox', { name: /Another mark-up/ }));
  }

  it('trap 2: is typed as people say it and told back as it was typed, never reckoned', async () => {
    const stage = startKira('/payouts/kira-1');
    await open(stage);
    await stage.user.type(screen.getByRole('textbox', { name: /Fixed part/ }), '10');
    await stage.user.type(screen.getByRole('textbox', { name: /Share of the amount/ }), '2');
    expect(screen.getByText('This payout’s mark-up: 10.00 USD and 2 % of the amount.')).toBeDefined();
    await waitFor(() => expect(savedDraft(stage.world)?.kira?.markup).toEqual({ fixedMinor: 1_000, percent: '2' }));
  });

  it('trap 2: of more than a hundred per cent goes nowhere', async () => {
    const stage = startKira('/payouts/kira-1');
    await open(stage);
    await stage.user.type(screen.getByRole('textbox', { name: /Share of the amount/ }), '200');
    await stage.user.click(await review());
    expect((await screen.findAllByText('More than 100 % can’t be taken from a payout.')).length).toBeGreaterThan(0);
    expect(requestsOf(stage.world, 'payouts.ready')).toHaveLength(0);
  });

  it('whose fixed part can’t be read goes nowhere either, and says so when the field is left', async () => {
    const stage = startKira('/payouts/kira-1');
    await open(stage);
    await stage.user.type(screen.getByRole('textbox', { name: /Fixed part/ }), '1.234');
    await stage.user.tab();
    expect(screen.getAllByText(/Nothing is rounded|two ways/).length).toBeGreaterThan(0);
    await stage.user.click(await review());
    expect(requestsOf(stage.world, 'payouts.ready')).toHaveLength(0);
  });

  it('goes back to the usual one', async () => {
    const stage = startKira('/payouts/kira-2');
    await stage.user.click(await screen.findByRole('checkbox', { name: /Another mark-up/ }));
    await waitFor(() => expect(savedDraft(stage.world)?.kira?.markup).toBeNull());
  });
});

describe('the price of a Kira payout', () => {
  it('says that figures are held, and for how long', async () => {
    const expiresAt = Date.now() + 7 * 60_000;
    startKira('/payouts/kira-1', { handlers: { 'payouts.price': () => ok({ ...sampleKiraPrice(100_000, null, Date.now()), quote: { id: 'q', expiresAt } }) } });
    expect(await screen.findByText(/Held for 6 min 5\d s|Held for 7 min/)).toBeDefined();
  });

  it('C2: only warns when the balance covers the amount but not the fees on top', async () => {
    const accounts = sampleAccounts(Date.now()).map((one) => (one.id === 'account-1' ? { ...one, balance: { minor: 101_000, currency: 'USD' as const } } : one));
    startKira('/payouts/kira-1', { world: { accounts } });
    expect(await screen.findByText(/It is close: Kira may ask that the balance covers the fees too/)).toBeDefined();
  });

  it('says in red that the balance is too small', async () => {
    const accounts = sampleAccounts(Date.now()).map((one) => (one.id === 'account-1' ? { ...one, balance: { minor: 99_999, currency: 'USD' as const } } : one));
    startKira('/payouts/kira-1', { world: { accounts } });
    expect(await screen.findByText(/The account does not cover this/)).toBeDefined();
  });

  it('C1: shows the note when the fees could not be read one by one', async () => {
    const price = { ...sampleKiraPrice(100_000, null, Date.now()), fees: [], note: 'Kira’s fee lines don’t add up to its total; only the total is shown.' };
    startKira('/payouts/kira-1', { handlers: { 'payouts.price': () => ok(price) } });
    expect(await screen.findByText(price.note)).toBeDefined();
    expect(screen.getByText('1,000.00 − 23.00 = 977.00')).toBeDefined();
  });

  it('is told why it isn’t there', async () => {
    startKira('/payouts/kira-1', { handlers: { 'payouts.price': () => fail({ code: 'offline', message: 'There is no line to Kira.', fix: 'The fees are read when it is back.' }) } });
    expect((await screen.findAllByText(/There is no line to Kira\./)).length).toBeGreaterThan(0);
  });
});
