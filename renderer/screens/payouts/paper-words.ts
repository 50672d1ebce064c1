import { payoutDocumentLimits, type PayoutDocument } from '../../../preload/contract/deposit.ts';
import { t } from '../../text.ts';

/** The kind of a document: invoice or another paper. */
export function documentKindWords(kind: PayoutDocument['kind']): string {
  return kind === 'invoice' ? t('Invoice') : t('Other document');
}

/** Which files are taken, in one sentence. */
export function documentLimitWords(): string {
  return t('PDF, PNG or JPEG, at most {count} files of {size} MB each.', { count: payoutDocumentLimits.count, size: payoutDocumentLimits.bytes / 1024 / 1024 });
}
