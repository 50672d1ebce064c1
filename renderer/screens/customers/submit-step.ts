import type { Customer } from '../../../preload/contract/customers.ts';
import { slotsFor } from '../../../preload/contract/documents.ts';
import { t } from '../../text.ts';

/** What a submission does now, in words: creating, uploading 2 of 3, attaching. */
export function submitStep({ remoteId, documents, fields }: Pick<Customer, 'remoteId' | 'documents' | 'fields'>): string {
  if (remoteId === null) return t('Creating the customer at Blaaiz');
  const slots = new Set(slotsFor(fields.idType).map(({ slot }) => slot));
  const going = documents.filter(({ slot }) => slots.has(slot));
  const there = going.filter(({ state }) => state === 'uploaded' || state === 'attached').length;
  return there < going.length ? t('Uploading {n} of {all}', { n: there + 1, all: going.length }) : t('Attaching the files, which starts the verification');
}
