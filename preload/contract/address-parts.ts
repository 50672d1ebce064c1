/** Countries (alpha-2) where addresses name a state or province. */
const withStates = new Set('US CA AU BR MX IN MY NG AR CN'.split(' '));
/** Countries (alpha-2) that have no postcodes, or hardly use them (Universal Postal Union). */
const withoutPostcodes = new Set((
  'AE AG AN AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM DJ DM ER FJ GA GD GH GM GQ GY HK JM KI KM KN KP LY ML MO MR MW NR NU QA RW SB SC SL SR ST SY TD TG TK TL TO TV UG VU YE ZW'
).split(' '));

/** Tells whether addresses of a country (alpha-2) name a state. */
export const namesState = (country: string): boolean => withStates.has(country);
/** Tells whether addresses of a country (alpha-2) have a postcode. */
export const hasPostcode = (country: string): boolean => country !== '' && !withoutPostcodes.has(country);
