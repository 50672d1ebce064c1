import type { RecipientFieldKey, RecipientFields, RecipientRail } from './recipients.ts';

/** How a field of a recipient is asked for; 'user' is a choice among Kira's users. */
export type RecipientFieldKind = 'text' | 'account' | 'country' | 'email' | 'phone' | 'choice' | 'user';

/** One field of a recipient's form: its label, the part of the form it stands in, whether it must be filled, and its choices when it is one of a few. */
export type RecipientField = {
  readonly key: RecipientFieldKey;
  readonly label: string;
  readonly kind: RecipientFieldKind;
  readonly section: 'payer' | 'holder' | 'address' | 'account' | 'bank' | 'document';
  readonly required: boolean;
  readonly hint?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
};

/** The parts of the form in words. */
export const recipientSections: Readonly<Record<RecipientField['section'], string>> = {
  payer: 'Who pays', holder: 'Account holder', address: 'Holder\u2019s address', account: 'Account', bank: 'Bank', document: 'Document of the holder',
};

type More = Partial<Pick<RecipientField, 'kind' | 'required' | 'hint' | 'choices'>>;
const section = (name: RecipientField['section']) => (key: RecipientFieldKey, label: string, { kind = 'text', required = true, ...more }: More = {}): RecipientField =>
  ({ key, label, kind, section: name, required, ...more });
const choice = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([value, label]) => ({ value, label }));
const optional = { required: false } as const;

const [payer, holder, address, account, bank, document] = [section('payer'), section('holder'), section('address'), section('account'), section('bank'), section('document')];

const holderNames: Readonly<Record<RecipientFields['kind'], readonly RecipientField[]>> = {
  individual: [holder('firstName', 'Given names'), holder('lastName', 'Family name')],
  business: [holder('companyName', 'Company')],
};

const ruledAddress = 'Street and house number only. Since November 2026 SWIFT refuses addresses written as free text.';
const addressFields = (rail: RecipientRail) => [
  address('street', 'Street', rail === 'swift' ? { hint: ruledAddress } : {}), address('city', 'Town'),
  address('state', 'State or region', optional), address('postalCode', 'Postcode', optional), address('country', 'Country', { kind: 'country' }),
];

const accountFields: Readonly<Record<RecipientRail, readonly RecipientField[]>> = {
  wire: [
    account('routingNumber', 'Routing number', { kind: 'account', hint: 'The nine digits for wires; many banks have others for ACH.' }),
    account('accountNumber', 'Account number', { kind: 'account' }),
    account('accountType', 'Account type', { kind: 'choice', choices: choice(['checking', 'Checking'], ['savings', 'Savings']) }),
    account('bic', 'SWIFT code', { ...optional, kind: 'account' }),
  ],
  swift: [
    account('accountNumber', 'IBAN or account number', { kind: 'account', hint: 'The IBAN, where the bank uses one.' }),
    account('bic', 'BIC', { kind: 'account' }),
    account('intermediaryRouting', 'Routing number of the bank between', { ...optional, kind: 'account', hint: 'Only when the bank names a US correspondent.' }),
  ],
};

const noState = 'Where there is none, write the town again: Kira takes no empty part.';
const bankFields = (rail: RecipientRail) => [
  bank('bankName', 'Bank name'), bank('bankStreet', 'Bank\u2019s street'), bank('bankCity', 'Bank\u2019s town'),
  bank('bankState', 'Bank\u2019s state or region', rail === 'swift' ? { hint: noState } : {}), bank('bankPostalCode', 'Bank\u2019s postcode'),
  bank('bankCountry', 'Bank\u2019s country', { kind: 'country' }),
];

const documentFields: readonly RecipientField[] = [
  document('docType', 'Document', { ...optional, kind: 'choice', choices: choice(['id', 'Identity card'], ['dni', 'DNI'], ['passport', 'Passport'], ['ein', 'EIN']) }),
  document('docNumber', 'Document number', optional), document('docCountry', 'Document\u2019s country', { ...optional, kind: 'country' }),
];

/** The fields that a rail and a kind of holder ask for, in form order; rail and kind themselves are not among them (Kira guide: Recipients). */
export function recipientFieldsFor(rail: RecipientRail, kind: RecipientFields['kind']): readonly RecipientField[] {
  return [
    payer('userId', 'Paying business', { kind: 'user' }), ...holderNames[kind],
    holder('email', 'E-mail', { kind: 'email' }), holder('phone', 'Phone', { kind: 'phone', required: rail === 'swift' }),
    ...addressFields(rail), ...accountFields[rail], ...bankFields(rail), ...documentFields,
  ];
}
