import { quotedFrom } from '../words.ts';

/** A sentence that quotes Kira, or only says that it gave no reason. */
export const quoted = (words: unknown): string => quotedFrom('Kira', words);

/** The id of a request for Kira's support: its gateway gives one to every answer (Kira guide: Errors); null when there is none. */
export function requestIdOf(headers: Headers): string | null {
  const candidates = [headers.get('x-amzn-requestid'), headers.get('x-amz-apigw-id'), headers.get('cf-ray')];
  return candidates.find((one) => one !== null && /^[\w.:=-]{4,80}$/.test(one)) ?? null;
}
