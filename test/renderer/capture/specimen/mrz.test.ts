import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../renderer/capture/specimen/people/person.ts';
import { checkDigit, nameField, zoneLines, zoneName } from '../../../../renderer/capture/specimen/people/mrz.ts';
import { stateOf } from '../../../../renderer/capture/specimen/people/states.ts';

const eriksson: Person = {
  family: 'Eriksson', given: 'Anna Maria', sex: 'F', birth: '1974-08-12', number: 'L898902C3', personal: 'ZE184226B', issued: '2007-04-16', expires: '2012-04-15',
  state: stateOf('UTO'), nationality: stateOf('UTO'), street: '', town: '', zip: '', region: '', face: '',
};

describe('zones', () => {
  it('are those of the specimens in ICAO Doc 9303', () => {
    expect(zoneLines(eriksson, { size: 'TD3', code: 'P' })).toEqual(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']);
    const bearer = { ...eriksson, number: 'D23145890', personal: '' };
    expect(zoneLines(bearer, { size: 'TD2', code: 'I' })).toEqual(['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']);
    expect(zoneLines(bearer, { size: 'TD1', code: 'I' })).toEqual(['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']);
  });

  it('weigh digits, letters and fillers', () => {
    expect(checkDigit('520727')).toBe('3');
    expect(checkDigit('AB2134<<<')).toBe('5');
  });
});

describe('names in the zone', () => {
  it.each([
    ['Müller', 'MUELLER'], ['Groß', 'GROSS'], ['Åkesson', 'AAKESSON'], ['Sørensen', 'SOERENSEN'], ["O'Brien", 'OBRIEN'], ['Smith-Jones', 'SMITH<JONES'], ['Żółtowski', 'ZOLTOWSKI'],
    ['Þórsson', 'THORSSON'], ['Đặng', 'DANG'], ['İnönü', 'INOENUE'], ["'t Hooft", 'T<HOOFT'], ['van der Meer', 'VAN<DER<MEER'], ['Ọláwálé', 'OLAWALE'],
  ])('%s is written %s', (name, written) => { expect(zoneName(name)).toBe(written); });

  it('are cut so that something of both names remains', () => {
    const field = nameField({ family: 'Papandropoulous-Featherstonehaugh', given: 'Jonathon Alec Maximilian' }, 39);
    expect(field).toHaveLength(39);
    expect(field).toMatch(/^PAPANDROPOULOUS<[A-Z]+<<JONATHON/u);
  });

  it('stand alone where there is one', () => { expect(nameField({ family: 'Suharti', given: '' }, 39)).toBe('SUHARTI'.padEnd(39, '<')); });
});
