import {
  ArrowRight, BadgeCheck, Ban, Check, CircleCheck, CircleDashed, CircleDot, CirclePause, CircleQuestionMark, CircleX, Clock, ClockAlert,
  CloudCheck, FileX, Hourglass, ListEnd, LoaderCircle, MessageSquareText, OctagonX, Paperclip, PencilLine, Siren, TimerOff, TriangleAlert, Undo2, Unplug, Upload, type LucideIcon,
} from 'lucide-react';
import { verificationPace, type CustomerRow } from '../../preload/contract/customers.ts';
import type { DocumentInfo } from '../../preload/contract/documents.ts';
import type { PayoutState } from '../../preload/contract/payouts.ts';
import { t } from '../text.ts';

/** A family of meaning; each has its own colour. */
export type StatusFamily = 'idle' | 'move' | 'ok' | 'wait' | 'bad' | 'unk';

/** A state in words, with the icon and family that always go with it. `person` marks one that waits for somebody. */
export type StatusWord = { readonly word: string; readonly icon: LucideIcon; readonly family: StatusFamily; readonly person: boolean };

const status = (word: string, icon: LucideIcon, family: StatusFamily, person = false): StatusWord => ({ word, icon, family, person });

/** The word for a payout's state. Processing is the provider's; a state it sends that we don't know is shown as it is by {@link rawStatus}. */
export function payoutStatus(state: PayoutState): StatusWord {
  switch (state) {
    case 'draft': return status(t('Draft'), PencilLine, 'idle');
    case 'ready': return status(t('Ready'), CircleDot, 'idle');
    case 'queued': return status(t('Queued'), ListEnd, 'move');
    case 'sending': return status(t('Sending'), LoaderCircle, 'move');
    case 'accepted': return status(t('Accepted'), Check, 'move');
    case 'awaiting_deposit': return status(t('Awaiting deposit'), Hourglass, 'wait', true);
    case 'deposit_expired': return status(t('Deposit expired'), TimerOff, 'idle', true);
    case 'processing': return status(t('Processing'), ArrowRight, 'move');
    case 'completed': return status(t('Completed'), CircleCheck, 'ok');
    case 'returned': return status(t('Returned'), Undo2, 'bad', true);
    case 'refused': return status(t('Refused'), Ban, 'bad', true);
    case 'failed': return status(t('Failed'), CircleX, 'bad', true);
    case 'unknown': return status(t('Unknown'), CircleQuestionMark, 'unk', true);
  }
}

/** The word for a payout that the provider reviews; a provider's own state, so payouts in lists don't have it. */
export function heldStatus(): StatusWord {
  return status(t('Held for review'), CirclePause, 'wait', true);
}

/** A provider's state that we don't know: its own text, quietly. Violet is only for what we don't know ourselves. */
export function rawStatus(text: string): StatusWord {
  return status(text, CircleQuestionMark, 'idle');
}

/** The word for a customer, by state, extra checks and how long verification has taken. */
export function customerStatus(row: Pick<CustomerRow, 'state' | 'extraChecks' | 'pendingSince'>, now: number): StatusWord {
  switch (row.state) {
    case 'draft': return status(t('Draft'), PencilLine, 'idle');
    case 'submitting': return status(t('Uploading'), Upload, 'move');
    case 'cut': return status(t('Upload cut'), Unplug, 'wait', true);
    case 'pending': return pendingStatus(row.pendingSince ?? now, now);
    case 'verified': return row.extraChecks ? status(t('Extra checks'), CirclePause, 'wait', true) : status(t('Verified'), BadgeCheck, 'ok');
    case 'rejected': return status(t('Rejected'), FileX, 'bad', true);
  }
}

function pendingStatus(since: number, now: number): StatusWord {
  switch (verificationPace(since, now)) {
    case 'normal': return status(t('Pending'), Clock, 'move');
    case 'late': return status(t('Late'), ClockAlert, 'wait', true);
    case 'escalate': return status(t('Escalate now'), Siren, 'bad', true);
  }
}

/** The word for a document, with the percentage that has left while it uploads; null is an empty slot. */
export function documentStatus(document: Pick<DocumentInfo, 'state' | 'sent' | 'bytes'> | null): StatusWord {
  switch (document?.state) {
    case undefined: return status(t('Empty'), CircleDashed, 'idle');
    case 'kept': return status(t('Kept'), Check, 'ok');
    case 'uploading': return status(t('Uploading {n}%', { n: percent(document) }), Upload, 'move');
    case 'uploaded': return status(t('Uploaded'), CloudCheck, 'move');
    case 'cut': return status(t('Upload cut'), Unplug, 'wait', true);
    case 'attached': return status(t('Attached'), Paperclip, 'move');
  }
}

/** The word for a document that the provider refused. */
export function refusedStatus(): StatusWord {
  return status(t('Rejected'), FileX, 'bad', true);
}

/** The word for a document on this computer, by what its checks come to; `kept` is one that a written reason lets go. */
export function standingStatus(standing: 'pass' | 'look-again' | 'stop' | 'kept'): StatusWord {
  switch (standing) {
    case 'pass': return status(t('Passed'), Check, 'ok');
    case 'look-again': return status(t('Look again'), TriangleAlert, 'wait', true);
    case 'stop': return status(t('Stopped'), OctagonX, 'bad', true);
    case 'kept': return status(t('Kept with a reason'), MessageSquareText, 'wait');
  }
}

function percent(document: Pick<DocumentInfo, 'sent' | 'bytes'> | null): number {
  return document && document.bytes > 0 ? Math.min(100, Math.floor((document.sent / document.bytes) * 100)) : 0;
}
