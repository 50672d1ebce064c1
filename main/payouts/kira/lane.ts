import { appError } from '../../../preload/contract/errors.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import { toDraftPayee } from '../../../preload/contract/recipient-payee.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { connected } from '../context.ts';
import type { Lane } from '../lane.ts';
import type { KiraLaneDeps, RecipientDesk } from '../ports.ts';
import { keyLife } from '../schedule.ts';
import { prepare } from './attempt.ts';
import { checkCode, codeState, needsCode, requestCode } from './code.ts';
import { missingIn } from './completeness.ts';
import { accepted, checkAgain, deliver, find, findRestored, status } from './journey.ts';
import { kiraChecks, kiraOutside } from './prerequisites.ts';
import { priceQuestion, questionKey } from './question.ts';
import { checkCover, checkStanding } from './release.ts';

/** Kira: virtual accounts, recipients that it holds itself, one-time codes, deposits, look-ups by key. */
export function createKiraLane(deps: KiraLaneDeps): Lane {
  return { ...drafting(deps), ...holding(deps), ...moving(deps) };
}

type Drafting = 'id' | 'name' | 'purse' | 'blobs' | 'sendsFiles' | 'tidy' | 'senderName' | 'missing' | 'keepPayee' | 'priceKey' | 'priceHint' | 'price';
type Holding = 'checks' | 'outside' | 'readAgain' | 'checkGiven' | 'checkStanding' | 'checkCover' | 'balance' | 'readBalances' | 'wallets' | 'needsCode' | 'codeState' | 'requestCode';

function drafting({ provider, accounts, recipients, blobs }: KiraLaneDeps): Pick<Lane, Drafting> {
  return {
    id: 'kira', name: 'Kira', purse: 'account', blobs, sendsFiles: true,
    tidy: (draft) => tidy(recipients, draft),
    senderName: ({ walletId }) => (walletId === null ? '' : (accounts.find(walletId)?.userName ?? '')),
    missing: (ctx, { id, draft }) => missingIn(recipients, draft, ctx.documents.list(id)),
    keepPayee: (_ctx, draft) => draft,
    priceKey: (draft) => {
      const question = priceQuestion(recipients, draft);
      return question === null ? null : questionKey(question);
    },
    priceHint: 'Choose account and recipient, and set the amount, to see what it costs.',
    price: async (ctx, draft) => {
      const link = connected(ctx, provider());
      if (!link.ok) return link;
      const question = priceQuestion(recipients, draft);
      return question === null ? fail(appError('validation', 'Something is missing.')) : link.value.price(question);
    },
  };
}

/** A Kira payout is in US dollars and names what the book says of its recipient. */
function tidy(recipients: RecipientDesk, draft: PayoutDraft): PayoutDraft {
  const recipient = draft.payeeId === null ? null : recipients.find(draft.payeeId);
  return { ...draft, customerId: null, fromCurrency: 'USD', toCurrency: 'USD', ...(recipient === null ? {} : toDraftPayee(recipient)) };
}

function holding(deps: KiraLaneDeps): Pick<Lane, Holding> {
  const { accounts } = deps;
  return {
    checks: kiraChecks(deps),
    outside: kiraOutside(deps),
    readAgain: () => accounts.refresh(),
    checkGiven: (ctx, { id, draft }, code) => (needsCode(ctx, deps, draft) ? checkCode(ctx, id, code) : ok(null)),
    checkStanding: (ctx, record) => checkStanding(ctx, deps, record),
    checkCover: (ctx, record) => checkCover(ctx, deps, record),
    balance: (_ctx, walletId) => (walletId === null ? null : accounts.find(walletId)),
    readBalances: () => accounts.refresh(),
    wallets: {
      'wallets.list': () => Promise.resolve(ok({ wallets: [], readAt: null })),
      'banks.list': () => Promise.resolve(ok({ banks: [], readAt: null })),
      'banks.operators': () => Promise.resolve(ok({ banks: [], readAt: null })),
      'banks.lookup': () => Promise.resolve(fail(appError('prerequisite', 'Kira can\u2019t be asked whose account it is.'))),
    },
    needsCode: (ctx, draft) => needsCode(ctx, deps, draft),
    codeState: (ctx) => codeState(ctx, deps),
    requestCode: (ctx, id) => requestCode(ctx, deps, id),
  };
}

function moving(deps: KiraLaneDeps): Pick<Lane, Exclude<keyof Lane, Drafting | Holding>> {
  return {
    linked: () => deps.provider() !== null,
    warmUp: async (ctx) => {
      const link = connected(ctx, deps.provider());
      return link.ok ? link.value.warmUp() : link;
    },
    prepare: (ctx, record) => prepare(ctx, deps, record),
    deliver: (ctx, attempt, code) => deliver(ctx, deps, attempt, code),
    accepted: (ctx, record, told) => { accepted(ctx, deps, record, told); },
    looksByReplay: true,
    find: (ctx, record, attempt) => find(ctx, deps, record, attempt),
    findRestored: (ctx, record) => findRestored(ctx, deps, record),
    knowsReferences: false,
    status: (ctx, record) => status(ctx, deps, record),
    checkAgain: (ctx, record, attempt, code) => checkAgain(ctx, deps, record, attempt, code),
    decideFrom: (since) => since,
    replayUntil: ({ writtenAt }) => writtenAt + keyLife,
  };
}
