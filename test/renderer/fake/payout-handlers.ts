import type { AppError } from '../../../preload/contract/errors.ts';
import { addMoney, money, type Money } from '../../../preload/contract/money.ts';
import { accountTail } from '../../../preload/contract/payee-fields.ts';
import { emptyPayoutDraft, payoutViews, statesOfView, type Payout, type PayoutDraft, type PayoutRow, type PayoutView, type Prerequisite } from '../../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Handlers } from './handlers.ts';
import { kiraPayoutHandlers } from './kira-handlers.ts';
import { sampleKiraPrice } from './kira-payouts.ts';
import { samplePayout, samplePrice } from './sample-payouts.ts';
import { changed, freshId, type World } from './world.ts';

const notFound: AppError = { code: 'not-found', message: 'This payout is not here any more.' };

/** What lists show of a payout. */
export function payoutRow(payout: Payout): PayoutRow {
  const { id, state, needsPerson, payeeName, accountTail: tail, customerName, reference, send, receive, fromCurrency, toCurrency, provider, method, updatedAt } = payout;
  return { id, state, needsPerson, payeeName, accountTail: tail, customerName, reference, send, receive, fromCurrency, toCurrency, provider, method, updatedAt };
}

function edit(world: World, id: string, change: (payout: Payout) => Partial<Payout>): Result<Payout, AppError> {
  const known = world.payouts.find((one) => one.id === id);
  if (!known) return fail(notFound);
  const next = { ...known, updatedAt: world.now(), ...change(known) };
  world.payouts = world.payouts.map((one) => (one.id === id ? next : one));
  changed(world, ['payouts'], id);
  return ok(next);
}

function found(world: World, view: PayoutView, query: string): readonly Payout[] {
  const needle = query.toLowerCase();
  return world.payouts
    .filter((one) => statesOfView[view].includes(one.state) && `${one.payeeName} ${one.reference} ${one.customerName}`.toLowerCase().includes(needle))
    .sort((a, b) => Number(b.needsPerson) - Number(a.needsPerson) || b.updatedAt - a.updatedAt);
}

function totalsOf(payouts: readonly Payout[]): Money[] {
  const totals = new Map<string, Money>();
  for (const { send } of payouts) if (send) totals.set(send.currency, totals.has(send.currency) ? addMoney(totals.get(send.currency) ?? send, send) : send);
  return [...totals.values()];
}

/** What a saved draft changes in the payout around it. */
function fromDraft(world: World, draft: PayoutDraft): Partial<Payout> {
  const from = draft.fromCurrency;
  const amount = draft.amountMinor !== null && from && draft.side === 'send' ? money(draft.amountMinor, from) : null;
  return {
    draft, payeeName: draft.payeeName, accountTail: accountTail(draft.details), reference: draft.reference, send: amount, fromCurrency: from, toCurrency: draft.toCurrency, method: draft.method,
    customerName: (draft.kira ? world.accounts.find((one) => one.id === draft.walletId)?.userName : world.customers.find((one) => one.id === draft.customerId)?.name) ?? '', price: null, receive: null,
  };
}

/** payouts.* over a {@link World}. */
export function payoutHandlers(world: World): Pick<Handlers, Exclude<Extract<keyof Handlers, `payouts.${string}`>, 'payouts.radar' | 'payouts.limits'>> {
  return { ...readers(world), ...drafting(world), ...sending(world), ...kiraPayoutHandlers(world, (id, change) => edit(world, id, change)) };
}

function readers(world: World) {
  return {
    'payouts.list': ({ view, query, cursor, limit }) => {
      const rows = found(world, view, query);
      const from = cursor ? Number(cursor) : 0;
      return ok({ rows: rows.slice(from, from + limit).map(payoutRow), next: from + limit < rows.length ? String(from + limit) : null });
    },
    'payouts.counts': ({ view, query }) => {
      const counts = Object.fromEntries(payoutViews.map((one) => [one, found(world, one, query).length])) as Record<PayoutView, number>;
      const rows = found(world, view, query);
      const others = rows.findIndex((one) => !one.needsPerson);
      return ok({ counts, totals: totalsOf(rows), rows: rows.length, indexOfOthers: others < 0 ? rows.length : others });
    },
    'payouts.get': ({ id }) => {
      const known = world.payouts.find((one) => one.id === id);
      return known ? ok(known) : fail(notFound);
    },
  } satisfies Partial<Handlers>;
}

function drafting(world: World) {
  return {
    'payouts.save': ({ id, revision, draft }) => {
      if (id === null) {
        const base = samplePayout({ id: freshId(world, 'payout'), state: 'draft', payee: '', customer: '', reference: '', minor: null, from: 'GBP', to: 'NGN', method: 'bank_transfer', details: {}, ago: 0 }, world.now());
        const made: Payout = { ...base, ...fromDraft(world, draft), provider: world.state.profile?.provider ?? 'blaaiz', revision: 1, timeline: [], problem: null };
        world.payouts = [made, ...world.payouts];
        changed(world, ['payouts'], made.id);
        return ok(made);
      }
      const known = world.payouts.find((one) => one.id === id);
      if (known && known.revision !== revision) return fail<AppError>({ code: 'conflict', message: 'This payout was changed elsewhere.', fix: 'Open it again.' });
      return edit(world, id, (one) => ({ ...fromDraft(world, draft), revision: one.revision + 1 }));
    },
    'payouts.discard': ({ id }) => {
      world.payouts = world.payouts.filter((one) => one.id !== id);
      changed(world, ['payouts'], id);
      return ok(null);
    },
    'payouts.price': ({ id }) => {
      const draft = world.payouts.find((one) => one.id === id)?.draft;
      if (!draft?.fromCurrency || !draft.toCurrency || !draft.amountMinor) return fail<AppError>({ code: 'prerequisite', message: 'The amount is not set.', fix: 'Enter an amount.' });
      const minor = draft.side === 'send' ? draft.amountMinor : Math.round(draft.amountMinor / 2000);
      const price = draft.kira ? sampleKiraPrice(minor, draft.kira.markup, world.now()) : samplePrice(minor, draft.fromCurrency, draft.toCurrency, world.now() + 40_000);
      edit(world, id, () => ({ price, receive: price.receive, send: price.send }));
      return ok(price);
    },
    'payouts.prerequisites': ({ id }) => {
      const payout = world.payouts.find((one) => one.id === id);
      return payout ? ok(checks(payout)) : fail(notFound);
    },
    'payouts.ready': ({ id }) => edit(world, id, (one) => ({ state: 'ready', revision: one.revision + 1 })),
    'payouts.change': ({ id }) => edit(world, id, (one) => ({ state: 'draft', revision: one.revision + 1 })),
    'payouts.clone': ({ id }) => {
      const source = world.payouts.find((one) => one.id === id);
      if (!source) return fail(notFound);
      const made: Payout = { ...source, id: freshId(world, 'payout'), state: 'draft', needsPerson: false, clonedFrom: id, draft: { ...emptyPayoutDraft, ...source.draft, reference: '' }, reference: '', sent: null, unknown: null, problem: null, finalPrice: null, timeline: [], revision: 1 };
      world.payouts = [made, ...world.payouts];
      edit(world, id, () => ({ clonedTo: made.id, needsPerson: false }));
      return ok(made);
    },
  } satisfies Partial<Handlers>;
}

const met = (id: Prerequisite['id'], label: string, holds: boolean, remedy: string): Prerequisite => ({ id, label, state: holds ? 'met' : 'unmet', remedy: holds ? null : remedy });

function kiraChecks({ draft, documents, price }: Payout): Prerequisite[] {
  const byCoin = draft.kira?.mode === 'crypto';
  return [
    met('account', 'The account is ready to pay out', draft.walletId !== null, 'Choose a virtual account.'),
    met('recipient', 'Kira has the recipient', draft.payeeId !== null, 'Choose a recipient.'),
    met('amount', 'Amount is above the fees', draft.amountMinor !== null, 'Enter an amount.'),
    ...(byCoin ? [met('funding', 'Network and token are chosen', draft.kira?.network !== null && draft.kira?.token !== null, 'Choose how you fund it.')] : []),
    ...(byCoin ? [met('documents', 'A supporting document is there', documents.length > 0, 'Add the invoice.')] : []),
    price ? met('price', 'Fees are known', true, '') : { id: 'price', label: 'Fees are known', state: 'open', remedy: null },
  ];
}

function checks(payout: Payout): Prerequisite[] {
  const { draft } = payout;
  if (draft.kira) return kiraChecks(payout);
  return [
    met('customer', 'Customer is verified, no extra checks', draft.customerId !== null, 'Choose a verified customer.'),
    met('wallet', 'Wallet covers the amount', draft.walletId !== null, 'Choose a wallet.'),
    met('amount', 'Amount is above the fees', draft.amountMinor !== null, 'Enter an amount.'),
    met('pair', `${draft.fromCurrency ?? '–'} to ${draft.toCurrency ?? '–'} is open for bank transfer`, draft.toCurrency !== null, 'Choose a currency.'),
    met('payee', 'Account details are complete', draft.payeeName !== '', 'Enter the payee.'),
    payout.price ? met('price', 'Fees and rate are known', true, '') : { id: 'price', label: 'Fees and rate are known', state: 'open', remedy: null },
  ];
}

function sending(world: World) {
  const left = (payout: Payout): Payout['sent'] => ({
    merchantReference: payout.reference, fingerprint: '9f3c70a1b2c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70819202122e44b', writtenAt: world.now(), firstByteAt: null, answeredAt: null, timesSent: 1,
    walletBefore: null, walletReadAt: null,
  });
  return {
    'payouts.send': ({ id, accepted }) => edit(world, id, (one) => (one.state === 'ready'
      ? { state: 'queued', leavesAt: world.now() + world.state.preferences.takeBackSeconds * 1000, finalPrice: accepted, sent: left(one), revision: one.revision + 1 }
      : {})),
    'payouts.takeBack': ({ id }) => edit(world, id, (one) => (one.state === 'queued' ? { state: 'ready', leavesAt: null, sent: null, revision: one.revision + 1 } : {})),
    'payouts.look': ({ id }) => edit(world, id, (one) => (one.unknown
      ? { unknown: { ...one.unknown, lookups: [...one.unknown.lookups, { at: world.now(), found: false, answered: true, detail: 'Looked when you asked' }] } }
      : {})),
    'payouts.check': ({ id }) => edit(world, id, () => ({ checkedAt: world.now() })),
    'payouts.sendAgain': ({ id }) => edit(world, id, (one) => ({ state: 'queued', needsPerson: false, unknown: null, sent: one.sent ? { ...one.sent, timesSent: one.sent.timesSent + 1 } : null })),
    'payouts.recordAnswer': ({ id, outcome }) => edit(world, id, () => (outcome === 'not-received' ? { state: 'refused', unknown: null } : {})),
  } satisfies Partial<Handlers>;
}
