import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../../preload/contract/evidence.ts';
import { riskOf } from '../../../../preload/contract/judge/better-check.ts';
import { judge } from '../../../../preload/contract/judge/judge.ts';
import type { Finding, RefusalCause } from '../../../../preload/contract/preflight.ts';
import { box, form, judged, passport, portrait, thea, zoneOf, good } from './pages.ts';

const refused = (cause: RefusalCause, before: Evidence | null, count = 1, slot: 'identity' | 'liveness_check' = 'identity') =>
  ({ count, points: [{ text: 'As Blaaiz said', cause, slots: [slot] }], before: before === null ? {} : { [slot]: [before] } });
const better = (cause: RefusalCause, before: Evidence | null, now: Evidence, count = 1): Finding | undefined =>
  judge(judged({ documents: { identity: [now] }, refused: refused(cause, before, count) })).identity?.find(({ id }) => id === 'better');

const blurred = (score: number): Evidence => ({ ...passport, took: score, sharpness: { score, worst: score, areas: [] } });

describe('the second try after a refusal', () => {
  it.each<readonly [RefusalCause, Partial<Evidence>]>([
    ['blur', { sharpness: { score: 30, worst: 20, areas: [] } }], ['glare', { glare: { share: 0.08, areas: [] } }], ['dark', { exposure: { mean: 40, dark: 0.5, bright: 0 } }],
    ['crop', { cut: { corners: [2], sides: [] } }], ['covered', { cover: { share: 0.06, areas: [] } }], ['copy', { copy: 80 }],
  ])('after %s passes when the measure behind it is better, and stops when it isn\u2019t', (cause, change) => {
    const before = { ...passport, ...change };
    expect(better(cause, before, passport)).toMatchObject({ verdict: 'pass', cause: '' });
    expect(better(cause, before, { ...before, contrast: 131 })).toMatchObject({ verdict: 'stop', overridable: false });
  });

  it('shows both values and what to reach', () => {
    expect(better('blur', blurred(30), blurred(34))).toMatchObject({
      verdict: 'stop', value: 'sharpness 30 of 100 before, 34 of 100 now',
      remedy: 'Blaaiz refused it as blurred. Take it again until the sharpness is 40 of 100 or better. A third refusal can block this customer at Blaaiz for good.',
    });
  });

  it('stops the very same picture where the picture was refused', () => {
    for (const cause of ['blur', 'glare', 'crop', 'expired', 'wrong-type'] as const) expect(better(cause, passport, { ...passport, took: 9 })).toMatchObject({ verdict: 'stop', value: 'same picture' });
  });

  it('asks for a reason for the very same picture where the form may have been wrong', () => {
    for (const cause of ['unknown', 'name', 'birth', 'number'] as const) expect(better(cause, passport, { ...passport, took: 9 })).toMatchObject({ verdict: 'look-again', overridable: true, value: 'same picture' });
  });

  it('of an unknown cause passes when something is better and nothing worse, else a person says why', () => {
    const before = { ...passport, glare: { share: 0.05, areas: [] } };
    expect(better('unknown', before, passport)).toMatchObject({ verdict: 'pass' });
    expect(better('unknown', before, { ...passport, sharpness: { score: 40, worst: 30, areas: [] } })).toMatchObject({ verdict: 'look-again', overridable: true });
    expect(better('unknown', passport, { ...passport, contrast: 131 })).toMatchObject({ verdict: 'look-again', value: 'nothing measurably better' });
  });

  it('of a cause no measure showed then is looked at again unless something is better', () => { expect(better('blur', passport, { ...passport, contrast: 131 })?.verdict).toBe('look-again'); });

  it('after an expired or another\u2019s document asks what the code lines say now', () => {
    const expired = { ...good, zone: zoneOf({ ...thea, expires: '2026-01-01' }) };
    expect(better('expired', expired, passport)).toMatchObject({ verdict: 'pass', value: '22 August 2031' });
    expect(better('expired', expired, { ...expired, contrast: 131 })).toMatchObject({ verdict: 'stop', id: 'better' });
    expect(better('name', passport, { ...good, contrast: 140 })).toMatchObject({ verdict: 'look-again', value: 'can\u2019t be measured' });
    expect(judge(judged({ fields: { ...form, lastName: 'Eriksson' }, documents: { identity: [{ ...passport, contrast: 131 }] }, refused: refused('name', passport) })).identity?.find(({ id }) => id === 'better')?.verdict).toBe('stop');
  });

  it('of a face asks for one that is larger, sharper or alone', () => {
    const face = portrait.faces![0]!;
    const two = { ...portrait, faces: [face, { ...face, area: box(0.8, 0.2, 0.9, 0.3) }] };
    const of = (before: Evidence, now: Evidence) => judge(judged({ documents: { liveness_check: [now] }, refused: refused('face', before, 1, 'liveness_check') })).liveness_check?.find(({ id }) => id === 'better')?.verdict;
    expect(of(two, portrait)).toBe('pass');
    expect(of(two, { ...two, contrast: 131 })).toBe('stop');
    expect(of({ ...portrait, faces: [{ ...face, share: 0.2 }] }, portrait)).toBe('pass');
  });

  it('says nothing of slots that the refusal isn\u2019t about, and asks where the old measures are gone', () => {
    expect(judge(judged({ documents: { identity: [passport], liveness_check: [portrait] }, refused: refused('blur', blurred(20)) })).liveness_check?.some(({ id }) => id === 'better')).toBe(false);
    expect(better('blur', null, passport)).toMatchObject({ verdict: 'look-again', value: 'nothing to compare with' });
  });

  it('always says what a third refusal risks', () => {
    for (const [before, now] of [[blurred(30), blurred(90)], [blurred(30), blurred(31)]] as const) {
      expect(better('blur', before, now)?.remedy).toMatch(/third refusal can block this customer at Blaaiz for good/);
      expect(better('blur', before, now, 2)?.remedy).toMatch(/refused twice/);
    }
    expect(riskOf(4)).toMatch(/refused 4 times/);
  });

  it('never passes a picture that is no better in what it was refused for', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 74 }), fc.integer({ min: -20, max: 9 }), (score, more) => {
      const now = Math.max(0, score + more);
      fc.pre(now < 75 && now - score < 10);
      expect(better('blur', blurred(score), { ...blurred(now), contrast: 131, document: { area: box(0, 0, 1, 1), dpi: 342 } })?.verdict).toBe('stop');
    }));
  });
});
