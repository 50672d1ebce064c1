import type { CodeState } from '../../preload/contract/accounts.ts';
import type { SendOutcome } from '../providers/provider.ts';
import { blockTime, resendPause } from './schedule.ts';

/** Where the last mailed code stands (epoch ms), without what only the settings know. */
export type CodeFacts = Omit<CodeState, 'needed' | 'mailbox'>;

/** One-time codes between the hand that types them and the call that carries them: in memory only, one a payout, gone once it left, was taken back or
 *  the app was locked. Beside them what the provider said about codes. */
export type Codes = {
  hold(id: string, code: string): void;
  has(id: string): boolean;
  /** Whether a payout other than `id` is on its way out with a code: a new code would kill it. */
  othersLeave(id: string): boolean;
  /** Gives a payout's code away for its one call; {@link Codes.drop} says that the call is over. */
  take(id: string): string | null;
  drop(id: string): void;
  dropAll(): void;
  /** A new code is being asked for, or no longer: from then on the one before may be of no use. */
  asks(now: boolean): void;
  isAsked(): boolean;
  /** A code was mailed, good until `expiresAt`. */
  mailed(expiresAt: number): void;
  blocked(): void;
  /** What became of a call that carried a code, or should have. */
  told(outcome: SendOutcome): void;
  facts(): CodeFacts;
  /** Whether the provider asked for a code that wasn't given. */
  learnedNeeded(): boolean;
};

const nothing: CodeFacts = { sentAt: null, expiresAt: null, attemptsLeft: null, blockedUntil: null, resendFrom: null };

/** Makes the codes of one desk; `clock` gives epoch ms. */
export function createCodes(clock: () => number): Codes {
  const held = new Map<string, string>();
  const leaving = new Set<string>();
  let facts = nothing;
  let learned = false;
  let asked = false;
  const block = () => { facts = { ...nothing, attemptsLeft: 0, blockedUntil: clock() + blockTime }; };
  return {
    hold: (id, code) => { held.set(id, code); },
    has: (id) => held.has(id),
    othersLeave: (id) => [...held.keys(), ...leaving].some((each) => each !== id),
    take: (id) => {
      const code = held.get(id) ?? null;
      held.delete(id);
      if (code !== null) leaving.add(id);
      return code;
    },
    drop: (id) => {
      held.delete(id);
      leaving.delete(id);
    },
    dropAll: () => { held.clear(); },
    asks: (now) => { asked = now; },
    isAsked: () => asked,
    mailed: (expiresAt) => { facts = { ...nothing, sentAt: clock(), expiresAt, resendFrom: clock() + resendPause }; },
    blocked: block,
    told: (outcome) => {
      if (outcome.kind !== 'code-refused') facts = nothing;
      else if (outcome.blocked) block();
      else facts = { ...facts, attemptsLeft: outcome.attemptsLeft, resendFrom: outcome.needed ? facts.resendFrom : null };
      if (outcome.kind === 'code-refused' && outcome.needed) learned = true;
    },
    facts: () => {
      if (isOver(facts, clock())) facts = nothing;
      return facts;
    },
    learnedNeeded: () => learned,
  };
}

/** Whether a block has passed. What would last longer than it ever does was noted before the clock was set back: it must hold nobody up. */
function isOver({ blockedUntil, resendFrom }: CodeFacts, now: number): boolean {
  if (blockedUntil !== null && (blockedUntil <= now || blockedUntil > now + blockTime)) return true;
  return resendFrom !== null && resendFrom > now + resendPause;
}
