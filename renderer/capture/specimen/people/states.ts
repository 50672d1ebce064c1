/** Which names are usual where. */
export type Names = 'yoruba' | 'akan' | 'swahili' | 'english' | 'irish' | 'german' | 'french' | 'spanish' | 'portuguese' | 'italian' | 'dutch' | 'polish' | 'czech'
  | 'hungarian' | 'romanian' | 'turkish' | 'nordic' | 'icelandic' | 'baltic' | 'indian' | 'arabic' | 'vietnamese' | 'chinese' | 'filipino' | 'indonesian' | 'utopian';

/** A state that issues documents: `code` stands in the machine-readable zone (ICAO 9303-3, section 5), `alpha2` in the customer's form. */
export type State = { readonly code: string; readonly alpha2: string; readonly name: string; readonly people: string; readonly town: string; readonly names: Names };

const rows: readonly (readonly [string, string, string, string, string, Names])[] = [
  ['NGA', 'NG', 'Nigeria', 'Nigerian', 'Ikorodu', 'yoruba'], ['GHA', 'GH', 'Ghana', 'Ghanaian', 'Kumasi', 'akan'], ['KEN', 'KE', 'Kenya', 'Kenyan', 'Nakuru', 'swahili'],
  ['GBR', 'GB', 'United Kingdom', 'British Citizen', 'Harrogate', 'english'], ['D', 'DE', 'Germany', 'German', 'Münster', 'german'], ['FRA', 'FR', 'France', 'French', 'Orléans', 'french'],
  ['USA', 'US', 'United States', 'United States', 'Fairview', 'english'], ['CAN', 'CA', 'Canada', 'Canadian', 'Kelowna', 'english'], ['IND', 'IN', 'India', 'Indian', 'Nashik', 'indian'],
  ['BRA', 'BR', 'Brazil', 'Brazilian', 'São Carlos', 'portuguese'], ['ESP', 'ES', 'Spain', 'Spanish', 'Logroño', 'spanish'], ['PRT', 'PT', 'Portugal', 'Portuguese', 'Évora', 'portuguese'],
  ['ITA', 'IT', 'Italy', 'Italian', 'Forlì', 'italian'], ['NLD', 'NL', 'Netherlands', 'Dutch', 'Zwolle', 'dutch'], ['BEL', 'BE', 'Belgium', 'Belgian', 'Hasselt', 'dutch'],
  ['AUT', 'AT', 'Austria', 'Austrian', 'Sankt Pölten', 'german'], ['CHE', 'CH', 'Switzerland', 'Swiss', 'Zürich', 'german'], ['POL', 'PL', 'Poland', 'Polish', 'Łódź', 'polish'],
  ['CZE', 'CZ', 'Czechia', 'Czech', 'Plzeň', 'czech'], ['HUN', 'HU', 'Hungary', 'Hungarian', 'Győr', 'hungarian'], ['ROU', 'RO', 'Romania', 'Romanian', 'Brașov', 'romanian'],
  ['TUR', 'TR', 'Türkiye', 'Turkish', 'Eskişehir', 'turkish'], ['SWE', 'SE', 'Sweden', 'Swedish', 'Örebro', 'nordic'], ['NOR', 'NO', 'Norway', 'Norwegian', 'Tromsø', 'nordic'],
  ['DNK', 'DK', 'Denmark', 'Danish', 'Århus', 'nordic'], ['FIN', 'FI', 'Finland', 'Finnish', 'Jyväskylä', 'nordic'], ['ISL', 'IS', 'Iceland', 'Icelandic', 'Akureyri', 'icelandic'],
  ['IRL', 'IE', 'Ireland', 'Irish', 'Sligo', 'irish'], ['LTU', 'LT', 'Lithuania', 'Lithuanian', 'Šiauliai', 'baltic'], ['LVA', 'LV', 'Latvia', 'Latvian', 'Liepāja', 'baltic'],
  ['ZAF', 'ZA', 'South Africa', 'South African', 'Polokwane', 'english'], ['UGA', 'UG', 'Uganda', 'Ugandan', 'Mbarara', 'swahili'], ['TZA', 'TZ', 'Tanzania', 'Tanzanian', 'Dodoma', 'swahili'],
  ['RWA', 'RW', 'Rwanda', 'Rwandan', 'Huye', 'swahili'], ['SEN', 'SN', 'Senegal', 'Senegalese', 'Thiès', 'french'], ['CIV', 'CI', "Côte d'Ivoire", 'Ivorian', 'Bouaké', 'french'],
  ['CMR', 'CM', 'Cameroon', 'Cameroonian', 'Bafoussam', 'french'], ['EGY', 'EG', 'Egypt', 'Egyptian', 'Ismailia', 'arabic'], ['MAR', 'MA', 'Morocco', 'Moroccan', 'Meknès', 'arabic'],
  ['ARE', 'AE', 'United Arab Emirates', 'Emirati', 'Fujairah', 'arabic'], ['MEX', 'MX', 'Mexico', 'Mexican', 'Mérida', 'spanish'], ['ARG', 'AR', 'Argentina', 'Argentine', 'Neuquén', 'spanish'],
  ['COL', 'CO', 'Colombia', 'Colombian', 'Ibagué', 'spanish'], ['CHL', 'CL', 'Chile', 'Chilean', 'Chillán', 'spanish'], ['PHL', 'PH', 'Philippines', 'Filipino', 'Iloilo', 'filipino'],
  ['VNM', 'VN', 'Vietnam', 'Vietnamese', 'Huế', 'vietnamese'], ['CHN', 'CN', 'China', 'Chinese', 'Suzhou', 'chinese'], ['IDN', 'ID', 'Indonesia', 'Indonesian', 'Malang', 'indonesian'],
  ['PAK', 'PK', 'Pakistan', 'Pakistani', 'Sialkot', 'arabic'], ['AUS', 'AU', 'Australia', 'Australian', 'Ballarat', 'english'], ['UTO', 'XX', 'Utopia', 'Utopian', 'Amaurot', 'utopian'],
];

/** The states whose documents are drawn. */
export const states: readonly State[] = rows.map(([code, alpha2, name, people, town, names]) => ({ code, alpha2, name, people, town, names }));

/** A state by its code in the zone. */
export function stateOf(code: string): State {
  const found = states.find((state) => state.code === code);
  if (!found) throw new Error(`There is no state ${code} among the specimens.`);
  return found;
}

/** A state by the code of the customer's form. */
export function stateByAlpha2(alpha2: string): State {
  return states.find((state) => state.alpha2 === alpha2) ?? stateOf('UTO');
}
