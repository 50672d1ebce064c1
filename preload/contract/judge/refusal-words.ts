import type { DocumentSlot } from '../documents.ts';
import type { RefusalCause } from '../preflight.ts';

/** Words of refusals and what they mean, gravest misunderstanding first; every line that fits counts. */
const dictionary: readonly (readonly [RefusalCause, RegExp])[] = [
  ['blur', /blur|unclear|not clear|out of focus|unreadable|illegible|not (?:legible|readable)|(?:can'?t|can\u2019t|cannot|could not|unable to) (?:be )?(?:read|verify the text|see)|low (?:quality|resolution)|poor (?:quality|image|scan)|pixelat|grainy|resolution/i],
  ['glare', /glare|reflect|flash|shin[ey]|over-?exposed|too bright/i],
  ['dark', /too dark|dark (?:image|photo|picture|scan)|under-?exposed|shadow|lighting/i],
  ['crop', /crop|cut[ -]?off|edges?|corners?|incomplete|partial|not (?:fully |completely )?(?:visible|shown|in (?:the )?frame)|whole document|full document|missing part/i],
  ['covered', /obscur|cover(?:ed|ing)|finger|obstruct|hidden|masked|redact/i],
  ['copy', /photo ?cop|\bcop(?:y|ies)\b|screen ?shot|of a screen|black and white|scan of a|digital(?:ly)? (?:edited|altered)|tamper|forg|fake|fraud|manipulat|edited|not (?:genuine|original|authentic)|original (?:document|id)/i],
  ['wrong-type', /national id|id(?:entity)? card|nin slip|voter|(?:wrong|invalid|unsupported|unacceptable|incorrect) (?:type of )?(?:id|identity|identification|document)|document type|type of (?:document|id)|not (?:an? )?(?:accepted|acceptable|supported|valid) (?:id|identity|identification|document|form)|not accepted/i],
  ['wrong-country', /countr|nationalit|issu(?:ed|ing) (?:by|state|authority)|jurisdiction/i],
  ['expired', /expir|out of date|no longer valid|validity/i],
  ['birth', /birth|\bdob\b|\bage\b|under-?age/i],
  ['number', /(?:id|document|passport|licen[cs]e|permit|identification) (?:number|no\b)|number (?:does|on|is|mismatch|not)/i],
  ['address', /address|utility bill|bank statement|proof of residence/i],
  ['face', /selfie|liveness|\bface\b|facial|photo of (?:the )?(?:person|customer|holder)|likeness/i],
  ['name', /\bnames?\b|surname|spelling|mismatch|does(?:n'?t|n\u2019t| not) match/i],
  ['back', /\bback\b|reverse|both sides|other side|second side|rear/i],
];

/** Causes that another, more telling one makes a mere echo: "the passport number does not match" isn't about a name, "the selfie is blurred" is about blur. */
const echoes: Readonly<Partial<Record<RefusalCause, readonly RefusalCause[]>>> = {
  name: ['birth', 'number', 'address', 'face', 'wrong-country'], face: ['blur', 'glare', 'dark', 'covered', 'copy'], address: ['blur', 'glare', 'dark', 'crop', 'covered', 'copy'],
  back: ['blur', 'glare', 'dark', 'crop', 'covered', 'copy'], crop: ['face'], number: ['blur'], copy: ['blur'], expired: ['address'], 'wrong-type': ['address', 'copy'],
};

/** What a point is about; `unknown` alone when no words fit. */
export function causesIn(text: string): readonly RefusalCause[] {
  const found = dictionary.filter(([, words]) => words.test(text)).map(([cause]) => cause);
  const spelled = /\bnames?\b|surname|spelling/i.test(text);
  const kept = found.filter((cause) => (cause === 'name' && spelled) || !(echoes[cause] ?? []).some((other) => found.includes(other)));
  return kept.length > 0 ? kept : ['unknown'];
}

/** The slots a point names; none when it doesn't say. */
export function slotsIn(text: string): readonly DocumentSlot[] {
  if (/selfie|liveness|\bface\b|facial/i.test(text)) return ['liveness_check'];
  if (/address|utility bill|bank statement|proof of residence/i.test(text)) return ['proof_of_address'];
  const back = /\bback\b|reverse|rear|other side|second side/i.test(text);
  const front = /\bfront\b/i.test(text);
  if (/both sides/i.test(text) || (back && front)) return ['identity', 'identity_back'];
  if (back) return ['identity_back'];
  if (front || /passport/i.test(text)) return ['identity'];
  return /\bid\b|identit|identification|licen[cs]e|permit|document|\bcard\b/i.test(text) ? ['identity', 'identity_back'] : [];
}
