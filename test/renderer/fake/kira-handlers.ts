import { appError, type AppError } from '../../../preload/contract/errors.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { recipientTail } from '../../../preload/contract/recipient-payee.ts';
import { recipientName, type Recipient } from '../../../preload/contract/recipients.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Handlers } from './handlers.ts';
import { mailedCode, sampleMail } from './kira-samples.ts';
import { changed, freshId, type World } from './world.ts';

type Mine = Extract<keyof Handlers, `accounts.${string}` | `recipients.${string}` | `practice.${string}`>;
type OfPayouts = 'payouts.attach' | 'payouts.describeDocument' | 'payouts.detach' | 'payouts.readDocument' | 'payouts.codeState' | 'payouts.requestCode' | 'payouts.copyAddress' | 'payouts.noteDeposit';
const gone: AppError = appError('not-found', 'It is not here any more.');

/** accounts.*, recipients.* and practice.* over a {@link World}. */
export function kiraHandlers(world: World): Pick<Handlers, Mine> {
  return {
    'accounts.list': ({ fresh }) => {
      if (fresh) {
        world.accounts = world.accounts.map((one) => ({ ...one, readAt: world.now() }));
        changed(world, ['accounts']);
      }
      return ok({ accounts: world.accounts, readAt: world.accounts[0]?.readAt ?? null });
    },
    'accounts.deposits': ({ accountId }) => ok({ deposits: world.deposits.get(accountId) ?? [] }),
    ...recipientHandlers(world),
    'practice.mailbox': () => ok(world.state.profile?.builtIn ? world.mails : []),
  };
}

function recipientHandlers(world: World) {
  const put = (next: Recipient) => {
    world.recipients = [...world.recipients.filter((one) => one.id !== next.id), next].sort((a, b) => a.name.localeCompare(b.name));
    changed(world, ['recipients'], next.id);
    return ok(next);
  };
  return {
    'recipients.list': ({ query }) => ok(world.recipients.filter((one) => `${one.name} ${one.tail}`.toLowerCase().includes(query.toLowerCase()))),
    'recipients.save': ({ id, fields }) => {
      const known = world.recipients.find((one) => one.id === id);
      if (known && known.state !== 'draft' && known.state !== 'refused') return fail(appError('conflict', 'Kira has this recipient: it can’t be changed there.'));
      const at = world.now();
      const base = known ?? { id: freshId(world, 'recipient'), remoteId: null, state: 'draft' as const, problem: null, lastPaidAt: null, createdAt: at };
      return put({ ...base, name: recipientName(fields), tail: recipientTail(fields), fields, updatedAt: at });
    },
    'recipients.create': ({ id }) => {
      const known = world.recipients.find((one) => one.id === id);
      return known ? put({ ...known, state: 'there', remoteId: `rec_${id}`, updatedAt: world.now() }) : fail(gone);
    },
    'recipients.remove': ({ id }) => {
      world.recipients = world.recipients.filter((one) => one.id !== id);
      changed(world, ['recipients'], id);
      return ok(null);
    },
  } satisfies Partial<Handlers>;
}

/** Kira's part of payouts.*: files, codes, deposits. `edit` changes a payout of the world and says so. */
export function kiraPayoutHandlers(world: World, edit: (id: string, change: (payout: Payout) => Partial<Payout>) => Result<Payout, AppError>): Pick<Handlers, OfPayouts> {
  return {
    'payouts.attach': ({ id, name, bytes, kind }) => {
      const mime = bytes[0] === 0x25 ? 'application/pdf' as const : bytes[0] === 0x89 ? 'image/png' as const : 'image/jpeg' as const;
      const encodedSize = Math.ceil(bytes.length / 3) * 4 + `data:${mime};base64,`.length;
      const documentId = freshId(world, 'document');
      return edit(id, (one) => ({
        documents: [...one.documents, { id: documentId, name, mime, size: bytes.length, encodedSize, sha256: 'ab'.repeat(32), kind, description: '', addedAt: world.now() }], revision: one.revision + 1,
      }));
    },
    'payouts.describeDocument': ({ id, documentId, kind, description }) => edit(id, (one) => ({
      documents: one.documents.map((document) => (document.id === documentId ? { ...document, kind, description } : document)), revision: one.revision + 1,
    })),
    'payouts.detach': ({ id, documentId }) => edit(id, (one) => ({ documents: one.documents.filter((document) => document.id !== documentId), revision: one.revision + 1 })),
    'payouts.readDocument': () => fail(gone),
    ...codeHandlers(world),
    'payouts.copyAddress': () => ok({ watchedUntil: world.now() + 120_000 }),
    'payouts.noteDeposit': ({ id, transactionHash }) => edit(id, (one) => ({ deposit: one.deposit ? { ...one.deposit, transactionHash } : null })),
  };
}

function codeHandlers(world: World) {
  return {
    'payouts.codeState': () => ok(world.code),
    'payouts.requestCode': () => {
      const now = world.now();
      if (world.code.blockedUntil !== null && world.code.blockedUntil > now) return fail(appError('code-blocked', 'Kira takes no codes for now.', { fix: 'Wait, then ask for a new code.' }));
      if (world.code.resendFrom !== null && world.code.resendFrom > now) return fail(appError('too-late', 'A code was mailed just now.', { fix: 'Wait a moment before asking for another.' }));
      world.code = { ...mailedCode(now), needed: world.code.needed, mailbox: world.code.mailbox };
      world.mails = [sampleMail(freshId(world, 'mail'), now, String(481_902 + world.mails.length)), ...world.mails];
      return ok(world.code);
    },
  } satisfies Partial<Handlers>;
}
