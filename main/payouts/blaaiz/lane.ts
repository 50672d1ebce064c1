import { normalizePayeeDetails } from '../../../preload/contract/bank-details.ts';
import { appError } from '../../../preload/contract/errors.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { connected, type Context } from '../context.ts';
import type { Lane } from '../lane.ts';
import type { BlaaizLaneDeps } from '../ports.ts';
import { settleTime } from '../schedule.ts';
import { missingIn, priceQuestion, questionKey } from './completeness.ts';
import { checkAgain, find, findRestored, prepare, status } from './journey.ts';
import { blaaizChecks, blaaizOutside } from './prerequisites.ts';
import { checkCover, checkCustomer, checkHolder } from './release.ts';
import { keptWallet, listBanks, listOperators, listWallets, lookupHolder, readWallets } from './wallets.ts';

/** Blaaiz: customers who send, wallets, a payee book, look-ups by our own reference. */
export function createBlaaizLane(deps: BlaaizLaneDeps): Lane {
  return { ...drafting(deps), ...holding(deps), ...moving(deps) };
}

type Drafting = 'id' | 'name' | 'purse' | 'blobs' | 'sendsFiles' | 'tidy' | 'senderName' | 'missing' | 'keepPayee' | 'priceKey' | 'priceHint' | 'price';
type Holding = 'checks' | 'outside' | 'readAgain' | 'checkGiven' | 'checkStanding' | 'checkCover' | 'balance' | 'readBalances' | 'wallets' | 'needsCode' | 'codeState' | 'requestCode';

function drafting({ provider, customers, blobs }: BlaaizLaneDeps): Pick<Lane, Drafting> {
  return {
    id: 'blaaiz', name: 'Blaaiz', purse: 'wallet', blobs, sendsFiles: false,
    tidy: (draft) => draft,
    senderName: ({ customerId }) => (customerId === null ? '' : (customers.standing(customerId)?.name ?? '')),
    missing: (_ctx, { draft }) => missingIn(draft),
    keepPayee,
    priceKey: (draft) => {
      const question = priceQuestion(draft);
      return question === null ? null : questionKey(question);
    },
    priceHint: 'Choose wallet, currency and method, and set the amount, to see what it costs.',
    price: async (ctx, draft) => {
      const link = connected(ctx, provider());
      if (!link.ok) return link;
      const question = priceQuestion(draft);
      return question === null ? fail(appError('validation', 'Something is missing.')) : link.value.price(question);
    },
  };
}

function holding({ provider, customers }: BlaaizLaneDeps): Pick<Lane, Holding> {
  return {
    checks: blaaizChecks(customers),
    outside: blaaizOutside(customers),
    readAgain: (ctx, { customerId }) => Promise.all([customerId === null ? null : customers.refresh(customerId), readWallets(ctx, provider)]),
    checkGiven: (_ctx, record) => checkHolder(record),
    checkStanding: async (ctx, record) => {
      const customer = await checkCustomer(customers, record);
      if (!customer.ok) return customer;
      const wallets = await readWallets(ctx, provider);
      return wallets.ok ? ok(null) : wallets;
    },
    checkCover,
    balance: keptWallet,
    readBalances: (ctx) => readWallets(ctx, provider),
    wallets: {
      'wallets.list': (ctx, request) => listWallets(ctx, provider, request),
      'banks.list': (ctx, request) => listBanks(ctx, provider, request),
      'banks.operators': (ctx, request) => listOperators(ctx, provider, request),
      'banks.lookup': (ctx, request) => lookupHolder(ctx, provider, request),
    },
    needsCode: () => false,
    codeState: () => ({ needed: false, mailbox: null, sentAt: null, expiresAt: null, attemptsLeft: null, blockedUntil: null, resendFrom: null }),
    requestCode: () => Promise.resolve(fail(appError('prerequisite', 'Blaaiz asks for no codes.'))),
  };
}

function moving(deps: BlaaizLaneDeps): Pick<Lane, Exclude<keyof Lane, Drafting | Holding>> {
  const { provider } = deps;
  return {
    linked: () => provider() !== null,
    warmUp: async (ctx) => {
      const link = connected(ctx, provider());
      return link.ok ? link.value.warmUp() : link;
    },
    prepare: (ctx, record) => Promise.resolve(prepare(ctx, deps, record)),
    deliver: async (_ctx, attempt) => {
      const link = provider();
      if (link === null) throw new Error('Nothing leaves without a connection');
      return link.send(attempt.body.toString('utf8'));
    },
    accepted: (ctx, { draft }) => { if (draft.payeeId !== null) ctx.payees.paid(draft.payeeId, ctx.clock()); },
    looksByReplay: false,
    find: (ctx, _record, attempt) => find(ctx, provider, attempt),
    findRestored: (ctx, record) => findRestored(ctx, provider, record),
    knowsReferences: true,
    status: (ctx, record) => status(ctx, provider, record),
    checkAgain,
    decideFrom: (since) => since + settleTime,
    replayUntil: () => null,
  };
}

function keepPayee(ctx: Context, draft: PayoutDraft): PayoutDraft {
  const { toCurrency: currency, method, payeeName, holderName } = draft;
  if (currency === null || method === null) return draft;
  const details = normalizePayeeDetails(currency, method, draft.details);
  const payeeId = ctx.payees.keep({ id: ctx.ids(), name: payeeName.trim(), currency, method, details, holderName }, ctx.clock());
  ctx.changed('payees', payeeId);
  return { ...draft, details, payeeId };
}
