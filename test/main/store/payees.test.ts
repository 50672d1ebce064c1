import { describe, expect, it } from 'vitest';
import { createPayees } from '../../../main/store/payees.ts';
import type { Payee } from '../../../preload/contract/payouts.ts';
import { memoryStore } from './open.ts';

const payee = (change: Partial<Payee> = {}): Omit<Payee, 'lastPaidAt'> => ({
  id: 'a', name: 'Zoë Okonjo', currency: 'NGN', method: 'bank_transfer', details: { bankId: 'b1', accountNumber: '0261745519' }, holderName: 'OKONJO ZOE', ...change,
});
const found = (book: ReturnType<typeof createPayees>, query = '', limit = 10) => book.find(query, limit).map(({ id }) => id);

describe('the payee book', () => {
  it('has one entry an account: known again however it is typed, brought up to date, when last paid kept', () => {
    const book = createPayees(memoryStore(), 'p');
    expect(book.keep(payee(), 1)).toBe('a');
    book.paid('a', 50);
    const again = payee({ id: 'b', name: 'Zoe O.', details: { bankId: 'b1', accountNumber: '0261 745 519' }, holderName: null });
    expect(book.keep(again, 2)).toBe('a');
    expect(book.find('', 10)).toEqual([{ ...again, id: 'a', lastPaidAt: 50 }]);
  });

  it('takes another bank, currency, method or profile for another account', () => {
    const db = memoryStore();
    const book = createPayees(db, 'p');
    book.keep(payee(), 1);
    expect(book.keep(payee({ id: 'b', details: { bankId: 'b2', accountNumber: '0261745519' } }), 1)).toBe('b');
    expect(book.keep(payee({ id: 'c', currency: 'GBP' }), 1)).toBe('c');
    expect(book.keep(payee({ id: 'd', method: 'wire' }), 1)).toBe('d');
    expect(createPayees(db, 'q').keep(payee({ id: 'e' }), 1)).toBe('e');
    expect(found(book).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('finds by name, account, e-mail, bank and currency, by every word, in the order of names', () => {
    const book = createPayees(memoryStore(), 'p');
    book.keep(payee(), 1);
    book.keep(payee({ id: 'b', name: 'adam Marsh', currency: 'EUR', details: { iban: 'DE89 3704 0044 0532 0130 00', email: 'adam@marsh.example', bankName: 'Norte' } }), 1);
    for (const query of ['zoe', 'OKONJO zoë', '0261745519', 'ngn']) expect([query, found(book, query)]).toEqual([query, ['a']]);
    for (const query of ['DE89370400440532013000', 'marsh.example', 'norte adam']) expect([query, found(book, query)]).toEqual([query, ['b']]);
    expect([found(book), found(book, '', 1), found(book, 'zoe marsh'), found(book, '%')]).toEqual([['b', 'a'], ['b'], [], []]);
  });

  it('finds by what it is called now, not before', () => {
    const book = createPayees(memoryStore(), 'p');
    book.keep(payee(), 1);
    book.keep(payee({ name: 'Ada' }), 2);
    expect([found(book, 'ada'), found(book, 'okonjo')]).toEqual([['a'], []]);
  });

  it('never takes an earlier payment for the last, and lets only its own profile touch an entry', () => {
    const db = memoryStore();
    const book = createPayees(db, 'p');
    book.keep(payee(), 1);
    book.paid('a', 50);
    book.paid('a', 40);
    const other = createPayees(db, 'q');
    other.paid('a', 90);
    expect([other.remove('a'), book.find('', 1)[0]?.lastPaidAt, book.remove('a'), book.remove('a')]).toEqual([false, 50, true, false]);
  });
});
