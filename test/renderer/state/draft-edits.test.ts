import { describe, expect, it } from 'vitest';
import { emptyPayoutDraft, type Payee, type PayoutDraft, type Price } from '../../../preload/contract/payouts.ts';
import {
  acceptHolder, amountProblem, chooseCurrency, chooseMethod, choosePayee, chooseSide, chooseWallet, keepHolder, lookupQuestion, namePayee,
  typeAmount, typeDetail, type DraftEdit,
} from '../../../renderer/state/draft-edits.ts';

const build = (...edits: readonly DraftEdit[]): PayoutDraft => edits.reduce((draft, edit) => edit(draft), emptyPayoutDraft);
const pounds = chooseWallet({ id: 'w1', currency: 'GBP', balance: { minor: 1, currency: 'GBP' }, active: true, readAt: 1 }, 'en');
const francs = chooseCurrency('XOF', 'en');
const okonjo: Payee = {
  id: 'p1', name: 'Okonjo Textiles', currency: 'NGN', method: 'bank_transfer', details: { bankId: '7', accountNumber: '0261745519' },
  holderName: 'OKONJO TEXTILES LTD', lastPaidAt: null,
};
const price: Price = {
  send: { minor: 240000, currency: 'GBP' }, fees: [], totalFees: { minor: 0, currency: 'GBP' }, converted: { minor: 240000, currency: 'GBP' },
  rate: '2012.5', receive: { minor: 476660625, currency: 'NGN' }, gap: null, readAt: 1,
};

describe('the amount of a draft', () => {
  it('keeps what is typed and reads it in the currency of its side', () => {
    const draft = build(pounds, typeAmount('GBP 2,400', 'en'));
    expect(draft.amountText).toBe('GBP 2,400');
    expect(draft.amountMinor).toBe(240000);
  });

  it('never rounds: more decimals than the currency has are named', () => {
    const draft = build(pounds, francs, chooseSide('receive', null, 'en'), typeAmount('100.50', 'en'));
    expect(draft.amountMinor).toBeNull();
    expect(amountProblem(draft, 'en')).toBe('too-many-decimals');
  });

  it('takes no zero and nothing below', () => {
    expect(amountProblem(build(pounds, typeAmount('0.00', 'en')), 'en')).toBe('not-positive');
    expect(build(pounds, typeAmount('-5', 'en')).amountMinor).toBeNull();
  });

  it('says nothing while it is empty or has no currency yet', () => {
    expect(amountProblem(build(typeAmount('12', 'en')), 'en')).toBeNull();
    expect(amountProblem(build(pounds), 'en')).toBeNull();
  });

  it('is read again when the wallet gives it a currency', () => {
    expect(build(typeAmount('12.5', 'en'), pounds).amountMinor).toBe(1250);
  });

  it('turns around into the figure of the price', () => {
    const draft = build(pounds, choosePayee(okonjo, 'en'), typeAmount('2400', 'en'), chooseSide('receive', price, 'en'));
    expect(draft).toMatchObject({ side: 'receive', amountText: '4,766,606.25', amountMinor: 476660625 });
  });

  it('turns around into nothing rather than into a figure of another currency', () => {
    const draft = build(pounds, francs, typeAmount('2400', 'en'), chooseSide('receive', price, 'en'));
    expect(draft).toMatchObject({ amountText: '', amountMinor: null });
  });
});

describe('the payee of a draft', () => {
  it('brings the whole account along, but not the decision about its holder', () => {
    const draft = build(choosePayee(okonjo, 'en'));
    expect(draft).toMatchObject({ payeeId: 'p1', toCurrency: 'NGN', method: 'bank_transfer', holderName: 'OKONJO TEXTILES LTD', holderAccepted: false });
  });

  it('is somebody else once the account is another', () => {
    const draft = build(choosePayee(okonjo, 'en'), acceptHolder(true), typeDetail('accountNumber', '0261745510'));
    expect(draft).toMatchObject({ payeeId: null, holderName: null, holderAccepted: false });
  });

  it('is somebody else once the Interac e-mail is another', () => {
    const roy: Payee = { ...okonjo, currency: 'CAD', method: 'interac', details: { email: 'roy@maple.example' }, holderName: null };
    expect(build(choosePayee(roy, 'en'), typeDetail('email', 'ray@maple.example')).payeeId).toBeNull();
  });

  it('stays when only spaces come into the number', () => {
    expect(build(choosePayee(okonjo, 'en'), typeDetail('accountNumber', '0261 7455 19')).payeeId).toBe('p1');
  });

  it('is asked about anew when the bank gives another name', () => {
    const draft = build(choosePayee(okonjo, 'en'), acceptHolder(true), keepHolder('SOMEBODY ELSE'));
    expect(draft).toMatchObject({ holderName: 'SOMEBODY ELSE', holderAccepted: false });
    expect(build(keepHolder('A B'), acceptHolder(true), keepHolder('A B')).holderAccepted).toBe(true);
  });

  it('is asked about anew when the payee is named otherwise', () => {
    expect(build(choosePayee(okonjo, 'en'), acceptHolder(true), namePayee('Okonjo Foods'))).toMatchObject({ payeeId: null, holderAccepted: false });
  });
});

describe('the way of a draft', () => {
  it('takes the first method of a currency and drops account numbers of the old one', () => {
    const draft = build(choosePayee(okonjo, 'en'), chooseCurrency('GBP', 'en'));
    expect(draft).toMatchObject({ toCurrency: 'GBP', method: 'bank_transfer', details: {} });
  });

  it('keeps the address between two currencies, but no country of an address as the country of a phone', () => {
    const euros = build(chooseCurrency('EUR', 'en'), typeDetail('accountName', 'Awa Ndiaye'), typeDetail('country', 'FR'), typeDetail('city', 'Lyon'), typeDetail('bic', 'BNPAFRPP'));
    expect(chooseCurrency('GBP', 'en')(euros).details).toEqual({ accountName: 'Awa Ndiaye', country: 'FR', city: 'Lyon' });
    expect(francs(euros).details).toEqual({ accountName: 'Awa Ndiaye' });
    expect(build(francs, typeDetail('country', 'SN'), chooseCurrency('EUR', 'en')).details).toEqual({});
  });

  it('lets go of the operator when the country of the phone changes', () => {
    const draft = build(francs, typeDetail('country', 'SN'), typeDetail('phoneNumber', '+221771234567'), typeDetail('operatorId', '11'));
    expect(typeDetail('country', 'SN')(draft).details.operatorId).toBe('11');
    expect(typeDetail('country', 'CI')(draft).details).toEqual({ country: 'CI', phoneNumber: '+221771234567' });
  });

  it('keeps what two methods of a currency both ask for', () => {
    const draft = build(chooseCurrency('USD', 'en'), chooseMethod('ach'), typeDetail('routingNumber', '021000021'), chooseMethod('wire'));
    expect(draft.details).toEqual({ routingNumber: '021000021' });
    expect(build(() => draft, chooseMethod('crypto')).details).toEqual({});
  });
});

describe('asking whose account it is', () => {
  it('waits for a bank and ten digits', () => {
    expect(lookupQuestion(build(chooseCurrency('NGN', 'en'), typeDetail('accountNumber', '0261 7455 19')))).toBeNull();
    const draft = build(chooseCurrency('NGN', 'en'), typeDetail('accountNumber', '0261 7455 19'), typeDetail('bankId', '7'));
    expect(lookupQuestion(draft)).toEqual({ bankId: '7', accountNumber: '0261745519' });
    expect(lookupQuestion(build(() => draft, typeDetail('accountNumber', '026174551')))).toBeNull();
  });
});
