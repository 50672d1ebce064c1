import type { Person } from './people/person.ts';
import { zoneName } from './people/mrz.ts';

/** What a licence's barcode says: one subfile of the card design standard of 2020 (AAMVA, annex D), version 10. */
export function aamvaText(person: Person): string {
  const canada = person.state.alpha2 === 'CA';
  const day = (iso: string) => (canada ? iso.replaceAll('-', '') : `${iso.slice(5, 7)}${iso.slice(8)}${iso.slice(0, 4)}`);
  const [first = '', ...middle] = person.given.split(/[ ]/u);
  const plain = (name: string) => zoneName(name).replaceAll('<', ' ');
  const rows = [
    `DAQ${person.number}`, `DCS${plain(person.family)}`, 'DDEN', `DAC${plain(first) || 'NONE'}`, 'DDFN', `DAD${plain(middle.join(' ')) || 'NONE'}`, 'DDGN', 'DCAC', 'DCBNONE', 'DCDNONE',
    `DBD${day(person.issued)}`, `DBB${day(person.birth)}`, `DBA${day(person.expires)}`, `DBC${person.sex === 'M' ? '1' : '2'}`, 'DAU066 IN', 'DAYBRO',
    `DAG${plain(person.street).replaceAll('  ', ' ') || person.street}`, `DAI${plain(person.town)}`, `DAJ${canada ? 'BC' : 'CA'}`, `DAK${canada ? 'V1Y2A4' : `${person.zip}0000`}  `, `DCF${person.zip}${person.number}`, `DCG${canada ? 'CAN' : 'USA'}`,
  ];
  const subfile = `DL${rows.join('\n')}\r`;
  const header = '@\n\u001e\rANSI 636014100001';
  return `${header}DL${String(header.length + 10).padStart(4, '0')}${String(subfile.length).padStart(4, '0')}${subfile}`;
}
