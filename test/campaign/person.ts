import type { AppError, ErrorCode } from '../../preload/contract/errors.ts';
import type { Payout } from '../../preload/contract/payouts.ts';
import { plainPdf } from '../e2e/support/papers.ts';
import type { Cast } from './cast.ts';
import { good, type Ask } from './desk.ts';
import type { Lane } from './faults.ts';
import type { PlannedPayout, RunPlan, Step } from './plan.ts';
import type { Provider } from './provider.ts';
import type { Time } from './time.ts';

/** A payout of the run as the person knows it: the app said that it is saved. */
export type Mine = { readonly id: string; readonly reference: string };

/** What a person does with payouts, through the app's channels, and with what the app asks back. */
export type Person = {
  /** Whether the app shows payouts at all: it is open, with a profile. */
  readonly canSee: () => Promise<boolean>;
  /** Opens the profile of a lane. */
  readonly open: (lane: Lane) => Promise<void>;
  /** Draws a payout up, up to its saving; null when the app refused to save it. */
  readonly save: (lane: Lane, planned: PlannedPayout, reference: string) => Promise<Mine | null>;
  /** Copies a payout and gives the copy a reference of its own. */
  readonly copy: (original: Mine, reference: string) => Promise<Mine | null>;
  /** Takes a draft on to ready, priced; tells of each step. Gives up at the first refusal. */
  readonly makeReady: (lane: Lane, mine: Mine, reached: (step: Step) => Promise<void>) => Promise<void>;
  /** Releases a ready payout; answers what the app asks back. Gives up where a person would. */
  readonly release: (lane: Lane, mine: Mine, reached: (step: Step) => Promise<void>) => Promise<void>;
  readonly takeBack: (mine: Mine) => Promise<void>;
  /** Decides about a payout that nobody finds. */
  readonly decide: (lane: Lane, mine: Mine, how: RunPlan['decision']) => Promise<void>;
  readonly see: (mine: Mine) => Promise<Payout>;
};

/** What a person needs. */
export type PersonParts = { readonly ask: Ask; readonly cast: () => Cast; readonly provider: Provider; readonly time: Time; readonly promised: (mine: Mine) => void };

/** Until a code may be asked for again, and a little. */
const resend = 46_000;
const invoice = plainPdf(1);
const patience = 5;

/** Makes a person at a desk. */
export function createPerson(parts: PersonParts): Person {
  const { ask, cast, promised } = parts;
  const see = async ({ id }: Mine) => good(await ask('payouts.get', { id }));
  return {
    see,
    canSee: async () => (await ask('payouts.counts', { view: 'all', query: '' })).ok,
    open: async (lane) => {
      const id = cast().profiles[lane === 'blaaiz' ? 'blaaiz' : 'kira'];
      const { profile } = good(await ask('app.state', {}));
      if (profile?.id !== id) good(await ask('profiles.choose', { id }));
    },
    save: async (lane, { minor }, reference) => {
      const saved = await ask('payouts.save', { id: null, revision: 0, draft: cast().draft(lane, minor, reference) });
      if (!saved.ok) return null;
      const mine = { id: saved.value.id, reference };
      promised(mine);
      return mine;
    },
    copy: (original, reference) => copy(parts, original, reference),
    makeReady: (lane, mine, reached) => makeReady(parts, lane, mine, reached),
    release: (lane, mine, reached) => release(parts, lane, mine, reached),
    takeBack: async ({ id }) => { await ask('payouts.takeBack', { id }); },
    decide: (lane, mine, how) => decide(parts, lane, mine, how),
  };
}

async function copy({ ask, promised }: PersonParts, { id }: Mine, reference: string): Promise<Mine | null> {
  const copied = await ask('payouts.clone', { id });
  if (!copied.ok) return null;
  const { draft, revision } = copied.value;
  const kira = draft.kira === null ? null : { ...draft.kira, invoiceNumber: reference };
  const renamed = await ask('payouts.save', { id: copied.value.id, revision, draft: { ...draft, reference, kira } });
  if (!renamed.ok) return null;
  const mine = { id: copied.value.id, reference };
  promised(mine);
  return mine;
}

async function makeReady({ ask }: PersonParts, lane: Lane, { id }: Mine, reached: (step: Step) => Promise<void>): Promise<void> {
  const before = good(await ask('payouts.get', { id }));
  if (before.state !== 'draft') return;
  if (lane === 'kira-crypto' && before.documents.length === 0) await ask('payouts.attach', { id, name: 'invoice.pdf', bytes: new Uint8Array(invoice), kind: 'invoice' });
  await ask('payouts.price', { id });
  await reached('priced');
  const { revision } = good(await ask('payouts.get', { id }));
  await ask('payouts.ready', { id, revision });
  await reached('ready');
}

async function release(parts: PersonParts, lane: Lane, mine: Mine, reached: (step: Step) => Promise<void>): Promise<void> {
  const { ask } = parts;
  let code: string | null = lane === 'kira-fiat' ? await codeFor(parts, mine) : null;
  await reached('coded');
  let duplicates: { readonly key: string; readonly reason: string } | undefined;
  for (let tries = 0; tries < patience; tries += 1) {
    const { state, revision, price } = good(await ask('payouts.get', { id: mine.id }));
    if (state !== 'ready' || price === null) return;
    const sent = await ask('payouts.send', { id: mine.id, revision, accepted: price, code, ...(duplicates === undefined ? {} : { duplicates }) });
    if (sent.ok) return reached('released');
    const answer = await answered(parts, mine, sent.error);
    if (answer === 'give-up') return;
    if (answer === 'new-code') code = await codeFor(parts, mine);
    if (typeof answer === 'object') duplicates = answer;
  }
}

type Answer = 'give-up' | 'again' | 'new-code' | { readonly key: string; readonly reason: string };
const aboutCode: ReadonlySet<ErrorCode> = new Set(['code-needed', 'code-wrong', 'code-blocked']);

/** What a person does about a refusal to release. */
async function answered({ ask }: PersonParts, { id }: Mine, { code }: AppError): Promise<Answer> {
  if (aboutCode.has(code)) return 'new-code';
  if (code === 'price-changed' || code === 'prerequisite') return (await ask('payouts.price', { id })).ok ? 'again' : 'give-up';
  if (code === 'duplicate-suspected') {
    const radar = await ask('payouts.radar', { id });
    return radar.ok ? { key: radar.value.key, reason: 'It is another delivery, the supplier confirmed it' } : 'give-up';
  }
  if (code === 'look-first') return lookedThrough(ask);
  return code === 'conflict' ? 'again' : 'give-up';
}

async function lookedThrough(ask: Ask): Promise<Answer> {
  const sheet = await ask('away.read', {});
  return sheet.ok && (await ask('away.accept', { key: sheet.value.key })).ok ? 'again' : 'give-up';
}

/** Has a code mailed and reads it. The provider mails the next one only after a pause. */
async function codeFor({ ask, provider, time }: PersonParts, { id }: Mine): Promise<string | null> {
  for (let tries = 0; tries < 3; tries += 1) {
    if ((await ask('payouts.requestCode', { id })).ok) return provider.newestCode();
    await time.skip(resend);
  }
  return null;
}

/** Asks once more, then does what was planned; a person who can't send it again asks the provider by telephone and writes down what was said. */
async function decide(parts: PersonParts, lane: Lane, mine: Mine, how: RunPlan['decision']): Promise<void> {
  const { ask } = parts;
  await ask('payouts.look', { id: mine.id });
  const unknown = async () => good(await ask('payouts.get', { id: mine.id })).state === 'unknown';
  if (how === 'again') await sendAgain(parts, lane, mine, unknown);
  if (await unknown()) await ask('payouts.look', { id: mine.id });
  if (!await unknown()) return;
  const there = await parts.provider.idOf(mine.reference);
  const said = there === null ? 'Looked it up while I waited on the phone' : `They have it, as ${there}`;
  await ask('payouts.recordAnswer', { id: mine.id, outcome: there === null ? 'not-received' : 'received', who: 'Their support desk', said });
  if (there !== null) await ask('payouts.look', { id: mine.id });
}

async function sendAgain(parts: PersonParts, lane: Lane, { id, reference }: Mine, unknown: () => Promise<boolean>): Promise<void> {
  const { ask } = parts;
  for (let tries = 0; tries < 3 && await unknown(); tries += 1) {
    const code = lane === 'kira-fiat' ? await codeFor(parts, { id, reference }) : null;
    const again = await ask('payouts.sendAgain', { id, reason: 'Nobody finds it, and the supplier waits', code });
    if (again.ok || !aboutCode.has(again.error.code)) return;
  }
}
