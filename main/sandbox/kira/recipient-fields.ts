import { z } from 'zod';
import type { Recipient } from './model.ts';
import { filled, metadata, parseE5, twoLetters, uuid } from './schema.ts';

const address = z.object({ street_name: filled, city: filled, state: z.string().optional(), postal_code: z.string().optional(), country: twoLetters });
const bankAddress = z.object({ street_name: filled, city: filled, state: filled, postal_code: filled, country: twoLetters });
const number = z.string().min(4).max(34);
const routing = z.string().regex(/^\d{9}$/, { error: 'Routing number must be exactly 9 digits' });
const bic = z.string().min(8).max(11).refine((value) => value.length === 8 || value.length === 11, { error: 'SWIFT code must be 8 or 11 characters' });
const kind = z.enum(['checking', 'savings']);
const holder = { doc_type: z.enum(['id', 'dni', 'passport', 'ein']).optional(), doc_number: z.string().optional(), doc_country_code: twoLetters.optional() };
const usual = { account_number: number, bank_name: filled, ...holder };
const local = { ...usual, routing_number: routing, type: kind, bank_address: filled.max(500) };

const account = z.discriminatedUnion('account_type', [
  z.object({ account_type: z.literal('WIRE'), ...usual, routing_number: routing, swift_code: bic.optional(), type: kind, bank_address: bankAddress }),
  z.object({ account_type: z.literal('SWIFT'), ...usual, swift_code: bic, intermediary_routing_number: z.string().optional(), bank_address: bankAddress }),
  z.object({ account_type: z.literal('ACH'), ...local }),
  z.object({ account_type: z.literal('INSTANT_PAY'), ...local }),
  z.object({ account_type: z.literal('WALLET'), token: z.enum(['USDC', 'USDT', 'COPm']), network: z.enum(['polygon', 'solana', 'tron']), address: filled }),
  z.object({ account_type: z.literal('SPEI'), clabe: z.string().regex(/^\d{18}$/, { error: 'CLABE must be 18 digits' }), doc_type: z.enum(['rfc', 'curp']), doc_number: filled }),
]);

const schema = z.object({
  user_id: uuid, type: z.enum(['individual', 'business']).optional(), first_name: filled.optional(), last_name: filled.optional(), company_name: filled.optional(),
  email: z.email({ error: 'Invalid email' }).optional(), phone: filled.optional(), address: address.optional(), account, metadata: metadata.optional(),
}).superRefine((given, context) => {
  const { account_type: rail } = given.account;
  const names = typeOf(given) === 'business' ? ['company_name'] as const : ['first_name', 'last_name'] as const;
  const wanted = [...names, ...(byRail[rail] ?? [])];
  for (const name of wanted.filter((one) => given[one] === undefined)) context.addIssue({ code: 'custom', path: [name], message: 'Required' });
});

type Wanted = 'first_name' | 'last_name' | 'company_name' | 'email' | 'phone' | 'address';

const byRail: Readonly<Record<string, readonly Wanted[]>> = {
  WIRE: ['email', 'address'], SWIFT: ['email', 'phone', 'address'], ACH: ['email', 'address'], INSTANT_PAY: ['address'],
};

/** A new recipient as sent, what the provider doesn't know dropped; throws the 400 (Kira guide: Recipients). */
export function readRecipient(body: unknown): Pick<Recipient, 'user_id' | 'type' | 'fields' | 'account'> {
  const given = parseE5(schema, body);
  const { user_id: userId, type: _type, account: details, ...fields } = given;
  return { user_id: userId, type: typeOf(given), fields, account: details };
}

// Who names a person and no kind is taken for one.
function typeOf({ type, company_name: company }: { readonly type?: Recipient['type'] | undefined; readonly company_name?: string | undefined }): Recipient['type'] {
  return type ?? (company === undefined ? 'individual' : 'business');
}
