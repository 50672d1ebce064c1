/** Step 3: limits a profile and currency, in minor units; null is no limit. */
export const limitsSchema = `
CREATE TABLE limits (
  profile_id TEXT NOT NULL,
  currency TEXT NOT NULL,
  per_payout INTEGER CHECK (per_payout >= 0),
  per_day INTEGER CHECK (per_day >= 0),
  per_payee INTEGER CHECK (per_payee >= 0),
  first INTEGER CHECK (first >= 0),
  cooling_hours INTEGER NOT NULL CHECK (cooling_hours >= 0),
  PRIMARY KEY (profile_id, currency)
) STRICT, WITHOUT ROWID;
`;
