import { describe, expect, it } from 'vitest';
import type { CustomerFields } from '../../../../preload/contract/customers.ts';
import type { DocumentSlot, IdType } from '../../../../preload/contract/documents.ts';
import { evidenceSchema, type Evidence } from '../../../../preload/contract/evidence.ts';
import { judge } from '../../../../preload/contract/judge/judge.ts';
import { verdictOf } from '../../../../preload/contract/judge/verdict.ts';
import { checkIds, findingSchema, type CheckId, type Finding } from '../../../../preload/contract/preflight.ts';
import { box, form, good, judged, passport, permitBack, permitFront, portrait, thea, zoneOf } from './pages.ts';

const found = (slot: DocumentSlot, pages: readonly Evidence[], id: CheckId, change: Parameters<typeof judged>[0] = {}): Finding | undefined =>
  judge(judged({ ...change, documents: { ...change.documents, [slot]: pages } }))[slot]?.find((finding) => finding.id === id);
const verdict = (...args: Parameters<typeof found>) => found(...args)?.verdict;
const withForm = (change: Partial<CustomerFields>) => ({ fields: { ...form, ...change } });

describe('a good passport', () => {
  it('passes every check, each listed with value, in the order of the checks', () => {
    const findings = judge(judged()).identity ?? [];
    expect(findings.filter((finding) => finding.verdict !== 'pass')).toEqual([]);
    const order = findings.map((finding) => checkIds.indexOf(finding.id));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(Object.fromEntries(findings.map(({ id, value }) => [id, value]))).toMatchObject({
      sharp: '86 of 100', glare: 'none', corners: 'inside', resolution: '342 dpi, at least 200', kind: 'passport', readable: 'read', checks: '5 of 5 right',
      issuer: 'GBR, same country', name: 'same as the form', birth: 'same as the form', number: 'same as the form', expiry: '22 August 2031',
    });
    for (const finding of findings) expect(findingSchema.safeParse(finding).success).toBe(true);
    expect(findings.every(({ cause, remedy, overridable }) => cause === '' && remedy === '' && !overridable)).toBe(true);
  });

  it('says in days when it expires soon', () => {
    const soon = { ...thea, expires: '2026-12-02' };
    expect(found('identity', [{ ...good, zone: zoneOf(soon) }], 'expiry', withForm({ idExpiryDate: '2026-12-02' }))).toMatchObject({ verdict: 'pass', value: '2 December 2026, in 12 days' });
  });

  it('leaves slots without a file alone', () => { expect(Object.keys(judge(judged()))).toEqual(['identity']); });
  it('asks to look at files that were kept before there were checks', () => { expect(verdict('identity', [], 'kind')).toBe('look-again'); });
});

describe('the picture', () => {
  it.each<readonly [CheckId, Partial<Evidence>, string]>([
    ['sharp', { sharpness: { score: 31, worst: 20, areas: [] } }, '31 of 100, at least 45'], ['sharp', { sharpness: { score: 70, worst: 9, areas: [] } }, '70 of 100, one part 9'],
    ['glare', { glare: { share: 0.064, areas: [box(0.4, 0.4, 0.6, 0.5)] } }, '6.4%, at most 2%'],
    ['exposure', { exposure: { mean: 30, dark: 0.1, bright: 0 } }, '30 of 255, at least 60'], ['exposure', { exposure: { mean: 150, dark: 0, bright: 0.5 } }, '50% burnt out, at most 30%'],
    ['contrast', { contrast: 20 }, '20 of 255, at least 60'], ['corners', { cut: { corners: [1, 2], sides: ['right'] } }, '2 of 4 inside'],
    ['corners', { cut: { corners: [], sides: ['left'] } }, 'cut at the left'], ['corners', { document: null }, 'no edge seen'],
    ['resolution', { document: { area: box(0.4, 0.4, 0.6, 0.6), dpi: 96 } }, '96 dpi, at least 200'], ['resolution', { document: { area: box(0.4, 0.4, 0.5, 0.5), dpi: null } }, '240 pixels across, at least 900'],
    ['covered', { cover: { share: 0.03, areas: [box(0, 0.5, 0.2, 0.7)] } }, '3% covered, at most 1%'], ['genuine', { screen: 88 }, '88 of 100 speaks for a screen'], ['genuine', { copy: 77 }, '77 of 100 speaks for a copy'],
  ])('%s: %j is looked at again and may be kept with a reason', (id, change, value) => {
    const finding = found('identity', [{ ...passport, ...change }], id);
    expect(finding).toMatchObject({ verdict: 'look-again', value, overridable: true });
    expect(finding?.cause).not.toBe('');
    expect(finding?.remedy).toMatch(/\.$/);
  });

  it('says that glare lies over the code lines, and where', () => {
    const spot = box(0.3, 0.74, 0.5, 0.9);
    expect(found('identity', [{ ...passport, glare: { share: 0.05, areas: [spot] } }], 'glare')).toMatchObject({ cause: 'Glare hides the code lines', areas: [spot] });
  });

  it('names the worst of several pages', () => {
    expect(found('proof_of_address', [{ ...good, shown: 'page' }, { ...good, shown: 'page', contrast: 10 }], 'contrast')).toMatchObject({ verdict: 'look-again', page: 1 });
  });

  it('lets letters be white, copied and as large as their page', () => {
    const letter: Evidence = { ...good, shown: 'page', document: null, exposure: { mean: 245, dark: 0, bright: 0.8 }, copy: 90 };
    expect(verdictOf(judge(judged({ documents: { proof_of_address: [letter] } })).proof_of_address ?? [])).toBe('pass');
  });
});

describe('the page of the right kind', () => {
  const td1 = (code: string, state = thea.state) => ({ ...good, shown: 'card' as const, zone: zoneOf({ ...thea, state }, { size: 'TD1', code }) });

  it.each<readonly [IdType, DocumentSlot]>([['passport', 'identity'], ['resident_permit', 'identity'], ['resident_permit', 'identity_back'], ['drivers_license', 'identity'], ['drivers_license', 'identity_back']])(
    'a national ID card is stopped for a %s at %s, with no way to keep it', (idType, slot) => {
      for (const code of ['ID', 'I', 'IP', 'C', 'A']) {
        const finding = found(slot, [td1(code)], 'kind', { idType });
        expect(finding).toMatchObject({ verdict: 'stop', overridable: false });
        expect(finding?.remedy).toMatch(/Blaaiz refuses national ID cards for individuals/);
        expect(verdictOf([finding!], [{ id: 'kind', reason: 'It is all there is' }])).toBe('stop');
      }
    });

  it.each<readonly [IdType, Evidence, Finding['verdict']]>([
    ['passport', passport, 'pass'], ['resident_permit', passport, 'stop'], ['drivers_license', passport, 'stop'], ['passport', td1('IR'), 'stop'], ['drivers_license', td1('AR'), 'stop'],
    ['resident_permit', td1('IR'), 'pass'], ['resident_permit', td1('AR'), 'pass'], ['resident_permit', td1('IX'), 'look-again'], ['passport', td1('IX'), 'stop'], ['resident_permit', td1('C1'), 'look-again'],
    ['resident_permit', { ...good, shown: 'card', zone: zoneOf({ ...thea, state: { ...thea.state, code: 'USA' } }, { size: 'TD1', code: 'C1' }) }, 'pass'],
    ['passport', { ...good, zone: zoneOf(thea, { size: 'TD3', code: 'V' }) }, 'stop'], ['resident_permit', td1('AC'), 'stop'],
  ])('a %s (%#) is judged by its code', (idType, page, expected) => { expect(verdict('identity', [page], 'kind', { idType })).toBe(expected); });

  it.each<readonly [IdType, Evidence['shown'], Finding['verdict']]>([
    ['passport', 'nothing', 'stop'], ['passport', 'face', 'stop'], ['passport', 'page', 'stop'], ['passport', 'card', 'stop'], ['passport', 'unclear', 'look-again'], ['passport', 'passport', 'pass'],
    ['drivers_license', 'card', 'pass'], ['drivers_license', 'page', 'look-again'], ['drivers_license', 'face', 'stop'], ['resident_permit', 'nothing', 'stop'], ['resident_permit', 'passport', 'look-again'],
  ])('for a %s without code lines, %s is judged by its looks', (idType, shown, expected) => { expect(verdict('identity', [{ ...good, shown }], 'kind', { idType })).toBe(expected); });

  it('takes no identity document for a proof of address, and no document for a photo of the person', () => {
    expect(verdict('proof_of_address', [passport], 'kind')).toBe('stop');
    expect(verdict('proof_of_address', [portrait], 'kind')).toBe('stop');
    expect(verdict('liveness_check', [passport], 'kind')).toBe('stop');
    expect(verdict('liveness_check', [{ ...portrait, shown: 'unclear' }], 'kind')).toBe('pass');
  });
});

describe('the code lines', () => {
  it('must be there on a passport, look again', () => { expect(found('identity', [good], 'readable')).toMatchObject({ verdict: 'look-again', value: 'not found' }); });

  it.each<readonly [string, Partial<Evidence>]>([
    ['cut off', { cut: { corners: [2], sides: [] } }], ['blurred beyond reading', { sharpness: { score: 4, worst: 2, areas: [] } }], ['under a finger', { cover: { share: 0.1, areas: [box(0.5, 0.7, 0.7, 1)] } }],
  ])('stop when they are %s', (_why, change) => {
    const zone: Evidence['zone'] = { state: 'unreadable', area: box(0.1, 0.75, 0.9, 0.9), lines: [], corrected: 0, certain: true };
    expect(found('identity', [{ ...good, zone, ...change }], 'readable')).toMatchObject({ verdict: 'stop', overridable: false });
  });

  it('stop when they contradict their check digits, and nothing of them is shown as compared', () => {
    const lines = [...passport.zone.lines];
    lines[1] = lines[1]!.replace('910314', '910315');
    const findings = judge(judged({ documents: { identity: [{ ...passport, zone: { ...passport.zone, lines } }] } })).identity ?? [];
    expect(findings.find(({ id }) => id === 'checks')).toMatchObject({ verdict: 'stop', value: '3 of 5 right' });
    expect(findings.filter(({ id, verdict: is }) => ['name', 'birth', 'number', 'expiry', 'issuer'].includes(id) && is === 'pass')).toEqual([]);
  });

  it('that can be read in two ways are never shown as compared', () => {
    const findings = judge(judged({ documents: { identity: [{ ...passport, zone: zoneOf(thea, undefined, { certain: false }) }] } })).identity ?? [];
    const told = findings.filter(({ id }) => ['readable', 'name', 'birth', 'number', 'expiry', 'issuer'].includes(id));
    expect(told.length).toBe(6);
    expect(told.filter((finding) => finding.verdict === 'pass')).toEqual([]);
  });

  it('say when check digits settled a character', () => {
    expect(found('identity', [{ ...passport, zone: zoneOf(thea, undefined, { corrected: 2 }) }], 'readable')).toMatchObject({ verdict: 'pass', value: 'read, 2 characters settled by check digits' });
  });

  it('of a permit may be on either side', () => {
    const both = { idType: 'resident_permit' as const, documents: { identity: [permitFront], identity_back: [permitBack] } };
    expect(verdictOf(judge(judged(both)).identity ?? [])).toBe('pass');
    expect(verdictOf(judge(judged(both)).identity_back ?? [])).toBe('pass');
    expect(judge(judged({ ...both, documents: { identity: [permitFront], identity_back: [{ ...permitFront, width: 2000 }] } })).identity_back?.find(({ id }) => id === 'readable')?.verdict).toBe('look-again');
    expect(judge(judged({ ...both, documents: { identity: [permitFront] } })).identity?.some(({ id }) => id === 'readable')).toBe(false);
  });
});

describe('what the code lines say against the form', () => {
  it.each<readonly [CheckId, Partial<CustomerFields>, Finding['verdict'], string]>([
    ['issuer', { country: 'NG' }, 'stop', 'country'], ['name', { lastName: 'Eriksson' }, 'stop', 'lastName'], ['name', { lastName: 'Marlow' }, 'look-again', 'lastName'], ['name', { firstName: 'Thea' }, 'pass', 'lastName'],
    ['name', { firstName: 'Тея Инес', lastName: 'Марлов' }, 'stop', 'lastName'], ['name', { firstName: 'ثيا', lastName: 'مارلو' }, 'look-again', 'lastName'],
    ['birth', { dob: '1991-03-15' }, 'stop', 'dob'], ['number', { idNumber: 'T41X88206' }, 'stop', 'idNumber'], ['number', { idNumber: 't41 x-88205' }, 'pass', 'idNumber'], ['number', { idNumber: 'T41X882' }, 'look-again', 'idNumber'],
    ['expiry', { idExpiryDate: '2031-08-23' }, 'stop', 'idExpiryDate'], ['number', { idNumber: '' }, 'pass', 'idNumber'], ['issuer', { country: '' }, 'pass', 'country'],
  ])('%s with %j: %s', (id, change, expected, field) => {
    expect(found('identity', [passport], id, withForm(change))).toMatchObject({ verdict: expected, field, overridable: expected === 'look-again' });
  });

  it('names both countries and both values', () => {
    expect(found('identity', [passport], 'issuer', withForm({ country: 'NG' }))?.cause).toBe('Issued by United Kingdom; the customer\u2019s country is Nigeria');
    expect(found('identity', [passport], 'birth', withForm({ dob: '1991-03-15' }))?.cause).toBe('The code lines say 14 March 1991, the form 15 March 1991');
  });

  it('looks again where one character that check digits settled makes the difference', () => {
    const settled = { ...passport, zone: zoneOf(thea, undefined, { corrected: 1 }) };
    expect(verdict('identity', [settled], 'number', withForm({ idNumber: 'T41X88208' }))).toBe('look-again');
    expect(verdict('identity', [settled], 'number', withForm({ idNumber: 'T41X88999' }))).toBe('stop');
  });

  it('stops what has expired, today included', () => {
    const page = (expires: string) => [{ ...good, zone: zoneOf({ ...thea, expires }) }];
    expect(found('identity', page('2026-11-20'), 'expiry', withForm({ idExpiryDate: '2026-11-20' }))).toMatchObject({ verdict: 'stop', cause: 'The passport expired on 20 November 2026' });
    expect(verdict('identity', page('2026-11-21'), 'expiry', withForm({ idExpiryDate: '2026-11-21' }))).toBe('pass');
  });

  it('tells letters typed for digits', () => {
    const page = [{ ...good, zone: zoneOf({ ...thea, number: 'T4O188205' }) }];
    expect(found('identity', page, 'number', withForm({ idNumber: 'T40188205' }))?.remedy).toMatch(/O and 0/);
  });
});

describe('faces', () => {
  it('takes exactly one, sharp and large', () => { expect(verdictOf(judge(judged({ documents: { liveness_check: [portrait] } })).liveness_check ?? [])).toBe('pass'); });

  const face = portrait.faces![0]!;
  it.each<readonly [string, Evidence['faces'], string]>([
    ['none', [], 'none found'], ['not looked for', null, 'none found'], ['two', [face, { ...face, area: box(0.7, 0.2, 0.9, 0.4) }], '2 found, exactly 1'], ['small', [{ ...face, share: 0.1 }], '10% of the height, at least 20%'],
    ['blurred', [{ ...face, sharpness: 6 }], '6 of 100 sharp, at least 20'], ['doubtful', [{ ...face, confidence: 0.5 }], 'none found'],
  ])('looks again at %s', (_what, faces, value) => { expect(found('liveness_check', [{ ...portrait, faces }], 'face')).toMatchObject({ verdict: 'look-again', value }); });
});

describe('front and back', () => {
  const permit = (identity: Evidence, back: Evidence) => judge(judged({ idType: 'resident_permit', documents: { identity: [identity], identity_back: [back] } }));

  it('stops one picture in both slots', () => { expect(permit(permitBack, { ...permitBack, took: 1 }).identity_back?.find(({ id }) => id === 'back')).toMatchObject({ verdict: 'stop' }); });

  it('sees a front among the backs and a back among the fronts', () => {
    const front = { ...permitFront, width: 2000, faces: [{ area: box(0.15, 0.3, 0.35, 0.6), share: 0.3, sharpness: 50, confidence: 0.9 }] };
    expect(permit(permitFront, front).identity_back?.find(({ id }) => id === 'back')).toMatchObject({ verdict: 'look-again', value: 'looks like the front' });
    expect(permit({ ...permitBack, faces: front.faces }, { ...permitFront, width: 2002 }).identity?.some(({ id }) => id === 'back')).toBe(false);
    expect(permit({ ...permitBack, faces: [] }, { ...permitFront, faces: [] }).identity?.find(({ id }) => id === 'back')).toMatchObject({ verdict: 'look-again', value: 'looks like the back' });
  });

  it('says nothing of a back that is missing: the slot does', () => {
    expect(judge(judged({ idType: 'resident_permit', documents: { identity: [permitFront] } })).identity?.some(({ id }) => id === 'back')).toBe(false);
  });
});

describe('the verdict of some findings', () => {
  const findings = judge(judged({ documents: { identity: [{ ...passport, contrast: 10, glare: { share: 0.1, areas: [] } }] } })).identity ?? [];

  it('is the gravest without what a written reason lets go', () => {
    expect(verdictOf(findings)).toBe('look-again');
    expect(verdictOf(findings, [{ id: 'contrast', reason: 'Old print' }])).toBe('look-again');
    expect(verdictOf(findings, [{ id: 'contrast', reason: 'Old print' }, { id: 'glare', reason: 'Laminated' }])).toBe('pass');
    expect(verdictOf(findings, [{ id: 'contrast', reason: ' ' }, { id: 'glare', reason: 'Laminated' }])).toBe('look-again');
    expect(verdictOf([])).toBe('pass');
  });

  it('comes from evidence as the schema has it', () => { for (const page of [passport, permitFront, permitBack, portrait]) expect(evidenceSchema.safeParse(page).success).toBe(true); });
});
