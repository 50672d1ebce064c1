import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRecords, serviceTypes, type Answer } from '../../../main/scanner/records.ts';

const instance = `Desk v1.5 (2nd).${serviceTypes.plain}`;
const ptr: Answer = { name: serviceTypes.plain, type: 'PTR', data: instance, ttl: 120 };
const srv: Answer = { name: instance, type: 'SRV', data: { target: 'Desk.local', port: 80 }, ttl: 120 };
const txt: Answer = { name: instance, type: 'TXT', data: [Buffer.from('rs=eSCL'), Buffer.from('TY=A=B'), Buffer.from('rs=other'), Buffer.from('flag')], ttl: 120 };
const a: Answer = { name: 'desk.LOCAL', type: 'A', data: '192.168.1.20', ttl: 120 };
const found = { name: 'Desk v1.5 (2nd)', secure: false, addresses: ['192.168.1.20'], port: 80, txt: new Map([['rs', 'eSCL'], ['ty', 'A=B']]) };

describe('what the network says', () => {
  test('is one service, in whatever order and packets it comes', () => {
    fc.assert(fc.property(fc.shuffledSubarray([srv, txt, a], { minLength: 3 }), (rest) => {
      const records = createRecords();
      records.learn([ptr], 0);
      for (const one of rest) records.learn([one], 0);
      expect(records.services(1)).toEqual([found]);
    }));
    const at = createRecords();
    at.learn([a, txt, srv, ptr], 0);
    expect(at.services(1)).toEqual([found]);
  });

  test('is asked for where it is missing', () => {
    const records = createRecords();
    expect(records.missing(0)).toEqual([]);
    records.learn([ptr], 0);
    expect(records.missing(1)).toEqual([{ name: instance, type: 'SRV' }, { name: instance, type: 'TXT' }]);
    records.learn([srv], 0);
    expect(records.missing(1)).toEqual([{ name: 'desk.local', type: 'A' }, { name: 'desk.local', type: 'AAAA' }, { name: instance, type: 'TXT' }]);
    records.learn([txt, a], 0);
    expect(records.missing(1)).toEqual([]);
  });

  test('counts for as long as it says, and no longer after a goodbye', () => {
    const records = createRecords();
    records.learn([ptr, srv, txt, a], 0);
    expect([records.services(119_999).length, records.services(120_000).length]).toEqual([1, 0]);
    records.learn([{ ...ptr, ttl: 0 } as Answer], 1_000);
    expect(records.services(1_001)).toEqual([]);
    records.learn([ptr], 2_000);
    records.learn([srv, a], 2_000);
    expect(records.services(2_001)).toHaveLength(1);
  });

  test('of other things is no matter', () => {
    const records = createRecords();
    expect(records.learn([{ name: '_ipp._tcp.local', type: 'PTR', data: 'P._ipp._tcp.local', ttl: 120 }, srv], 0)).toBe(false);
    expect(records.learn([{ ...ptr, data: 'Elsewhere.local' } as Answer, { ...ptr, data: `a..b.${serviceTypes.plain}` } as Answer, { ...ptr, data: `${'x'.repeat(64)}.${serviceTypes.plain}` } as Answer], 0)).toBe(false);
    expect([records.services(1), records.missing(1)]).toEqual([[], []]);
  });

  test('never fills the memory', () => {
    const records = createRecords();
    for (let packet = 0; packet < 10; packet++) {
      records.learn(Array.from({ length: 500 }, (_, index): Answer => ({ ...ptr, data: `S${packet}-${index}.${serviceTypes.plain}` } as Answer)), 0);
    }
    expect(records.missing(1)).toHaveLength(50);
    records.learn([srv], 0);
    expect(records.services(1)).toEqual([]);
  });
});
