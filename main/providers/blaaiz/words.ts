import { quotedFrom } from '../words.ts';

/** A sentence that quotes Blaaiz, or only says that it gave no reason. */
export const quoted = (words: unknown): string => quotedFrom('Blaaiz', words);

/** A reference for support from a reply's headers or body; null when there is none that looks like one. */
export function supportReference(headers: Headers, body: unknown): string | null {
  const fields = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const candidates = [
    headers.get('x-request-id'), headers.get('x-correlation-id'), headers.get('cf-ray'), fields['request_id'], fields['reference'],
  ];
  const found = candidates.find((one) => typeof one === 'string' && /^[\w.:-]{4,80}$/.test(one));
  return typeof found === 'string' ? found : null;
}
