import type { IdType } from '../documents.ts';
import type { Finding } from '../preflight.ts';
import type { CodeKind } from './document-codes.ts';
import { lookAgain, pass, stop } from './finding.ts';
import { isIdentity, type Page } from './subject.ts';
import type { Told } from './told.ts';
import { noun } from './words.ts';

const wanted: Readonly<Record<IdType, CodeKind>> = { passport: 'passport', drivers_license: 'licence', resident_permit: 'resident_permit' };
const words: Readonly<Record<CodeKind, string>> = {
  passport: 'passport', resident_permit: 'resident permit', licence: 'driving licence', id_card: 'national ID card', visa: 'visa', crew: 'crew member\u2019s certificate', unfamiliar: 'card',
};
const choose: Readonly<Partial<Record<CodeKind, string>>> = { passport: 'Passport', resident_permit: 'Resident permit', licence: 'Driving licence' };
const idCardRule = 'Blaaiz refuses national ID cards for individuals and may block the customer. Use a passport, a driving licence or a resident permit.';

/** The page is of the kind that its slot and the chosen document want; what code lines or a barcode say counts more than what it looks like. */
export function checkKind(page: Page, told: Told | null): Finding {
  if (!isIdentity(page.slot)) return page.slot === 'proof_of_address' ? letterKind(page, told) : photoKind(page, told);
  return told === null ? kindByLooks(page) : kindByCode(page, told);
}

function kindByCode(page: Page, told: Told): Finding {
  const shown = { page: page.page, areas: told.area === null ? [] : [told.area], field: 'idType' };
  const { kind, code } = told;
  if (kind === wanted[page.idType]) return pass('kind', words[kind], { page: page.page });
  if (kind === 'unfamiliar' && page.idType !== 'passport') {
    return lookAgain('kind', `code ${code}`, { cause: `Its code lines begin with ${code}, which stands for no ${noun(page.slot, page.idType)} we know`, remedy: `Keep it only if it says that it is one. ${idCardRule}` }, shown);
  }
  if (kind === 'id_card') return stop('kind', code === 'IP' ? 'passport card' : words.id_card, { cause: code === 'IP' ? 'This is a passport card' : 'This is a national ID card', remedy: idCardRule }, shown);
  const own = choose[kind];
  const remedy = own === undefined ? `Use the ${noun(page.slot, page.idType)} itself.` : `Choose \u201c${own}\u201d above, or use the ${noun(page.slot, page.idType)}.`;
  return stop('kind', words[kind], { cause: `This is a ${words[kind]}, not a ${words[wanted[page.idType]]}`, remedy }, shown);
}

function kindByLooks(page: Page): Finding {
  const { shown } = page.evidence;
  const what = noun(page.slot, page.idType);
  const place = { page: page.page, field: 'idType' };
  if (shown === 'nothing') return stop('kind', 'nothing', { cause: 'There is nothing on this page', remedy: `Use the page with the ${what} on it.` }, place);
  if (shown === 'face') return stop('kind', 'a face', { cause: `This is a photo of a face, not a ${what}`, remedy: `Put it under \u201cLiveness photo\u201d, and the ${what} here.` }, place);
  if (page.idType === 'passport') return passportByLooks(page, what);
  if (shown === 'card') return pass('kind', 'card', { page: page.page });
  const cause = shown === 'page' ? `This looks like a letter, not a ${what}` : shown === 'passport' ? `This looks like a passport page, not a ${what}` : 'We can\u2019t tell what this shows';
  return lookAgain('kind', shown === 'unclear' ? 'not clear' : shown, { cause, remedy: `Use the ${what}, whole in the picture. Keep this only if it is one.` }, place);
}

function passportByLooks({ evidence, page }: Page, what: string): Finding {
  const place = { page, field: 'idType' };
  const remedy = `Use the ${what}\u2019s page with the photo and the two code lines.`;
  if (evidence.shown === 'passport') return pass('kind', 'passport', { page });
  if (evidence.shown === 'card') return stop('kind', 'card', { cause: 'This is a card, not a passport page', remedy }, place);
  if (evidence.shown === 'page') return stop('kind', 'letter', { cause: 'This is a letter, not a passport page', remedy }, place);
  return lookAgain('kind', 'not clear', { cause: 'We can\u2019t tell what this shows', remedy }, place);
}

function letterKind({ evidence, page }: Page, told: Told | null): Finding {
  const place = { page };
  const remedy = 'Use a bank statement, a bill or an official letter with name and address.';
  if (told !== null || evidence.shown === 'passport' || evidence.shown === 'card') {
    return stop('kind', told === null ? evidence.shown : words[told.kind], { cause: 'This is an identity document, no proof of address', remedy }, place);
  }
  if (evidence.shown === 'nothing') return stop('kind', 'nothing', { cause: 'There is nothing on this page', remedy }, place);
  return evidence.shown === 'face' ? stop('kind', 'a face', { cause: 'This is a photo of a face, no proof of address', remedy }, place) : pass('kind', 'letter', place);
}

function photoKind({ evidence, page }: Page, told: Told | null): Finding {
  const place = { page };
  const remedy = 'Take a photo of the person\u2019s face, from the front and in good light.';
  if (evidence.shown === 'face' && told === null) return pass('kind', 'face', place);
  if (evidence.shown === 'nothing') return stop('kind', 'nothing', { cause: 'There is nothing on this picture', remedy }, place);
  const document = told !== null || evidence.shown === 'passport' || evidence.shown === 'card' || evidence.shown === 'page';
  if (!document) return (evidence.faces ?? []).length > 0 ? pass('kind', 'face', place) : lookAgain('kind', 'not clear', { cause: 'We can\u2019t tell what this shows', remedy }, place);
  const words = { cause: 'This is a document, not a photo of the person', remedy };
  // What only looks like one may be a frame on the wall.
  return told === null ? lookAgain('kind', 'document', words, place) : stop('kind', 'document', words, place);
}
