import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DepositFacts } from '../../../../preload/contract/deposit.ts';
import type { Payout } from '../../../../preload/contract/payouts.ts';
import { fail } from '../../../../preload/contract/result.ts';
import { depositDesk, depositPayout, polygonAddress, polygonHash, solanaAddress } from '../../fake/deposit-samples.ts';
import { changed, say, type World } from '../../fake/world.ts';
import type { FakeOptions } from '../../fake-bursar.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const hour = 3_600_000;

function open(change: Partial<Payout> = {}, deposit: Partial<DepositFacts> = {}, options: Pick<FakeOptions, 'handlers'> = {}) {
  return start('/deposits/deposit-1', { world: depositDesk(depositPayout(Date.now(), change, deposit)), ...options });
}
const expired = (deposit: Partial<DepositFacts> = {}, change: Partial<Payout> = {}) => open({ state: 'deposit_expired', ...change }, { expiresAt: Date.now() - hour, ...deposit });
const back = () => screen.findByRole('textbox', { name: 'Read back the last four characters' });
const copyButton = () => screen.getByRole('button', { name: 'Copy address' });
const isLocked = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true';
const groups = () => [...document.querySelectorAll('[data-group]')].map((one) => one.textContent);

describe('the deposit of a payout', () => {
  it('C29: says the exact amount, which token and which network, and nothing else', async () => {
    open({}, { amount: '5000.123456' });
    // Once as what must arrive, once in the card that reckons what to type.
    expect(await screen.findAllByText('5,000.123456')).toHaveLength(2);
    expect(screen.getByText('Polygon network only')).toBeDefined();
    expect(screen.getByText('USDC only, not USDT')).toBeDefined();
  });

  it('trap 20: shows the whole address in groups of four, unaltered', async () => {
    open();
    await back();
    expect(`0x${groups().join('')}`).toBe(polygonAddress);
    expect(groups()).toHaveLength(10);
    expect(screen.getByText(polygonAddress)).toBeDefined();
    expect(screen.getByRole('img', { name: 'The address as a QR code' })).toBeDefined();
  });

  it('groups an address on Solana with a short end', async () => {
    open({}, { network: 'solana', token: 'USDT', address: solanaAddress });
    expect(await screen.findByText('Solana network only')).toBeDefined();
    expect(screen.getByText('USDT only, not USDC')).toBeDefined();
    expect(groups().join('')).toBe(solanaAddress);
    expect(groups().at(-1)).toBe('T4k');
  });

  it('asks Kira once when it opens, and says how old the answer is', async () => {
    const { world } = open();
    await back();
    await waitFor(() => expect(requestsOf(world, 'payouts.check')).toEqual([{ id: 'deposit-1' }]));
    expect(screen.getByRole('button', { name: /Looked .*Read again/ })).toBeDefined();
  });

  it('shows the sum that adds up', async () => {
    open();
    expect(await screen.findByText('You deposit')).toBeDefined();
    expect(screen.getByText('5,000.00 − 47.00 = 4,953.00')).toBeDefined();
  });

  it('becomes the way to the payout once the deposit is there', async () => {
    const { user, world } = open();
    await back();
    world.payouts = world.payouts.map((one) => ({ ...one, state: 'processing' as const }));
    changed(world, ['payouts'], 'deposit-1');
    expect(await screen.findByText('Your deposit arrived')).toBeDefined();
    expect(document.body.textContent).not.toContain(polygonAddress);
    await user.click(screen.getByRole('button', { name: 'Open the payout' }));
    await waitFor(() => expect(window.location.hash).toBe('#/payouts/deposit-1'));
  });

  it('says so when there is no address yet', async () => {
    open({ deposit: null });
    expect(await screen.findByText('The address is not here yet')).toBeDefined();
    expect(groups()).toEqual([]);
  });
});

describe('copying the address', () => {
  it('opens only after its end was typed exactly, and copies through main', async () => {
    const { user, world } = open();
    const field = await back();
    expect(isLocked(copyButton())).toBe(true);
    await user.click(copyButton());
    await user.type(field, 'e17B');
    expect(await screen.findByText(/does not end like this/)).toBeDefined();
    await user.clear(field);
    await user.type(field, 'e17a');
    expect(await screen.findByText(/capital and small letters differ/)).toBeDefined();
    expect(requestsOf(world, 'payouts.copyAddress')).toEqual([]);
    await user.clear(field);
    await user.type(field, 'e17A');
    expect(isLocked(copyButton())).toBe(false);
    await user.click(copyButton());
    await waitFor(() => expect(requestsOf(world, 'payouts.copyAddress')).toEqual([{ id: 'deposit-1' }]));
    expect(await screen.findByText(/Copied. Watched for/)).toBeDefined();
  });

  it('copies by key too, but never before the end was read back', async () => {
    const { user, world } = open();
    const field = await back();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(requestsOf(world, 'payouts.copyAddress')).toEqual([]);
    await user.type(field, 'e17A');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(requestsOf(world, 'payouts.copyAddress')).toHaveLength(1));
  });

  it('refuses a paste into the read-back, and says why', async () => {
    const { user } = open();
    const field = await back();
    await user.click(field);
    await user.paste('e17A');
    expect((field as HTMLInputElement).value).toBe('');
    expect(screen.getByText(/Pasting would prove nothing/)).toBeDefined();
    expect(isLocked(copyButton())).toBe(true);
  });

  it('says what went wrong when it can’t be copied', async () => {
    const { user } = open({}, {}, { handlers: { 'payouts.copyAddress': () => fail({ code: 'deposit-expired', message: 'The time for this deposit is over.', fix: 'Send nothing.' }) } });
    await user.type(await back(), 'e17A');
    await user.click(copyButton());
    expect(await screen.findByText('The time for this deposit is over.')).toBeDefined();
  });
});

describe('the clipboard after the address was copied', () => {
  async function copied() {
    const stage = open();
    await stage.user.type(await back(), 'e17A');
    await stage.user.click(copyButton());
    await screen.findByText(/Copied. Watched/);
    return stage;
  }
  const alarm = (world: World, like: boolean) => say(world, 'clipboard', { payoutId: 'deposit-1', like });

  it('raises an alarm that can’t be overlooked when it holds another address', async () => {
    const { user, world } = await copied();
    alarm(world, true);
    const banner = await screen.findByRole('alert');
    expect(banner.textContent).toMatch(/clipboard was changed.*Do not paste.*another address.*malware/);
    expect(isLocked(copyButton())).toBe(true);
    await user.click(within(banner).getByRole('button', { name: 'I have read this' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says it more calmly when it holds something else', async () => {
    const { world } = await copied();
    alarm(world, false);
    const words = (await screen.findByRole('alert')).textContent;
    expect(words).toMatch(/Do not paste.*something else/);
    expect(words).not.toContain('malware');
  });

  it('goes on watching when the page is left, and leads back', async () => {
    const { user, world } = await copied();
    await user.click(within(screen.getByRole('navigation', { name: 'Where you are' })).getByRole('link', { name: 'Deposits' }));
    await screen.findByRole('heading', { name: /^Deposits/ });
    alarm(world, true);
    await user.click(await within(await screen.findByRole('alert')).findByRole('button', { name: 'Open the deposit' }));
    expect(await back()).toBeDefined();
    expect(screen.getByRole('alert')).toBeDefined();
  });
});

describe('the time for a deposit', () => {
  const timer = () => screen.findByRole('timer');
  it('is told in words and until when', async () => {
    open();
    expect((await timer()).textContent).toMatch(/^21 h 1[34] min$/);
    expect(screen.getByText(/After that, do not send/)).toBeDefined();
  });

  it('is urgent in the last hour, to the second', async () => {
    open({}, { expiresAt: Date.now() + 42 * 60_000 });
    expect((await timer()).textContent).toMatch(/^4[12] min/);
    expect(screen.getByText('Less than an hour is left for the deposit.')).toBeDefined();
    expect(screen.getByText(/send only if it can still arrive/)).toBeDefined();
  });

  it('trap 19: counts by the server’s clock, and says when this computer’s is wrong', async () => {
    open({}, { expiresAt: Date.now() + 2 * hour, serverAhead: 3 * hour });
    expect((await timer()).textContent).toBe('Over');
    expect(screen.getByText(/clock is 3 h slow/)).toBeDefined();
    expect(groups()).toEqual([]);
  });

  it('keeps a deposit that may have come in time from being made twice', async () => {
    const { world } = open({}, { expiresAt: Date.now() - 1_000 });
    expect(await screen.findByText('Do not send: the time is over')).toBeDefined();
    expect(screen.queryByRole('button', { name: /new payout with a new address/ })).toBeNull();
    await waitFor(() => expect(requestsOf(world, 'payouts.check')).toHaveLength(1));
  });
});

describe('a deposit that Kira is looking at', () => {
  it('asks for nothing more and shows no address while something may have come', async () => {
    open({ providerStatus: 'IN_REVIEW' });
    expect(await screen.findByText('Deposit nothing more: something may have come already')).toBeDefined();
    expect(groups()).toEqual([]);
    expect(screen.queryByText(polygonAddress)).toBeNull();
    expect(screen.queryByRole('button', { name: /new address/ })).toBeNull();
  });
});

describe('a deposit that ran out', () => {
  it('warns not to send, hides the address but for its end, and offers a new one', async () => {
    const { user, world } = expired();
    expect(await screen.findByText('Do not send. Make a new address')).toBeDefined();
    expect(document.body.textContent).not.toContain(polygonAddress);
    expect(groups()).toEqual([]);
    expect(screen.getByText('e17A')).toBeDefined();
    expect(screen.getAllByText('5,000.00')[0]?.tagName).toBe('S');
    expect(screen.queryByRole('img', { name: /QR/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Copy address' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Make a new payout with a new address' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.clone')).toEqual([{ id: 'deposit-1' }]));
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/payouts\//));
  });

  it('sends somebody who noted a transaction to support before anything else', async () => {
    const { user } = expired({ transactionHash: polygonHash });
    expect(await screen.findByText(/Do not send again before Kira support/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Write to Kira support' }));
    expect(await screen.findByRole('dialog')).toBeDefined();
  });

  it('never shows the address again once a copy was made', async () => {
    expired({}, { clonedTo: 'deposit-2', needsPerson: false });
    expect(await screen.findByRole('button', { name: 'Open the new payout' })).toBeDefined();
    expect(document.body.textContent).not.toContain(polygonAddress);
    expect(screen.queryByRole('button', { name: /Make a new payout/ })).toBeNull();
  });
});

describe('what to type at the exchange', () => {
  const card = async () => within(await screen.findByRole('region', { name: 'What to type at your exchange' }));
  it('adds what the exchange takes', async () => {
    const { user } = open();
    const shown = await card();
    expect(shown.getByText('–')).toBeDefined();
    await user.type(shown.getByRole('textbox', { name: 'Exchange takes' }), '1.5');
    expect(shown.getByText('5,001.50')).toBeDefined();
  });

  it('reckons a percentage of what is typed', async () => {
    const { user } = open();
    const shown = await card();
    await user.type(shown.getByRole('textbox', { name: 'Exchange takes' }), '1');
    await user.click(shown.getByRole('radio', { name: '%' }));
    expect(await shown.findByText('5,050.505051')).toBeDefined();
    expect(shown.getByText('50.505051')).toBeDefined();
  });

  it('says what it can’t read once the field is left', async () => {
    const { user } = open();
    const shown = await card();
    await user.type(shown.getByRole('textbox', { name: 'Exchange takes' }), '1,500');
    expect(shown.queryByText(/read two ways/)).toBeNull();
    await user.tab();
    expect(await shown.findByText(/read two ways/)).toBeDefined();
    expect(shown.getByText('–')).toBeDefined();
  });
});

describe('after the deposit was sent', () => {
  const card = async () => within(await screen.findByRole('region', { name: 'After you have sent it' }));
  it('keeps the hash and shows it, ready to copy', async () => {
    const { user, world } = open();
    const shown = await card();
    await user.click(shown.getByRole('textbox', { name: /Transaction hash/ }));
    await user.paste(` ${polygonHash} `);
    await user.click(shown.getByRole('button', { name: 'Keep the hash' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.noteDeposit')).toEqual([{ id: 'deposit-1', transactionHash: polygonHash }]));
    expect(await shown.findByText(polygonHash)).toBeDefined();
    expect(shown.getByRole('button', { name: 'Copy the transaction hash' })).toBeDefined();
  });

  it('warns about an odd hash and keeps it all the same', async () => {
    const { user, world } = open();
    const shown = await card();
    await user.type(shown.getByRole('textbox', { name: /Transaction hash/ }), '0x12');
    expect(await shown.findByText(/usually 0x and 64 characters/)).toBeDefined();
    await user.click(shown.getByRole('button', { name: 'Keep the hash' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.noteDeposit')).toHaveLength(1));
  });

  it('keeps nothing empty', async () => {
    const { user, world } = open();
    const shown = await card();
    await user.click(shown.getByRole('button', { name: 'Keep the hash' }));
    expect(await shown.findByText('Paste the hash first.')).toBeDefined();
    expect(requestsOf(world, 'payouts.noteDeposit')).toEqual([]);
  });
});

describe('something went wrong', () => {
  it('says what not to do and lays out what support needs', async () => {
    const { user, world } = open();
    await user.click(await screen.findByRole('button', { name: 'Something went wrong' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('First of all: send nothing more.')).toBeDefined();
    await user.click(dialog.getByRole('radio', { name: 'Sent another token than USDC' }));
    expect(await dialog.findByText(/Do not send again/)).toBeDefined();
    expect(dialog.getByText(/Kira payout: pay_deposit-1/)).toBeDefined();
    expect(dialog.getByRole('button', { name: 'Copy the text for support' })).toBeDefined();
    await user.click(dialog.getByRole('button', { name: 'Open Kira support' }));
    expect(requestsOf(world, 'app.openHelp')).toEqual([{ page: 'kira-support' }]);
  });
});
