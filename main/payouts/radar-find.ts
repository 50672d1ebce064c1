import { createHash } from 'node:crypto';
import type { PayoutRow } from '../../preload/contract/payouts.ts';
import type { ProviderId } from '../../preload/contract/provider.ts';
import { askScore, type LikelySame, type Radar } from '../../preload/contract/radar.ts';
import { accountKey } from '../store/account-key.ts';
import { alikeKeys } from '../store/alike-keys.ts';
import { createAlike, type AlikeFile, type AlikeRow } from '../store/alike.ts';
import { receiveOf, sendOf, type PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import type { PeerProfile } from './ports.ts';
import { likeness, type Comparable, type Likeness } from './radar-score.ts';
import { reasonsOf } from './radar-words.ts';
import { mendedBy } from './relatives.ts';

/** Below this score nothing is said: an account that was paid before is no news. */
const hintScore = 30;
const nothingAlike: Radar = { matches: [], key: '', ask: false };

/** Payouts that may be the same as this one, in this profile and its peers; nothing once it is on its way. */
export function seek(ctx: Context, record: PayoutRecord): Radar {
  if (record.state !== 'draft' && record.state !== 'ready') return nothingAlike;
  const matches = rate(ctx, record).filter(({ like }) => like.score >= hintScore)
    .toSorted((a, b) => b.like.score - a.like.score || b.comparable.at - a.comparable.at).slice(0, 10);
  const asking = matches.filter(({ like }) => like.score >= askScore);
  return { matches: matches.map(toMatch), key: asking.length === 0 ? '' : keyOf(record, asking), ask: asking.length > 0 };
}

type Rated = { readonly row: AlikeRow; readonly profile: PeerProfile; readonly here: boolean; readonly comparable: Comparable; readonly files: readonly AlikeFile[]; readonly like: Likeness };

function rate(ctx: Context, record: PayoutRecord): readonly Rated[] {
  const alike = createAlike(ctx.store);
  const profiles = profilesOf(ctx);
  const mine = comparableOf(ctx, record);
  const originals = new Set(mendedBy(ctx, record).map(({ id }) => id));
  const numbers = [...new Set([mine.invoiceKey, mine.referenceKey])].filter((key) => key !== null);
  const rows = alike.find({ id: record.id, profiles: [...profiles.keys()], account: mine.account, payee: mine.payee, numbers }).filter(({ id }) => !originals.has(id));
  const files = alike.files(rows.map(({ id }) => id));
  return rows.flatMap((row) => {
    const profile = profiles.get(row.profileId);
    if (profile === undefined) return [];
    const own = files.filter(({ payoutId }) => payoutId === row.id);
    const comparable = { ...row, files: own, provider: profile.provider, at: sentAt(row) ?? mine.at };
    return [{ row, profile, here: row.profileId === ctx.profileId, comparable, files: own, like: likeness(mine, comparable) }];
  });
}

function profilesOf(ctx: Context): ReadonlyMap<string, PeerProfile> {
  const here: PeerProfile = { id: ctx.profileId, name: ctx.profileName ?? ctx.lane.name, provider: ctx.lane.id };
  return new Map([...(ctx.peers?.() ?? []), here].map((profile) => [profile.id, profile]));
}

function comparableOf(ctx: Context, record: PayoutRecord): Comparable {
  const keys = alikeKeys(record.draft);
  return {
    account: accountKey(record.draft.details) || null, payee: keys.payee, invoiceKey: keys.invoice, referenceKey: keys.reference, reference: record.draft.reference,
    send: sendOf(record), receive: receiveOf(record), files: ctx.documents.list(record.id), provider: ctx.lane.id, at: ctx.clock(),
  };
}

/** When it went, null while it waits here. A payout that was taken back waits again, whenever it was released before. */
function sentAt({ state, releasedAt, updatedAt }: Pick<AlikeRow, 'state' | 'releasedAt' | 'updatedAt'>): number | null {
  return state === 'ready' ? null : releasedAt ?? updatedAt;
}

function toMatch({ row, profile, here, files, like }: Rated): LikelySame {
  const at = sentAt(row);
  return {
    payout: toRow(row, profile.provider), profileName: profile.name, here, sentAt: at, score: like.score, reasons: reasonsOf(like, profile.provider, at === null),
    invoiceNumber: row.invoiceNumber, fileNames: files.map(({ name }) => name),
  };
}

function toRow(row: AlikeRow, provider: ProviderId): PayoutRow {
  return {
    id: row.id, state: row.state, needsPerson: row.rank < 9, payeeName: row.payeeName, accountTail: row.accountTail, customerName: row.customerName,
    reference: row.reference, send: row.send, receive: row.receive, fromCurrency: row.fromCurrency, toCurrency: row.toCurrency, provider, method: row.method, updatedAt: row.updatedAt,
  };
}

/** Names what a person saw: this payout as it is, and each payout asked about with why. Days passing change nothing; another finding does. */
function keyOf({ id, revision }: PayoutRecord, asking: readonly Rated[]): string {
  const seen = asking.map(({ row, like }) => [row.id, ...like.codes.filter((code) => code !== 'near')].join(' ')).toSorted();
  return createHash('sha256').update(JSON.stringify([id, revision, seen])).digest('hex');
}
