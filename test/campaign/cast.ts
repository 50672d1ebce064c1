import { emptyPayoutDraft, type KiraDraft, type PayoutDraft } from '../../preload/contract/payouts.ts';
import { toDraftPayee } from '../../preload/contract/recipient-payee.ts';
import { good, type Ask } from './desk.ts';
import type { Lane } from './faults.ts';
import type { Provider } from './provider.ts';

/** Who and what the payouts of a series are about: the two profiles, and a complete draft for each lane. */
export type Cast = {
  readonly profiles: Readonly<Record<'blaaiz' | 'kira', string>>;
  /** The provider's id of the customer who sends through Blaaiz, and of the wallet. */
  readonly customer: string;
  readonly wallet: string;
  readonly draft: (lane: Lane, minor: number, reference: string) => PayoutDraft;
};

/** Where the app finds the two providers, https. */
export type Addresses = { readonly blaaiz: string; readonly kira: string };

/** Sets a fresh app up through its channels, as the screens do. */
export async function setUp(ask: Ask, { sandbox }: Provider, addresses: Addresses): Promise<Cast> {
  good(await ask('vault.setUp', { mode: 'keychain' }));
  good(await ask('app.savePreferences', { takeBackSeconds: 5, idleLockMinutes: 60 }));
  const { blaaiz, kira } = sandbox;
  const first = good(await ask('profiles.add', {
    provider: 'blaaiz', name: 'Campaign', env: 'sandbox', baseUrl: addresses.blaaiz, clientId: blaaiz.client_id, clientSecret: blaaiz.client_secret, scopes: blaaiz.scope.split(' '),
  }));
  const second = good(await ask('profiles.add', {
    provider: 'kira', name: 'Campaign Kira', env: 'sandbox', baseUrl: `${addresses.kira}/sandbox`, clientId: kira.client_id, password: kira.password, apiKey: kira.api_key,
    kira: { codeMailbox: 'payments@northfield.example', codeNeeded: true, apiVersion: null },
  }));
  good(await ask('profiles.choose', { id: second.id }));
  const ofKira = await kiraDrafts(ask, sandbox.kira);
  good(await ask('profiles.choose', { id: first.id }));
  const ofBlaaiz = await blaaizDraft(ask, sandbox);
  const plain: Readonly<Record<Lane, PayoutDraft>> = { blaaiz: ofBlaaiz.draft, ...ofKira };
  return {
    profiles: { blaaiz: first.id, kira: second.id }, customer: ofBlaaiz.customer, wallet: ofBlaaiz.draft.walletId ?? '',
    draft: (lane, minor, reference) => {
      const { kira: extra, ...rest } = plain[lane];
      return { ...rest, amountMinor: minor, amountText: (minor / 100).toFixed(2), reference, kira: extra === null ? null : { ...extra, invoiceNumber: reference } };
    },
  };
}

async function blaaizDraft(ask: Ask, { url, blaaiz }: Provider['sandbox']): Promise<{ readonly customer: string; readonly draft: PayoutDraft }> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: blaaiz.client_id, client_secret: blaaiz.client_secret, scope: 'customer:read' });
  const { access_token: token } = await (await fetch(`${url}/oauth/token`, { method: 'POST', body: form })).json() as { access_token: string };
  const list = await fetch(`${url}/api/external/customer?verification_status=VERIFIED`, { headers: { authorization: `Bearer ${token}`, accept: 'application/json' } });
  const customer = ((await list.json()) as { data: { id: string }[] }).data[0]?.id ?? '';
  const { id: customerId } = good(await ask('customers.adopt', { remoteId: customer }));
  const { wallets } = good(await ask('wallets.list', { fresh: true }));
  const { banks } = good(await ask('banks.list', { currency: 'NGN' }));
  const [bankId, accountNumber] = [banks[0]?.id ?? '', '0261745519'];
  const { accountName } = good(await ask('banks.lookup', { bankId, accountNumber }));
  return {
    customer,
    draft: {
      ...emptyPayoutDraft, customerId, walletId: wallets.find(({ currency }) => currency === 'GBP')?.id ?? null, fromCurrency: 'GBP', payeeName: accountName, toCurrency: 'NGN',
      method: 'bank_transfer', details: { bankId, accountNumber }, holderName: accountName, purpose: 'Services',
    },
  };
}

async function kiraDrafts(ask: Ask, kira: Provider['sandbox']['kira']): Promise<Readonly<Record<'kira-fiat' | 'kira-crypto', PayoutDraft>>> {
  good(await ask('accounts.list', { fresh: true }));
  const book = good(await ask('recipients.list', { query: '', fresh: true }));
  const payeeOf = (remoteId: string) => {
    const found = book.find((each) => each.remoteId === remoteId);
    if (!found) throw new Error('The seeded recipient was not taken over');
    return toDraftPayee(found);
  };
  const fiat: KiraDraft = { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: '', internalNotes: '' };
  const common = { ...emptyPayoutDraft, fromCurrency: 'USD', toCurrency: 'USD' } as const;
  return {
    'kira-fiat': { ...common, ...payeeOf(kira.recipient_wire), walletId: kira.virtual_account_fiat, kira: fiat },
    'kira-crypto': { ...common, ...payeeOf(kira.recipient_swift), walletId: kira.virtual_account_crypto, kira: { ...fiat, mode: 'crypto', network: 'polygon', token: 'USDC' } },
  };
}
