import type { Endpoint } from '../endpoint.ts';
import { bankEndpoints } from './banks.ts';
import { beneficiaryEndpoints } from './beneficiaries.ts';
import { collectionEndpoints } from './collections.ts';
import { customerEndpoints } from './customers.ts';
import { feeEndpoints } from './fees.ts';
import { fileEndpoints } from './files.ts';
import { submitEndpoints } from './kyb-submit.ts';
import { kybEndpoints } from './kyb.ts';
import { payoutEndpoints } from './payouts.ts';
import { rateEndpoints } from './rates.ts';
import { swapEndpoints } from './swap.ts';
import { transactionEndpoints } from './transactions.ts';
import { virtualAccountEndpoints } from './virtual-accounts.ts';
import { walletEndpoints } from './wallets.ts';
import { webhookEndpoints } from './webhooks.ts';

/** Every authenticated route of Blaaiz that the sandbox serves. */
export const blaaizEndpoints: readonly Endpoint[] = [
  ...walletEndpoints, ...bankEndpoints, ...rateEndpoints, ...feeEndpoints, ...customerEndpoints, ...fileEndpoints,
  ...kybEndpoints, ...submitEndpoints, ...beneficiaryEndpoints, ...virtualAccountEndpoints, ...payoutEndpoints,
  ...transactionEndpoints, ...swapEndpoints, ...collectionEndpoints, ...webhookEndpoints,
];
