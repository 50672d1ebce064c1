import type { Recipient } from './model.ts';

/** A recipient as it is read: the id under a name of its own, the account in two parts, not masked (Kira guide: Recipients). */
export function recipientView(recipient: Recipient): Record<string, unknown> {
  const { account_type: rail, ...details } = recipient.account;
  const { metadata, ...fields } = recipient.fields;
  const at = timestamp(recipient);
  return {
    recipient_id: recipient.id, type: recipient.type, ...fields, account_type: rail, account_details: details,
    created_ts: at, updated_ts: at, metadata: metadata ?? {},
  };
}

/** The same as the create call answers it: two parts of the bank's address come empty although they were kept. */
export function createdView(recipient: Recipient): Record<string, unknown> {
  const bank = recipient.account['bank_address'];
  if (bank === null || typeof bank !== 'object') return recipientView(recipient);
  return recipientView({ ...recipient, account: { ...recipient.account, bank_address: { ...bank, state: '', postal_code: '' } } });
}

// A database's own spelling, with microseconds and a zone without minutes.
function timestamp({ id, created_ms: ms }: Recipient): string {
  const micros = String(Number.parseInt(id.slice(-3), 16) % 1000).padStart(3, '0');
  return new Date(ms).toISOString().replace('T', ' ').replace('Z', `${micros}+00`);
}
