/** A country row as the provider prints it beside currencies and banks. */
interface Country {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
  readonly alt_short_name: string;
}

/** A currency row; XOF exists once per country. */
export interface Currency {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly country: Country;
}

const row = (
  id: string, code: string, name: string, countryId: string, country: string, alpha2: string, alpha3: string,
): Currency => ({ id, code, name, country: { id: countryId, name: country, short_name: alpha2, alt_short_name: alpha3 } });

/** Every currency of the sandbox, in the order it is listed. */
export const currencies: readonly Currency[] = [
  row('1', 'NGN', 'Nigerian Naira', '160', 'Nigeria', 'NG', 'NGA'),
  row('2', 'GBP', 'Pound Sterling', '232', 'United Kingdom', 'GB', 'GBR'),
  row('3', 'USD', 'US Dollar', '233', 'United States', 'US', 'USA'),
  row('4', 'EUR', 'Euro', '250', 'Euro Area', 'EU', 'EUR'),
  row('5', 'CAD', 'Canadian Dollar', '39', 'Canada', 'CA', 'CAN'),
  row('6', 'KES', 'Kenyan Shilling', '113', 'Kenya', 'KE', 'KEN'),
  row('7', 'UGX', 'Ugandan Shilling', '229', 'Uganda', 'UG', 'UGA'),
  row('8', 'TZS', 'Tanzanian Shilling', '218', 'Tanzania', 'TZ', 'TZA'),
  row('9', 'GHS', 'Ghanaian Cedi', '83', 'Ghana', 'GH', 'GHA'),
  row('10', 'XOF', 'CFA Franc BCEAO', '54', "Cote d'Ivoire", 'CI', 'CIV'),
  row('11', 'XOF', 'CFA Franc BCEAO', '195', 'Senegal', 'SN', 'SEN'),
  row('12', 'XOF', 'CFA Franc BCEAO', '24', 'Benin', 'BJ', 'BEN'),
];

/** Codes in which a business holds a wallet. */
export const walletCurrencies = ['NGN', 'USD', 'GBP', 'EUR', 'CAD'] as const;

/** Codes that are paid out to mobile money. */
export const mobileMoneyCurrencies: readonly string[] = ['KES', 'UGX', 'TZS', 'GHS', 'XOF'];
