import type { HttpReply } from '../http-types.ts';
import { parseJson } from '../parse-json.ts';
import { isSuccess } from '../read-reply.ts';

const shortestSecret = 4;

/** A refusal without the secrets of its own request: Kira's gateway can repeat a header in the words of an error, and those words are shown. */
export function withoutSecrets(reply: HttpReply, secrets: readonly (string | undefined)[]): HttpReply {
  if (isSuccess(reply.status)) return reply;
  const told = secrets.filter((one): one is string => one !== undefined && one.length >= shortestSecret && reply.text.includes(one));
  if (told.length === 0) return reply;
  const text = told.reduce((left, secret) => left.replaceAll(secret, '\u2022\u2022\u2022'), reply.text);
  return { ...reply, text, json: parseJson(text) };
}
