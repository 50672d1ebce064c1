import { appError, type AppError, type ErrorCode } from '../../preload/contract/errors.ts';
import type { Act } from './act.ts';
import type { FailureKind, HttpFailure } from './failure.ts';
import type { RequestKind } from './http-types.ts';

/** A provider in the words of an error: its name, and what to do first when something may have arrived there. */
export type Named = { readonly name: string; readonly lookFirst: string };

type Words = { readonly code: ErrorCode; readonly why: (name: string) => string; readonly fix: string };
const words: Readonly<Record<FailureKind, Words>> = {
  offline: { code: 'offline', why: (name) => `this computer can\u2019t reach ${name}`, fix: 'Check the network, then try again.' },
  timeout: { code: 'timeout', why: (name) => `${name} did not answer in time`, fix: 'Try again in a minute.' },
  reset: { code: 'offline', why: () => 'the connection broke off', fix: 'Check the network, then try again.' },
  tls: { code: 'tls', why: () => 'the connection is not secure', fix: 'Check this computer\u2019s clock, and ask your IT whether something reads the traffic.' },
  aborted: { code: 'cancelled', why: () => 'it was stopped here', fix: 'Start it again when you are ready.' },
  'too-large': { code: 'provider-unreadable', why: () => 'the answer was far too long', fix: 'Test the profile, then try again.' },
  redirect: { code: 'provider-unreadable', why: () => 'the answer pointed to another address', fix: 'Check the address of the profile in Settings.' },
  insecure: { code: 'tls', why: () => 'the address of the profile is not https', fix: 'Correct the address of the profile in Settings.' },
};

/** An error for a request that got no reply. A write that broke off may have arrived, and its error says so. */
export function explainFailure({ name, lookFirst }: Named, failure: HttpFailure, act: Act, kind: RequestKind): AppError {
  const { code, why, fix } = words[failure.kind];
  if (kind === 'write' && (failure.kind === 'timeout' || failure.kind === 'reset')) {
    return appError('outcome-unknown', `${act.failed} for certain: ${why(name)}. It may have arrived.`, { fix: lookFirst });
  }
  return appError(code, `${act.failed}: ${why(name)}.`, { fix });
}

/** What is not known after a write without a reply, in words for the payout's story. */
export function lostCause(failure: HttpFailure): string {
  if (failure.kind === 'timeout') return 'no answer in time';
  if (failure.kind === 'offline') return `no connection while sending (${failure.code})`;
  if (failure.kind === 'tls') return `the secure connection failed while sending (${failure.code})`;
  if (failure.kind === 'reset') return `the line dropped while sending (${failure.code})`;
  return `the answer can\u2019t be read (${failure.code})`;
}
