import { describe, expect, it } from 'vitest';
import { parseZone } from '../../preload/contract/mrz.ts';
import { planCases } from './plan.ts';
import { dataDefects } from './plan/data-defects.ts';
import { faceDefects } from './plan/face-defects.ts';
import { pixelDefects } from './plan/flaws.ts';
import { rightSubjects, wrongSubjects } from './plan/subjects.ts';
import { zoneOf } from '../../renderer/capture/specimen/zone-text.ts';

const cases = planCases('9', 400);
const bad = cases.filter(({ label }) => !label.good);
const good = cases.filter(({ label }) => label.good);

describe('the plan', () => {
  it('repeats, and a case is the same however many are asked for', () => {
    expect(planCases('9', 30)).toEqual(cases.slice(0, 30));
    expect(planCases('10', 30)).not.toEqual(cases.slice(0, 30));
  });

  it('makes half of the cases good', () => { expect(good.length).toBe(200); });

  it('holds every defect and every kind of thing', () => {
    const defects = new Set(bad.map(({ label }) => label.defect));
    const all = [...pixelDefects, ...dataDefects, ...faceDefects, ...wrongSubjects].map(({ name }) => name);
    expect(all.filter((name) => !defects.has(name))).toEqual([]);
    const kinds = new Set(good.map(({ subject }) => subject));
    expect(rightSubjects.filter(({ kind }) => !kinds.has(kind))).toEqual([]);
  });

  it('holds many countries', () => { expect(new Set(cases.map(({ fields }) => fields.country)).size).toBeGreaterThan(40); });

  it('spoils no good picture and draws nothing in the grey band', () => {
    for (const { recipe, label } of cases) {
      if (recipe.what === 'portrait') continue;
      const { dpi, flaws, exposure } = recipe.world;
      if (label.good) expect({ flaws: flaws.length, sharpEnough: dpi >= 150 }).toEqual({ flaws: 0, sharpEnough: true });
      if (label.defect === 'too small') expect(dpi).toBeLessThanOrEqual(95);
      if (flaws.length === 0) expect(exposure).toBeGreaterThan(0.7);
    }
  });

  it('prints on good papers what the form says, with zones that a reader of its own takes', () => {
    for (const { recipe, fields, today } of good) {
      if (recipe.what === 'portrait' || !recipe.paper) continue;
      const lines = zoneOf(recipe.paper);
      if (lines.length === 0) continue;
      const zone = parseZone(lines, today);
      expect(zone?.checks.every(({ right }) => right)).toBe(true);
      expect([zone?.number, zone?.birth, zone?.expiry, zone?.issuerCountry]).toEqual([fields.idNumber.toUpperCase(), fields.dob, fields.idExpiryDate, fields.country]);
    }
  });

  it('prints a wrong check digit on forged ones', () => {
    const forged = planCases('3', 400).filter(({ label }) => label.defect === 'forged check digit');
    expect(forged.length).toBeGreaterThan(3);
    for (const { recipe, today } of forged) {
      const lines = recipe.what === 'paper' && recipe.paper ? zoneOf(recipe.paper) : [];
      expect(parseZone(lines, today)?.checks.some(({ right }) => !right)).toBe(true);
    }
  });
});
