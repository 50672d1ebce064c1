import { recipientTail } from '../../preload/contract/recipient-payee.ts';
import { recipientName, type Recipient } from '../../preload/contract/recipients.ts';
import type { RecipientRecord } from '../store/recipients.ts';

/** A stored recipient as the screen sees it. */
export function toRecipient({ id, remoteId, state, fields, problem, lastPaidAt, createdAt, updatedAt }: RecipientRecord): Recipient {
  return { id, remoteId, state, name: recipientName(fields), tail: recipientTail(fields), fields, problem, lastPaidAt, createdAt, updatedAt };
}
