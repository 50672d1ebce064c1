import { looksLikeIban } from '../../../preload/contract/iban.ts';
import { normalizeRecipient, recipientFieldsFor, type RecipientField } from '../../../preload/contract/recipient-checks.ts';
import { recipientName, type RecipientFields } from '../../../preload/contract/recipients.ts';
import { t } from '../../text.ts';
import type { Fact } from '../payouts/facts.tsx';
import { railName, shownValue } from './recipient-words.ts';

/** What people compare character by character: in groups of four where it is an IBAN. */
function shownAccount(number: string): string {
  return looksLikeIban(number) ? (number.match(/.{1,4}/g) ?? []).join(' ') : number;
}

/** The few facts that decide where the money goes. */
export function accountFacts(typed: RecipientFields): readonly Fact[] {
  const fields = normalizeRecipient(typed);
  const fact = (id: string, label: string, value: string, mono = false): readonly Fact[] => (value === '' ? [] : [{ id, label, value, mono }]);
  return [
    ...fact('rail', t('Rail'), railName(fields.rail)),
    ...fact('name', t('Account holder'), recipientName(fields)),
    ...fact('account', looksLikeIban(fields.accountNumber) ? t('IBAN') : t('Account number'), shownAccount(fields.accountNumber), true),
    ...fact('routing', t('Routing number'), fields.rail === 'wire' ? fields.routingNumber : '', true),
    ...fact('bic', t('BIC'), fields.bic, true),
    ...fact('bank', t('Bank'), [fields.bankName, fields.bankCity, shownValue('bankCountry', fields)].filter(Boolean).join(', ')),
  ];
}

/** One part of a recipient as it was made; what is empty is left out. */
export function sectionFacts(typed: RecipientFields, section: RecipientField['section']): readonly Fact[] {
  const fields = normalizeRecipient(typed);
  return recipientFieldsFor(fields.rail, fields.kind).flatMap(({ key, label, kind, section: own }) => {
    if (own !== section || fields[key] === '') return [];
    const value = key === 'accountNumber' ? shownAccount(fields[key]) : shownValue(key, fields);
    return [{ id: key, label: t(label), value, mono: kind === 'account' || kind === 'phone' }];
  });
}
