/** The payout providers that Bursar speaks to. */
export const providerIds = ['blaaiz', 'kira'] as const;
/** A payout provider. */
export type ProviderId = (typeof providerIds)[number];

/** What people call each provider. */
export const providerNames: Readonly<Record<ProviderId, string>> = { blaaiz: 'Blaaiz', kira: 'Kira' };
