import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyPayoutDraft, type PayoutDraft } from '../../../preload/contract/payouts.ts';
import type { DraftEdit } from '../../../renderer/state/draft-edits.ts';
import {
  chooseAccount, chooseNetwork, chooseRecipient, chooseToken, kiraLimits, kiraOf, lengthOf, lostBy, readPercent, setMarkup, startKira, typeInternalNotes, typeInvoiceNumber, typeMemo, upTo,
} from '../../../renderer/state/kira-edits.ts';
import { sampleAccounts, sampleRecipients } from '../fake/kira-samples.ts';

const [fiat, coin, , ofOther] = sampleAccounts(1_000_000);
const [wire, swift] = sampleRecipients(1_000_000);
if (!fiat || !coin || !ofOther || !wire || !swift) throw new Error('The samples are there.');
const after = (...edits: readonly DraftEdit[]): PayoutDraft => edits.reduce((draft, edit) => edit(draft), emptyPayoutDraft);

describe('a Kira draft', () => {
  it('starts in US dollars, on the side that sends', () => {
    expect(after(startKira)).toMatchObject({ fromCurrency: 'USD', toCurrency: 'USD', side: 'send', customerId: null, kira: { mode: 'fiat', network: null } });
  });

  it('is paid for as its account is, never in both ways', () => {
    const byCoin = after(startKira, chooseAccount(coin, undefined), chooseNetwork('polygon'), chooseToken('USDT'));
    expect(byCoin).toMatchObject({ walletId: coin.id, kira: { mode: 'crypto', network: 'polygon', token: 'USDT' } });
    expect(lostBy(byCoin, fiat, undefined)).toEqual({ recipient: false, funding: true });
    expect(chooseAccount(fiat, undefined)(byCoin).kira).toMatchObject({ mode: 'fiat', network: null, token: null });
  });

  it('keeps network and token with another account that is paid for by stablecoin too', () => {
    const byCoin = after(chooseAccount(coin, undefined), chooseNetwork('solana'), chooseToken('USDC'));
    expect(chooseAccount({ ...coin, id: 'account-9' }, undefined)(byCoin).kira).toMatchObject({ mode: 'crypto', network: 'solana', token: 'USDC' });
  });

  it('takes no account that doesn’t say how it pays', () => {
    const draft = after(startKira);
    expect(chooseAccount({ ...fiat, mode: null }, undefined)(draft)).toBe(draft);
  });

  it('takes over the recipient with its rail, and lets go of one of another user', () => {
    const draft = after(startKira, chooseAccount(fiat, undefined), chooseRecipient(swift));
    expect(draft).toMatchObject({ payeeId: swift.id, payeeName: swift.name, method: 'swift', details: { bic: 'PSSTFRPPXXX' } });
    expect(chooseAccount(ofOther, swift)(draft)).toMatchObject({ walletId: ofOther.id, payeeId: null, payeeName: '', method: null, details: {} });
    expect(chooseAccount(coin, swift)(draft)).toMatchObject({ payeeId: swift.id });
  });

  it('C18: keeps 255 characters of a memo, counted as people count them', () => {
    const long = '\u{1F9FE}'.repeat(300);
    expect(lengthOf(after(typeMemo(long)).reference)).toBe(255);
    expect(after(typeMemo('é'.repeat(255))).reference).toHaveLength(255);
    expect(lengthOf(kiraOf(after(typeInvoiceNumber('9'.repeat(300)))).invoiceNumber)).toBe(kiraLimits.invoiceNumber);
    expect(lengthOf(kiraOf(after(typeInternalNotes('n'.repeat(2_000)))).internalNotes)).toBe(kiraLimits.internalNotes);
  });

  it('never cuts a character in two', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer({ min: 0, max: 20 }), (text, most) => {
      const cut = upTo(text, most);
      return text.startsWith(cut) && lengthOf(cut) === Math.min(most, lengthOf(text));
    }));
  });

  it('trap 3: sets a mark-up as a whole, and takes it away as a whole', () => {
    const own = after(startKira, setMarkup({ fixedMinor: 1_000, percent: '2' }));
    expect(kiraOf(own).markup).toEqual({ fixedMinor: 1_000, percent: '2' });
    expect(kiraOf(setMarkup(null)(own)).markup).toBeNull();
  });
});

describe('a percentage as typed', () => {
  it('is read with a point or a comma, with or without its sign', () => {
    for (const text of ['2', ' 2 ', '2 %', '2%']) expect(readPercent(text)).toEqual({ plain: '2', problem: null });
    expect(readPercent('2,25')).toEqual({ plain: '2.25', problem: null });
    expect(readPercent('')).toEqual({ plain: '', problem: null });
    expect(readPercent('100')).toEqual({ plain: '100', problem: null });
  });

  it('trap 2: refuses more than a hundred, what is no number, and finer parts than Kira knows', () => {
    expect(readPercent('100.01').problem).toBe('too-large');
    expect(readPercent('200').problem).toBe('too-large');
    expect(readPercent('0.001').problem).toBe('too-many-decimals');
    for (const text of ['-1', 'two', '1.2.3', '1e2', '.5']) expect(readPercent(text).problem).toBe('not-a-number');
  });

  it('takes every share from 0 to 100 with two decimals, as it stands', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (parts) => {
      const text = (parts / 100).toFixed(2);
      const read = readPercent(text);
      return read.problem === null && read.plain === text;
    }));
  });
});
