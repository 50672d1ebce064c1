import type { CustomerFields } from '../../preload/contract/customers.ts';
import type { DocumentSlot, IdType } from '../../preload/contract/documents.ts';
import { goodPortrait, goodWorld } from './good.ts';
import { addDays } from '../../renderer/capture/specimen/people/days.ts';
import { personOf, type Person } from '../../renderer/capture/specimen/people/person.ts';
import { stateOf, states, type State } from '../../renderer/capture/specimen/people/states.ts';
import { dataDefects } from './plan/data-defects.ts';
import { faceDefects } from './plan/face-defects.ts';
import { pixelDefects } from './plan/flaws.ts';
import { formOf } from './plan/form.ts';
import { rightSubjects, tellsData, wrongSubjects, type Subject } from './plan/subjects.ts';
import { chanceOf, type Chance } from '../../renderer/capture/specimen/random.ts';
import type { Recipe } from './recipe.ts';

/** What the pre-flight has to make of a case: let it pass, ask for another look or stop (`blocked`), or stop so that nothing lets it go. */
export type Label = { readonly good: boolean; readonly defect: string | null; readonly verdict: 'pass' | 'blocked' | 'stop' };

/** A labelled picture for a slot of a customer. `person` is whom the paper names (null without one); `readable` tells whether anybody could read its
 *  zone or barcode, which stands there as printed. */
export type Case = {
  readonly id: string; readonly slot: DocumentSlot; readonly idType: IdType; readonly fields: CustomerFields; readonly today: string;
  readonly recipe: Recipe; readonly label: Label; readonly person: Person | null; readonly subject: Subject['kind']; readonly readable: boolean;
};

/** The first `count` cases of a seed; a case is the same however many are asked for. About half are good. */
export function planCases(seed: string, count: number): readonly Case[] {
  return Array.from({ length: count }, (_none, at) => planCase(seed, at));
}

type Draft = { readonly id: string; readonly chance: Chance; readonly today: string };

function planCase(seed: string, at: number): Case {
  const id = `${seed}:${at + 1}`;
  const chance = chanceOf(`case ${id}`);
  const draft: Draft = { id, chance, today: addDays('2026-06-01', chance.whole(0, 600)) };
  const turn = at >> 1;
  const shift = Math.abs(chanceOf(`order ${seed}`).whole(0, 997));
  if (at % 2 === 0) return paperCase(draft, rightSubjects[(turn + shift) % rightSubjects.length]!, turn + shift, { good: true, defect: null, verdict: 'pass' });
  // Of seven bad cases three are spoilt pictures, two are wrong data, one is the wrong thing, and one more of these or a spoilt portrait.
  const round = Math.floor(turn / 7);
  const step = turn % 7;
  if (step === 1 || step === 4) return dataCase(draft, round * 2 + (step === 4 ? 1 : 0) + shift, turn);
  if (step === 2 || (step === 6 && round % 2 === 0)) return wrongCase(draft, round + (step === 6 ? 11 : 0) + shift, turn);
  if (step === 6) return faceCase(draft, Math.floor(round / 2) + shift);
  return pixelCase(draft, round * 3 + [0, 0, 0, 1, 1, 2][step]! + shift, turn);
}

function paperCase(draft: Draft, subject: Subject, turn: number, label: Label, change: (world: ReturnType<typeof goodWorld>) => ReturnType<typeof goodWorld> = (world) => world): Case {
  const { id, chance, today } = draft;
  const person = personFor(draft, subject, turn);
  const base = { id, slot: subject.slot, idType: subject.idType, today, label, subject: subject.kind, fields: formOf(person, subject.idType, chance.fork('form')) };
  if (subject.kind === 'portrait') return { ...base, person: null, readable: false, recipe: { what: 'portrait', portrait: goodPortrait(id, person) } };
  const world = change(goodWorld(id, subject.kind ?? 'letter', chance.fork('way').happens(0.22) && subject.kind !== null));
  const paper = subject.kind === null ? null : { kind: subject.kind, person, seed: id };
  return { ...base, person: paper && person, readable: tellsData(subject.kind) && world.flaws.length === 0 && world.dpi >= 200, recipe: { what: 'paper', paper, world, today } };
}

function personFor({ chance, today }: Draft, subject: Subject, turn: number): Person {
  const state = stateFor(subject, turn);
  const person = personOf(chance.fork('person'), state, today);
  // A permit is held by somebody from elsewhere.
  return subject.kind?.startsWith('permit') ? { ...person, nationality: issuing[(turn * 7 + 3) % issuing.length]! } : person;
}

const issuing = states.filter(({ code }) => code !== 'UTO');
const others = issuing.filter(({ code }) => code !== 'USA' && code !== 'CAN');

function stateFor({ states }: Subject, turn: number): State {
  if (states === 'us') return stateOf(turn % 3 === 0 ? 'CAN' : 'USA');
  const from = states === 'others' ? others : issuing;
  return from[(turn * 11) % from.length]!;
}

function pixelCase(draft: Draft, number: number, turn: number): Case {
  const defect = pixelDefects[number % pixelDefects.length]!;
  const fitting = rightSubjects.filter(defect.fits);
  const subject = draft.chance.fork('subject').pick(fitting);
  return paperCase(draft, subject, turn, { good: false, defect: defect.name, verdict: 'blocked' }, (world) => defect.spoil(world, subject, draft.chance.fork('flaw')));
}

function dataCase(draft: Draft, number: number, turn: number): Case {
  const defect = dataDefects[number % dataDefects.length]!;
  const telling = rightSubjects.filter(({ kind }) => tellsData(kind) && !(defect.forged && kind === 'us-licence-back'));
  const subject = draft.chance.fork('subject').pick(telling);
  const plain = paperCase(draft, subject, turn, { good: false, defect: defect.name, verdict: defect.verdict });
  if (plain.recipe.what !== 'paper' || !plain.recipe.paper || !plain.person) return plain;
  const chance = draft.chance.fork('data');
  const person = defect.person?.(plain.person, draft.today, chance) ?? plain.person;
  const form = formOf(person, subject.idType, draft.chance.fork('form'));
  const paper = { ...plain.recipe.paper, person, ...(defect.forged ? { forged: true } : {}) };
  return { ...plain, person, fields: defect.form?.(form, person, chance) ?? form, recipe: { ...plain.recipe, paper } };
}

function wrongCase(draft: Draft, number: number, turn: number): Case {
  const wrong = wrongSubjects[(number * 4) % wrongSubjects.length]!;
  return paperCase(draft, wrong, turn, { good: false, defect: wrong.name, verdict: wrong.verdict });
}

function faceCase(draft: Draft, number: number): Case {
  const defect = faceDefects[number % faceDefects.length]!;
  const subject: Subject = { slot: 'liveness_check', idType: 'passport', kind: 'portrait' };
  const plain = paperCase(draft, subject, number, { good: false, defect: defect.name, verdict: 'blocked' });
  return plain.recipe.what === 'portrait' ? { ...plain, recipe: { what: 'portrait', portrait: defect.spoil(plain.recipe.portrait, draft.chance.fork('face')) } } : plain;
}
