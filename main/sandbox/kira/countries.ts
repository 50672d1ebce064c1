/** A country as the provider lists it; the pattern is written with Ruby's anchors. */
export interface Country {
  readonly name: string;
  readonly alpha3: string;
  readonly postal_code_format: string | null;
  readonly subdivisions: readonly { readonly name: string; readonly code: string }[];
}

/** A few of the 250 countries that the provider knows (Kira guide: Countries). */
export const countries: readonly Country[] = [
  country('Brazil', 'BRA', '\\d{5}-?\\d{3}', ['Rio de Janeiro', 'RJ'], ['Sao Paulo', 'SP']),
  country('Canada', 'CAN', '[A-Z]\\d[A-Z] ?\\d[A-Z]\\d', ['British Columbia', 'BC'], ['Ontario', 'ON'], ['Quebec', 'QC']),
  country('Colombia', 'COL', '\\d{6}', ['Antioquia', 'ANT'], ['Bogota', 'DC']),
  country('France', 'FRA', '\\d{5}', ['Ile-de-France', 'IDF']),
  country('Germany', 'DEU', '\\d{5}', ['Berlin', 'BE'], ['Hesse', 'HE']),
  country('Mexico', 'MEX', '\\d{5}', ['Ciudad de Mexico', 'CMX'], ['Jalisco', 'JAL']),
  country('Nigeria', 'NGA', '\\d{6}', ['Lagos', 'LA']),
  country('United Kingdom', 'GBR', '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}', ['England', 'ENG']),
  country('United States', 'USA', '\\d{5}(-\\d{4})?', ['California', 'CA'], ['Delaware', 'DE'], ['Illinois', 'IL'], ['New York', 'NY'], ['Oregon', 'OR']),
];

function country(name: string, alpha3: string, format: string, ...subdivisions: readonly (readonly [string, string])[]): Country {
  return { name, alpha3, postal_code_format: `\\A${format}\\Z`, subdivisions: subdivisions.map(([inner, code]) => ({ name: inner, code })) };
}
