/** Every scope a sandbox credential holds (Blaaiz guide: Authentication, plus those named by later SDKs). */
export const allScopes = [
  'wallet:read', 'currency:read', 'bank:read', 'customer:read', 'customer:write', 'beneficiary:read', 'file:upload',
  'virtual-account:read', 'virtual-account:create', 'virtual-account:close', 'collection:create',
  'collection:crypto:create', 'collection:interac:accept', 'payout:create', 'swap:create', 'transaction:read',
  'fees:read', 'rates:read', 'webhook:read', 'webhook:write', 'webhook:replay', 'compliance-kyc:read',
  'compliance-kyc:create', 'compliance-kyc:cancel', 'compliance-kyc:pii:read',
] as const;

/** The name of a scope. */
export type Scope = (typeof allScopes)[number];
