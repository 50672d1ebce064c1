import type { PayoutState } from '../../preload/contract/payouts.ts';

/** A payout as the app shows it. `reference` is what its draft was given, of its own for each; `left` is the hash of what it says it sent, under which
 *  reference or key. */
export type ShownIntent = {
  readonly id: string;
  readonly reference: string;
  readonly state: PayoutState;
  readonly left: { readonly key: string; readonly sha256: string } | null;
};

/** What the provider did for a payout: took money from a wallet or account, or made a payout that waits for its deposit. */
export type Debit = { readonly id: string; readonly reference: string };

/** A payout's bytes as the provider got them. */
export type Arrival = { readonly key: string; readonly reference: string; readonly sha256: string };

/** Everything that is judged. `promised` are the ids that the app gave for drafts it said it had saved. */
export type Evidence = {
  readonly promised: readonly string[];
  readonly shown: readonly ShownIntent[];
  readonly debits: readonly Debit[];
  readonly arrivals: readonly Arrival[];
  readonly audit: string;
};

/** What is wrong, in words; the counts of the campaign are the lengths. */
export type Verdict = { readonly sentTwice: readonly string[]; readonly lost: readonly string[]; readonly unresolved: readonly string[] };

/** The states of a payout of which the app says that the provider has it. */
const arrived: ReadonlySet<PayoutState> = new Set(['accepted', 'awaiting_deposit', 'deposit_expired', 'processing', 'completed', 'failed', 'returned']);
const open: ReadonlySet<PayoutState> = new Set(['queued', 'sending', 'unknown']);

/** Holds the app's journal against the provider's ledger, when all is found out and decided. What was written down and what is in the ledger must be
 *  the same, so a chain that doesn't hold and bytes that aren't the stored ones count as lost, too. */
export function judge(evidence: Evidence): Verdict {
  return {
    sentTwice: [...timesOf(evidence.debits)].filter(([, times]) => times > 1).map(([reference, times]) => `${reference} left ${times} times`),
    lost: [...gone(evidence), ...unknownToApp(evidence), ...unknownToProvider(evidence), ...otherBytes(evidence), ...auditBroken(evidence)],
    unresolved: evidence.shown.filter(({ state }) => open.has(state)).map(({ reference, state }) => `${reference} is still ${state}, and no decision is offered`),
  };
}

/** Whether nothing is wrong. */
export function isClean({ sentTwice, lost, unresolved }: Verdict): boolean {
  return sentTwice.length + lost.length + unresolved.length === 0;
}

function timesOf(debits: readonly Debit[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { reference } of debits) times.set(reference, (times.get(reference) ?? 0) + 1);
  return times;
}

function gone({ promised, shown }: Evidence): readonly string[] {
  const there = new Set(shown.map(({ id }) => id));
  return promised.filter((id) => !there.has(id)).map((id) => `The payout ${id} was saved and is gone`);
}

function unknownToApp({ debits, shown }: Evidence): readonly string[] {
  return [...timesOf(debits).keys()].flatMap((reference) => {
    const candidates = shown.filter((intent) => intent.reference === reference);
    if (candidates.some(({ state }) => arrived.has(state))) return [];
    const said = candidates.map(({ state }) => state).join(', ') || 'nothing';
    return [`Money left for ${reference}, of which the app shows ${said}`];
  });
}

function unknownToProvider({ debits, shown }: Evidence): readonly string[] {
  const left = timesOf(debits);
  return shown.filter(({ state, reference }) => arrived.has(state) && !left.has(reference)).map(({ state, reference }) => `${reference} is shown as ${state}, and the provider has nothing of it`);
}

function otherBytes({ arrivals, shown }: Evidence): readonly string[] {
  const stored = new Map(shown.flatMap(({ left }) => (left === null ? [] : [[left.key, left.sha256] as const])));
  const first = new Map<string, string>();
  return arrivals.flatMap(({ key, reference, sha256 }) => {
    const expected = stored.get(key) ?? first.get(key) ?? sha256;
    first.set(key, expected);
    return expected === sha256 ? [] : [`What arrived for ${reference} under ${key} isn\u2019t what was written down`];
  });
}

/** A chain without an anchor holds as far as can be told: some computers have no keychain. */
function auditBroken({ audit }: Evidence): readonly string[] {
  return audit === 'broken' ? ['The audit log doesn\u2019t hold'] : [];
}
