import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../preload/contract/errors.ts';
import type { KiraDraft, PayoutDraft, Price } from '../../preload/contract/payouts.ts';
import type { Result } from '../../preload/contract/result.ts';
import { readPercent } from './kira-edits.ts';
import { realTimers, type Timers } from './timers.ts';

/** What a price depends on, as one text; null while something of it is missing. Two drafts with the same text have the same price. */
export function priceQuestion(draft: PayoutDraft): string | null {
  const { fromCurrency, toCurrency, method, side, amountMinor } = draft;
  if (!fromCurrency || !toCurrency || !method || amountMinor === null || amountMinor <= 0) return null;
  if (draft.kira) return kiraQuestion(draft, draft.kira, amountMinor);
  return [fromCurrency, toCurrency, method, side, amountMinor].join(' ');
}

/** Kira prices an account, a recipient and a mark-up; what is paid by stablecoin also needs network and token. */
function kiraQuestion({ walletId, payeeId }: PayoutDraft, { mode, network, token, markup }: KiraDraft, amountMinor: number): string | null {
  if (walletId === null || payeeId === null || (mode === 'crypto' && (network === null || token === null))) return null;
  if (markup && !isWhole(markup)) return null;
  return ['kira', walletId, payeeId, amountMinor, mode, network, token, markup ? `${markup.fixedMinor ?? ''}+${markup.percent}` : ''].join(' ');
}

function isWhole({ fixedMinor, percent }: NonNullable<KiraDraft['markup']>): boolean {
  const { plain, problem } = readPercent(percent);
  return problem === null && (fixedMinor !== null || plain !== '');
}

/** The price on show. `of` is the question it answers; when it isn't the present one, the figures are old. */
export type PriceState = {
  readonly price: Price | null;
  readonly of: string | null;
  readonly question: string | null;
  readonly asking: boolean;
  readonly problem: AppError | null;
};

/** Keeps the price of a draft fresh: asks when what it depends on changes, and shows the old one meanwhile. */
export type PriceAsker = {
  readonly store: StoreApi<PriceState>;
  /** Says what the saved draft asks now; asks after a short pause. Give a price to start from if main kept one. */
  watch(id: string | null, question: string | null): void;
  /** Asks again at once: the figures grew old. */
  again(): void;
  stop(): void;
};

/** How long the question has to stand still before it is asked, in ms. */
export const askAfter = 400;

type Ask = (id: string) => Promise<Result<Price, AppError>>;

/** Makes a price asker; `kept` is the last price with the question that it answered. */
export function makePriceAsker(ask: Ask, kept: { readonly price: Price; readonly of: string } | null, timers: Timers = realTimers): PriceAsker {
  const store = createStore<PriceState>(() => ({
    price: kept?.price ?? null, of: kept?.of ?? null, question: null, asking: false, problem: null,
  }));
  let id: string | null = null;
  let turn = 0;
  let cancel = () => {};

  const run = async () => {
    const { question } = store.getState();
    if (id === null || question === null) return;
    turn += 1;
    const mine = turn;
    store.setState({ asking: true });
    const answer = await ask(id);
    // An answer to a question that has changed meanwhile is nobody's.
    if (mine !== turn) return;
    if (answer.ok) store.setState({ price: answer.value, of: question, asking: false, problem: null });
    else store.setState({ asking: false, problem: answer.error });
  };

  return {
    store,
    watch(nextId, question) {
      id = nextId;
      const before = store.getState();
      if (nextId === null || before.question === question) return;
      cancel();
      turn += 1;
      store.setState({ question, problem: null, asking: question !== null });
      if (question !== null) cancel = timers.after(before.question === null && before.price === null ? 0 : askAfter, () => void run());
    },
    again() {
      cancel();
      void run();
    },
    stop() {
      cancel();
      turn += 1;
      store.setState({ question: null, asking: false });
    },
  };
}
