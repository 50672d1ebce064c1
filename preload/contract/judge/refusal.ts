import { documentSlots, type DocumentSlot } from '../documents.ts';
import type { RefusalCause, RefusalPoint } from '../preflight.ts';
import { causesIn, slotsIn } from './refusal-words.ts';

/** Most points taken from one comment; what is beyond is rarely a reason. */
const mostPoints = 20;

const identity: readonly DocumentSlot[] = ['identity', 'identity_back'];
/** The slots that a cause is about when the words don't say. */
const usualSlots: Readonly<Partial<Record<RefusalCause, readonly DocumentSlot[]>>> = {
  'wrong-type': identity, 'wrong-country': identity, expired: identity, name: identity, birth: identity, number: identity, copy: identity, crop: identity,
  face: ['liveness_check'], back: ['identity_back'], address: ['proof_of_address'],
};

/** The provider's words as separate points, each with what we take it for and the slots it is about; none for an empty comment. */
export function readRefusal(comment: string | null): RefusalPoint[] {
  return pointsOf(comment ?? '').slice(0, mostPoints).flatMap((text) => {
    const named = slotsIn(text);
    return causesIn(text).map((cause) => ({ text, cause, slots: [...(named.length > 0 ? named : (usualSlots[cause] ?? documentSlots))] }));
  });
}

/** Parts a comment at lines, bullets, semicolons, spaced dashes, the marks of a printed list, and sentences; what says nothing falls out. */
function pointsOf(comment: string): readonly string[] {
  const listed = fromList(comment) ?? [comment];
  return [...new Set(listed
    .flatMap((text) => text.split(/[\r\n;|]+|\s[-\u2013\u2014]\s|[\u2022\u00b7\u25aa\u25e6]|(?:^|\s)\(?\d{1,2}[.)]\s|(?<=[.!?])\s+(?=\p{Lu})/u))
    .map((text) => text.replace(/^[\s\-\u2013*,.]+/u, '').replace(/[\s,]+$/u, '').trim())
    .filter((text) => /\p{L}{2}/u.test(text)))];
}

/** A printed JSON list of texts, as comments sometimes arrive. */
function fromList(comment: string): readonly string[] | null {
  if (!/^\s*\[/.test(comment)) return null;
  try {
    const list: unknown = JSON.parse(comment);
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : null;
  } catch {
    return null;
  }
}
