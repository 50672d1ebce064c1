import type { Finding } from '../preflight.ts';
import { lookAgain, pass, stop } from './finding.ts';
import { compareNames } from './names.ts';
import type { Against } from './subject.ts';
import type { Told } from './told.ts';

const written = (...parts: readonly string[]) => parts.filter((part) => part.trim() !== '').join(' ');

/** The form's names are the document's, spelling and order as documents write them. */
export function checkName(told: Told, { fields }: Against): Finding | null {
  const there = written(told.givenNames, told.surname);
  const here = written(fields.firstName.trim(), fields.lastName.trim());
  const shown = { page: told.page, areas: told.area === null ? [] : [told.area], field: 'lastName' };
  if (there === '' || !told.checks.every((check) => check.right)) return null;
  if (here === '') return told.sure ? pass('name', `${there}, not in the form yet`, shown) : null;
  const { level, why } = compareNames({ given: fields.firstName, family: fields.lastName }, { given: told.givenNames, family: told.surname }, told.truncated);
  if (level === 'same' || level === 'rewritten') {
    if (told.sure) return pass('name', level === 'same' || why === null ? 'same as the form' : `same as the form, ${why}`, shown);
    return lookAgain('name', 'not surely read', { cause: 'The name in the code lines isn\u2019t surely read', remedy: 'Take it again, sharper and straight from above.' }, shown);
  }
  const cause = `The document says ${there}, the form ${here}`;
  if (level === 'foreign') return lookAgain('name', there, { cause, remedy: 'They can\u2019t be compared. Write the name in the form as the code lines have it.' }, shown);
  if (level === 'close' || !told.certain) {
    return lookAgain('name', `${there}, in the form ${here}`, { cause, remedy: 'Look which is right, letter by letter. Blaaiz compares the names.' }, shown);
  }
  return stop('name', `${there}, in the form ${here}`, { cause, remedy: 'Correct the form, or use this customer\u2019s own document.' }, shown);
}
