import { z } from 'zod';
import type { Reply } from '../provider.ts';
import type { Api, Endpoint } from './api.ts';
import { beneficiaryReply } from './schemas.ts';
import { pick } from './tolerant.ts';

const endpoint: Endpoint = {
  method: 'GET', route: '/api/external/customer/{customer}/beneficiary', kind: 'read',
  act: { failed: 'The beneficiaries were not read', scope: 'beneficiary:read' },
};

/** Someone who has been paid for a customer, as far as the provider tells; what it doesn't tell is null. */
export type Beneficiary = {
  readonly id: string; readonly accountNumber: string | null; readonly accountName: string | null; readonly bankName: string | null;
  readonly bankCode: string | null; readonly currency: string | null;
};

/** The people a customer has paid (Blaaiz API reference: List customer beneficiaries; its sample shows another shape, so little is asked of it). */
export function listBeneficiaries(api: Api, remoteId: string): Reply<readonly Beneficiary[]> {
  return api.ask(endpoint, { params: { customer: remoteId } }, (body) => pick(body, z.array(beneficiaryReply))?.map((row) => ({
    id: row.id, accountNumber: row.account_number, accountName: row.account_name, bankName: row.bank_name, bankCode: row.bank_code,
    currency: row.currency,
  })) ?? null);
}
