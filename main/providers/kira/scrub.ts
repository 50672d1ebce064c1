import type { HttpReply } from '../http-types.ts';
import { parseJson } from '../parse-json.ts';
import { isSuccess } from '../read-reply.ts';

const shortestSecret = 4;

/** A refusal without the secrets of its own request: Kira's gateway can repeat a header in the words of an error, and those words are shown. */
export function withoutSecrets(reply: HttpReply, secrets: readonly (string | undefined)[]): HttpReply {
  if (isSuccess(reply.status)) return reply;
  const known = secrets.filter((one): one is string => one !== undefined && one.length >= shortestSecret);
  const told = known.flatMap(spellings).filter((one) => reply.text.includes(one));
  if (told.length === 0) return reply;
  const text = told.reduce((left, secret) => left.replaceAll(secret, '\u2022\u2022\u2022'), reply.text);
  return { ...reply, text, json: parseJson(text) };
}

/** Every way in which a secret can stand in an answer: as it is, inside JSON, where slashes and other letters may be escaped too, and in an address. */
function spellings(secret: string): readonly string[] {
  const inJson = JSON.stringify(secret.toWellFormed()).slice(1, -1);
  const inAscii = inJson.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const each = [secret, inJson, inAscii, encodeURIComponent(secret.toWellFormed())];
  return [...new Set(each.flatMap((one) => [one, one.replaceAll('/', String.raw`\/`)]))].toSorted((a, b) => b.length - a.length);
}
