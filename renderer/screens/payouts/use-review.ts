import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reply } from '../../../preload/contract/api.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout, Price } from '../../../preload/contract/payouts.ts';
import { ask } from '../../call.ts';
import { rememberReleased } from './kira-released.ts';
import { samePrice } from './price-lines.ts';

/** What a review shows. `draftPrice` is the price the draft had, `shown` the one to decide on, `changed` the one it replaced after main
 *  found at sending that it no longer holds: until the new one is accepted, nothing can be sent. */
export type ReviewState = {
  readonly draftPrice: Price | null;
  readonly shown: Price | null;
  readonly changed: Price | null;
  readonly reading: boolean;
  readonly priceError: AppError | null;
  readonly checks: Reply<'payouts.prerequisites'> | null;
  readonly sending: boolean;
  readonly sendError: AppError | null;
  /** When the payout was queued from here (epoch ms), until it is seen ready again; and how often it came back. */
  readonly queuedAt: number | null;
  readonly returned: number;
  /** How often main found at sending that it looks like another payout, which nobody had answered. */
  readonly suspected: number;
};

/** The answer to what looks alike: what was seen, by its key, and why it goes all the same. */
export type Decision = { readonly key: string; readonly reason: string };

/** A review: reads price and conditions again when it opens, and sends once. */
export type Review = ReviewState & {
  readonly readAgain: () => void;
  readonly accept: () => void;
  readonly send: () => void;
  /** Keeps the answer for the next sending; null forgets it. */
  readonly decide: (decision: Decision | null) => void;
  /** What else keeps it from being sent, in one sentence; null when nothing does. */
  readonly stop: string | null;
  /** Sends with a one-time code. Gives what stopped it, where the code is typed: null when it was sent, or when the new price has to be seen first. */
  readonly release: (code: string) => Promise<AppError | null>;
};

const unread: ReviewState = {
  draftPrice: null, shown: null, changed: null, reading: true, priceError: null, checks: null, sending: false, sendError: null, queuedAt: null, returned: 0, suspected: 0,
};

/** Opens the review of a ready payout. */
export function useReview(payout: Payout): Review {
  const { id, revision, updatedAt } = payout;
  const [state, setState] = useState<ReviewState>({ ...unread, draftPrice: payout.price });
  const patch = useCallback((change: Partial<ReviewState>) => setState((before) => ({ ...before, ...change })), []);

  useEffect(() => {
    let here = true;
    void readAll(id).then((read) => {
      if (here) patch(read);
    });
    return () => {
      here = false;
    };
  }, [id, patch]);

  // A ref, not state: the second press of a double click comes before the next render.
  const pressed = useRef(false);
  // A ref, not state: it is decided and sent with one press.
  const decision = useRef<Decision | null>(null);
  // A payout can be back before this screen ever saw it leave.
  if (state.queuedAt !== null && updatedAt >= state.queuedAt) setState({ ...state, sending: false, queuedAt: null, returned: state.returned + 1 });
  const send = async (accepted: Price, code: string | null): Promise<AppError | null> => {
    if (pressed.current || state.sending) return null;
    pressed.current = true;
    patch({ sending: true, sendError: null });
    const answer = await ask('payouts.send', { id, revision, accepted, code, ...(decision.current ? { duplicates: decision.current } : {}) });
    pressed.current = false;
    if (answer.ok) {
      if (payout.provider === 'kira') rememberReleased(id);
      patch({ queuedAt: answer.value.updatedAt });
      return null;
    }
    if (answer.error.code === 'price-changed') {
      patch(await newPrice(id, accepted, answer.error));
      return null;
    }
    if (answer.error.code === 'duplicate-suspected') {
      decision.current = null;
      setState((before) => ({ ...before, sending: false, suspected: before.suspected + 1 }));
      return null;
    }
    patch({ sending: false, sendError: code === null ? answer.error : null });
    return answer.error;
  };
  return {
    ...state, stop: null,
    decide: (next) => {
      decision.current = next;
    },
    readAgain: () => {
      patch({ reading: true });
      void readAll(id).then(patch);
    },
    accept: () => patch({ changed: null }),
    send: () => {
      if (state.shown && !state.changed) void send(state.shown, null);
    },
    release: async (code) => (state.shown && !state.changed ? send(state.shown, code) : null),
  };
}

/** The new price beside the one that was accepted. One that moved and is back by now leaves nothing to accept, but somebody pressed and nothing went. */
async function newPrice(id: string, old: Price, told: AppError): Promise<Partial<ReviewState>> {
  const price = await ask('payouts.price', { id });
  if (!price.ok) return { sending: false, sendError: price.error };
  const back = samePrice(old, price.value);
  return { sending: false, shown: price.value, changed: back ? null : old, sendError: back ? told : null };
}

/** Conditions and price, both read anew from the provider where it answers. */
async function readAll(id: string): Promise<Partial<ReviewState>> {
  const checks = await ask('payouts.prerequisites', { id, fresh: true });
  const price = await ask('payouts.price', { id });
  return {
    reading: false, checks: checks.ok ? checks.value : null,
    ...(price.ok ? { shown: price.value, priceError: null } : { priceError: price.error }),
  };
}
