/** The smallest set of permissions Bursar works with (Blaaiz guide: Authentication, scopes). */
export const neededScopes = [
  'wallet:read', 'currency:read', 'bank:read', 'customer:read', 'customer:write', 'file:upload', 'virtual-account:read',
  'payout:create', 'transaction:read', 'fees:read', 'rates:read',
] as const;
