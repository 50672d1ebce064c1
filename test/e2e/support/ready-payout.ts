import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import { emptyPayoutDraft } from '../../../preload/contract/payouts.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { good, type Desk } from './desk.ts';
import type { TestProvider } from './provider.ts';

/** Takes the provider's verified customer into the app and gives the app's id of it. */
export async function verifiedCustomer(desk: Pick<Desk, 'ask'>, provider: TestProvider): Promise<string> {
  const token = await fetch(`${provider.url}/oauth/token`, {
    method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: provider.clientId, client_secret: provider.clientSecret, scope: 'customer:read' }),
  }).then((reply) => reply.json() as Promise<{ access_token: string }>);
  const list = await fetch(`${provider.url}/api/external/customer?verification_status=VERIFIED`, { headers: { authorization: `Bearer ${token.access_token}`, accept: 'application/json' } })
    .then((reply) => reply.json() as Promise<{ data: { id: string }[] }>);
  return good(await desk.ask('customers.adopt', { remoteId: list.data[0]?.id ?? '' })).id;
}

/** Writes a complete naira payout of 250.00 GBP and marks it ready, priced. */
export async function readyPayout(desk: Pick<Desk, 'ask'>, customerId: string, changes: Partial<PayoutDraft> = {}): Promise<Payout> {
  const { wallets } = good(await desk.ask('wallets.list', { fresh: true }));
  const { banks } = good(await desk.ask('banks.list', { currency: 'NGN' }));
  const bankId = banks[0]?.id ?? '';
  const accountNumber = '0261745519';
  const { accountName } = good(await desk.ask('banks.lookup', { bankId, accountNumber }));
  const draft: PayoutDraft = {
    ...emptyPayoutDraft, customerId, walletId: wallets.find((wallet) => wallet.currency === 'GBP')?.id ?? null, fromCurrency: 'GBP', payeeName: accountName, toCurrency: 'NGN',
    method: 'bank_transfer', details: { bankId, accountNumber }, holderName: accountName, side: 'send', amountMinor: 25_000, amountText: '250.00', reference: 'INV-7', purpose: 'Services', ...changes,
  };
  const saved = good(await desk.ask('payouts.save', { id: null, revision: 0, draft }));
  good(await desk.ask('payouts.price', { id: saved.id }));
  const priced = good(await desk.ask('payouts.get', { id: saved.id }));
  return good(await desk.ask('payouts.ready', { id: saved.id, revision: priced.revision }));
}

/** What a person answers about a payout that looks like others: tests send many of a kind. Nothing where nothing is asked. */
export async function decided({ ask }: Pick<Desk, 'ask'>, id: string): Promise<{ duplicates?: { key: string; reason: string } }> {
  const seen = good(await ask('payouts.radar', { id }));
  return seen.ask ? { duplicates: { key: seen.key, reason: 'Another one of the same kind' } } : {};
}

/** Sends a ready payout at the price last shown. */
export async function send(desk: Pick<Desk, 'ask'>, payout: Payout): Promise<Payout> {
  const current = good(await desk.ask('payouts.get', { id: payout.id }));
  if (!current.price) throw new Error('A ready payout has a price');
  return good(await desk.ask('payouts.send', { id: current.id, revision: current.revision, accepted: current.price, code: null, ...await decided(desk, payout.id) }));
}
