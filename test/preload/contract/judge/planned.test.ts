import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../../preload/contract/evidence.ts';
import { judge } from '../../../../preload/contract/judge/judge.ts';
import { verdictOf } from '../../../../preload/contract/judge/verdict.ts';
import { planCases, type Case } from '../../../capture/plan.ts';
import { good, zoneOf } from './pages.ts';

const dataDefects = ['expired', 'other country', 'other name', 'other birth date', 'other number'];
const zoned: Readonly<Record<string, { readonly size: 'TD1' | 'TD3'; readonly code: string; readonly shown: Evidence['shown'] }>> = {
  passport: { size: 'TD3', code: 'P', shown: 'passport' }, 'permit-back': { size: 'TD1', code: 'AR', shown: 'card' },
};

/** The verdict on a planned document whose code lines are read without a slip. */
function verdictOn(planned: Case): string | null {
  const kind = zoned[planned.subject ?? ''];
  if (kind === undefined || planned.person === null || !(planned.label.good || dataDefects.includes(planned.label.defect ?? ''))) return null;
  const page: Evidence = { ...good, shown: kind.shown, zone: zoneOf(planned.person, kind) };
  return verdictOf(judge({ idType: planned.idType, fields: planned.fields, today: planned.today, documents: { [planned.slot]: [page] }, refused: null })[planned.slot] ?? []);
}

describe.each(['1', '2', '3'])('the planned documents of seed %s, read without a slip', (seed) => {
  const seen = planCases(seed, 700).map((planned) => ({ planned, verdict: verdictOn(planned) })).filter(({ verdict }) => verdict !== null);

  it('pass when they are good, whatever the names and however they are typed', () => {
    expect(seen.filter(({ planned, verdict }) => planned.label.good && verdict !== 'pass').map(({ planned }) => planned.id)).toEqual([]);
  });

  it('are stopped when they are another\u2019s, another country\u2019s or no longer valid', () => {
    const bad = seen.filter(({ planned }) => !planned.label.good);
    expect(bad.length).toBeGreaterThan(40);
    expect(bad.filter(({ planned, verdict }) => verdict === 'pass' || (planned.label.verdict === 'stop' && verdict !== 'stop')).map(({ planned }) => planned.id)).toEqual([]);
  });
});
