import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLicence } from '../../../preload/contract/licence-data.ts';

function barcode(elements: readonly string[], { issuer = '636014', version = '10', kind = 'DL' } = {}): string {
  return `@\n\u001e\rANSI ${issuer}${version}0001${kind}00310150${kind}${elements.join('\n')}\r`;
}
const california = ['DAQD1234567', 'DCSSAMPLE', 'DDEN', 'DACIMA', 'DDFN', 'DADJANE', 'DDGN', 'DBD01022024', 'DBB03041985', 'DBA05062030', 'DBC2', 'DAJCA', 'DCGUSA'];

describe('a licence’s barcode', () => {
  it('gives the person, the number and the days', () => {
    expect(parseLicence(barcode(california))).toEqual({
      country: 'US', issuer: 'CA', surname: 'SAMPLE', givenNames: 'IMA JANE', truncated: false, birth: '1985-03-04', number: 'D1234567', expiry: '2030-05-06', issued: '2024-01-02',
    });
  });

  it('counts Canadian days by year first', () => {
    const fields = parseLicence(barcode(['DCSROY', 'DACLUC', 'DADNONE', 'DBD20210109', 'DBB19701231', 'DBA20260109', 'DAQR1234-567890-12', 'DAJON', 'DCGCAN'], { issuer: '636012' }));
    expect(fields).toMatchObject({ country: 'CA', issuer: 'ON', surname: 'ROY', givenNames: 'LUC', birth: '1970-12-31', expiry: '2026-01-09', issued: '2021-01-09', number: 'R1234-567890-12' });
  });

  it('knows the issuer by its number when the card names no country', () => {
    expect(parseLicence(barcode(['DAQ1', 'DCSX', 'DCTANNA,MARIA'], { issuer: '604428', version: '03' }))).toMatchObject({ country: 'CA', issuer: 'QC', givenNames: 'ANNA MARIA' });
  });

  it('takes the issuer for the state, and not the address', () => {
    expect(parseLicence(barcode(california.map((line) => (line === 'DAJCA' ? 'DAJNV' : line))))?.issuer).toBe('CA');
  });

  it('reads the whole name of the first version of the standard', () => {
    const text = '@\n\u001c\rAAMVA6360010102DL00390188ZN02270031DLDAAPUBLIC,JOHN,QUINCY\nDAQ123456789\nDBA20101201\nDBB19610612\nDBD19990702\rZNZNAX\r';
    expect(parseLicence(text)).toMatchObject({ issuer: 'NY', surname: 'PUBLIC', givenNames: 'JOHN QUINCY', birth: '1961-06-12', expiry: '2010-12-01', issued: '1999-07-02' });
  });

  it('finds elements of a second subfile, and of an identity card', () => {
    expect(parseLicence(barcode(['DAQ9', 'DCSLEE\rZCZCACA', 'DACKIM'], { kind: 'ID' }))).toMatchObject({ surname: 'LEE', givenNames: 'KIM', number: '9' });
  });

  it('says when a name was too long', () => {
    expect(parseLicence(barcode([...california, 'DDET'].filter((line) => line !== 'DDEN')))?.truncated).toBe(true);
  });

  it('takes no letters inside a value for an element', () => {
    expect(parseLicence(barcode(['DAQ7', 'DAG12 DACRE DCSROAD', 'DCSSMITH', 'DACADAC']))).toMatchObject({ surname: 'SMITH', givenNames: 'ADAC' });
  });

  it.each(['', 'hello', 'ANSI 636014', barcode(['DCSX']), barcode(['DAQ1'], { issuer: '999999' })])('refuses %j', (text) => { expect(parseLicence(text)).toBeNull(); });

  it.each(['DBB00001985', 'DBB13321985', 'DBB0304', 'DBB'])('leaves out the impossible day %s', (line) => { expect(parseLicence(barcode(['DAQ1', line]))?.birth).toBeNull(); });

  it('reads every day of two centuries in both orders', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = '', month = '', day = ''] = iso.split('-');
      expect(parseLicence(barcode(['DAQ1', `DBB${month}${day}${year}`]))?.birth).toBe(iso);
      expect(parseLicence(barcode(['DAQ1', `DBB${year}${month}${day}`], { issuer: '636012' }))?.birth).toBe(iso);
    }));
  });

  it('never throws, whatever is printed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (tail) => { parseLicence(`ANSI 63601410${tail}`); }));
  });
});
