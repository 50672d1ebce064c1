import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import type { PayeeDetails, PayoutMethod } from '../../../preload/contract/payee-fields.ts';

/** One payout of a kind, as a person would write it down: numbers in groups, codes in whatever case they came. */
export type Kind = {
  readonly name: string;
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly method: PayoutMethod;
  readonly payee: string;
  readonly details: PayeeDetails;
  readonly side: 'send' | 'receive';
  readonly amount: string;
  readonly minor: number;
};

const london = { street: '4 Tannery Yard', city: 'London', zipCode: 'SE1 3HN', country: 'GB' };
const munich = { street: 'Am Hafen 12', city: 'München', zipCode: '80331', country: 'DE' };
const denver = { street: '77 Larch Street', city: 'Denver', state: 'CO', zipCode: '80202', country: 'US' };
const lisbon = { street: 'Rua do Cais 9', city: 'Lisboa', state: 'Lisboa', zipCode: '1100-016', country: 'PT' };

/** Every kind of payout beside the naira one, in both directions of the amount, with and without an exchange. Nobody real. */
export const kinds: readonly Kind[] = [
  {
    name: 'pounds by bank transfer', from: 'GBP', to: 'GBP', method: 'bank_transfer', payee: 'Tannery Yard Studio', side: 'send', amount: '310.25', minor: 31_025,
    details: { accountName: 'Tannery Yard Studio Ltd', sortCode: '20 - 41 - 53', accountNumber: '5577 9911', ...london },
  },
  {
    name: 'euros by bank transfer', from: 'GBP', to: 'EUR', method: 'bank_transfer', payee: 'Jürgen Weiß', side: 'receive', amount: '2.400,50', minor: 240_050,
    details: { accountName: 'Jürgen Weiß', iban: 'de89 3704 0044 0532 0130 00', bic: 'cobadeffxxx', ...munich },
  },
  {
    name: 'Canadian dollars by Interac', from: 'CAD', to: 'CAD', method: 'interac', payee: 'Amélie Roy', side: 'send', amount: '150', minor: 15_000,
    details: { interacFirstName: 'Amélie', interacLastName: 'Roy', email: 'Amelie.Roy@maple.example' },
  },
  {
    name: 'US dollars by ACH', from: 'USD', to: 'USD', method: 'ach', payee: 'Larch Street Supply', side: 'send', amount: 'USD 1,250.00', minor: 125_000,
    details: { accountName: 'Larch Street Supply LLC', payeeType: 'business', routingNumber: '021 000 021', accountNumber: '0099887766', accountType: 'checking', bankName: 'Rocky Crest Bank', ...denver },
  },
  {
    name: 'US dollars by wire', from: 'EUR', to: 'USD', method: 'wire', payee: 'Inês Duarte', side: 'receive', amount: '900.00', minor: 90_000,
    details: { accountName: 'Inês Duarte', payeeType: 'individual', routingNumber: '011401533', accountNumber: '4411223344556', accountType: 'savings', bankName: 'Harbor Line Bank', bic: 'CHASUS33', ...lisbon },
  },
  {
    name: 'USDT on Tron', from: 'USD', to: 'USD', method: 'crypto', payee: 'Kestrel Imports', side: 'send', amount: '500.00', minor: 50_000,
    details: { walletToken: 'USDT', walletNetwork: 'TRON_MAINNET', walletAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t' },
  },
  {
    name: 'USDC on Ethereum', from: 'GBP', to: 'USD', method: 'crypto', payee: 'Kestrel Imports', side: 'receive', amount: '75.10', minor: 7_510,
    details: { walletToken: 'USDC', walletNetwork: 'ETHEREUM_MAINNET', walletAddress: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' },
  },
  {
    name: 'Kenyan shillings by mobile money', from: 'USD', to: 'KES', method: 'mobile_money', payee: 'Wanjiru Kamau', side: 'send', amount: '80.00', minor: 8_000,
    details: { accountName: 'Wanjiru Kamau', phoneNumber: '0712 345 678' },
  },
  {
    name: 'Ugandan shillings by mobile money', from: 'GBP', to: 'UGX', method: 'mobile_money', payee: 'Okello Moses', side: 'receive', amount: '350,000', minor: 350_000,
    details: { accountName: 'Okello Moses', phoneNumber: '+256 772 123456' },
  },
  {
    name: 'Tanzanian shillings by mobile money', from: 'EUR', to: 'TZS', method: 'mobile_money', payee: 'Neema Mushi', side: 'send', amount: '64.20', minor: 6_420,
    details: { accountName: 'Neema Mushi', phoneNumber: '0754123456' },
  },
  {
    name: 'cedis by mobile money', from: 'GBP', to: 'GHS', method: 'mobile_money', payee: 'Esi Boateng', side: 'receive', amount: '1,000.50', minor: 100_050,
    details: { accountName: 'Esi Boateng', phoneNumber: '024 123 4567' },
  },
  {
    name: 'CFA francs by mobile money to Senegal', from: 'EUR', to: 'XOF', method: 'mobile_money', payee: 'Awa Ndiaye', side: 'receive', amount: '45 000', minor: 45_000,
    details: { accountName: 'Awa Ndiaye', country: 'SN', phoneNumber: '77 123 45 67' },
  },
];
