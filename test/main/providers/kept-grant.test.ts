import { describe, expect, it } from 'vitest';
import { createKeptGrant } from '../../../main/providers/kept-grant.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';

type Grant = { readonly token: string };
const always = () => true;
function keeper(answer: (count: number) => Result<Grant, string> = (count) => ok({ token: `token-${count}` })) {
  let asked = 0;
  return { kept: createKeptGrant<Grant, string>(() => Promise.resolve(answer(++asked))), asked: () => asked };
}

describe('a kept grant', () => {
  it('is asked for once, however many wait for it', async () => {
    const { kept, asked } = keeper();
    expect(await Promise.all([kept.get(always), kept.get(always)])).toEqual([ok({ token: 'token-1' }), ok({ token: 'token-1' })]);
    expect(await kept.get(always)).toEqual(ok({ token: 'token-1' }));
    expect(asked()).toBe(1);
  });

  it('is replaced when it is not enough', async () => {
    const { kept } = keeper();
    await kept.get(always);
    expect(await kept.get(() => false)).toEqual(ok({ token: 'token-2' }));
    expect(await kept.get(always)).toEqual(ok({ token: 'token-2' }));
  });

  it('is forgotten by its own token only', async () => {
    const { kept, asked } = keeper();
    await kept.get(always);
    kept.drop('token-0');
    await kept.get(always);
    expect(asked()).toBe(1);
    kept.drop('token-1');
    expect(await kept.get(always)).toEqual(ok({ token: 'token-2' }));
  });

  it('that can\u2019t be had is asked for again the next time', async () => {
    const { kept } = keeper((count) => (count === 1 ? fail('down') : ok({ token: 't' })));
    expect(await kept.get(always)).toEqual(fail('down'));
    expect(await kept.get(always)).toEqual(ok({ token: 't' }));
  });
});
