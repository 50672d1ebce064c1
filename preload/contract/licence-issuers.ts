const states = 'VA636000 NY636001 MA636002 MD636003 NC636004 SC636005 CT636006 LA636007 MT636008 NM636009 FL636010 DE636011 CA636014 TX636015 IA636018 GU636019 CO636020 '
  + 'AR636021 KS636022 OH636023 VT636024 PA636025 AZ636026 OR636029 MO636030 WI636031 MI636032 AL636033 ND636034 IL636035 NJ636036 IN636037 MN636038 NH636039 UT636040 '
  + 'ME636041 SD636042 DC636043 WA636045 KY636046 HI636047 NV636049 ID636050 MS636051 RI636052 TN636053 NE636054 GA636055 OK636058 AK636059 WY636060 WV636061 VI636062 '
  + 'AS604427 MP604430 PR604431';
const provinces = 'ON636012 NS636013 NL636016 NB636017 BC636028 SK636044 MB636048 PE604426 QC604428 YT604429 AB604432 NU604433 NT604434';

/** Who issued a licence: the state, district, territory or province in two letters as in its postal code, and its country. */
export type LicenceIssuer = { readonly code: string; readonly country: 'US' | 'CA' };

const pairs = (list: string, country: 'US' | 'CA') => list.split(' ').map((entry) => [entry.slice(2), { code: entry.slice(0, 2), country }] as const);
const byNumber: ReadonlyMap<string, LicenceIssuer> = new Map([...pairs(states, 'US'), ...pairs(provinces, 'CA')]);
const byCode: ReadonlyMap<string, LicenceIssuer> = new Map([...byNumber.values()].map((issuer) => [issuer.code, issuer]));

/** The issuer with a six-digit number (AAMVA: Issuer Identification Numbers); null for none we know. */
export function issuerByNumber(number: string): LicenceIssuer | null {
  return byNumber.get(number) ?? null;
}

/** The issuer with a two-letter code; null for none. */
export function issuerByCode(code: string): LicenceIssuer | null {
  return byCode.get(code) ?? null;
}
