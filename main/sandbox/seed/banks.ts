/** A bank of the sandbox; all are invented, and the id is never the code. */
export interface Bank {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

const names: readonly (readonly [name: string, code: string])[] = [
  ['Savanna Trust Bank', '901'], ['Lagoon Commercial Bank', '902'], ['Harmattan Bank', '903'],
  ['Niger Delta Merchant Bank', '904'], ['Zuma Rock Bank', '905'], ['Olumo Savings Bank', '906'],
  ['Benue Valley Bank', '907'], ['Cowrie Bank', '908'], ['Third Mainland Bank', '909'],
  ['Kano Heritage Bank', '910'], ['Jos Plateau Bank', '911'], ['Idanre Bank', '912'],
  ['Calabar Coast Bank', '913'], ['Coral Unity Bank', '914'], ['Iroko Bank', '915'],
  ['Gurara Bank', '916'], ['Adire Microfinance Bank', '090901'], ['Mangrove Microfinance Bank', '090902'],
  ['Palmwine Microfinance Bank', '090903'], ['Baobab Row Microfinance Bank', '090904'],
  ['Danfo Pay', '100901'], ['Kobo Purse', '100902'], ['Naira Nest', '100903'],
  ['Quickstall Payments', '120901'], ['Sunbird Payment Service Bank', '120902'],
];

/** The banks of Nigeria in this sandbox. */
export const banks: readonly Bank[] = names.map(([name, code], index) => ({ id: String(index + 1), name, code }));

/** A mobile money operator; invented like the banks. */
export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly country_id: string;
}

/** Two operators for each country with mobile money. */
export const operators: readonly Operator[] = [
  ['113', 'Twiga Money', 'TWG'], ['113', 'Rift Cash', 'RFT'], ['229', 'Crane Money', 'CRN'], ['229', 'Pearl Cash', 'PRL'],
  ['218', 'Kili Pesa', 'KLP'], ['218', 'Zanzi Money', 'ZNZ'], ['83', 'Volta Cash', 'VLT'], ['83', 'Kente Money', 'KNT'],
  ['54', 'Abidjan Mobile', 'ABJ'], ['54', 'Lagune Money', 'LGN'], ['195', 'Teranga Money', 'TRG'], ['195', 'Dakar Cash', 'DKR'],
  ['24', 'Ouidah Money', 'OUI'], ['24', 'Cotonou Cash', 'COT'],
].map(([country_id = '', name = '', code = ''], index) => ({ id: String(index + 1), name, code, country_id }));
