import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../../../main/providers/kira/scrub.ts';
import { parseJson } from '../../../../main/providers/parse-json.ts';

const reply = (status: number, text: string) => ({ status, headers: new Headers(), text, json: parseJson(text) });

describe('a refusal that repeats its request', () => {
  it('loses the secrets, and stays readable', () => {
    const { text, json } = withoutSecrets(reply(403, '{"message":"Bad Authorization=Bearer tok-1234, key-5678"}'), ['tok-1234', 'key-5678', undefined, '']);
    expect(text).not.toMatch(/tok-1234|key-5678/);
    expect(json).toEqual({ message: 'Bad Authorization=Bearer \u2022\u2022\u2022, \u2022\u2022\u2022' });
  });
  it('is left as it is when it repeats nothing, and so is a success', () => {
    const refused = reply(400, '{"message":"no"}');
    expect(withoutSecrets(refused, ['tok-1234'])).toBe(refused);
    const taken = reply(201, '{"id":"123456"}');
    expect(withoutSecrets(taken, ['123456'])).toBe(taken);
  });
});
