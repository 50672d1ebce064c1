import { describe, expect, it } from 'vitest';
import { createKeychain } from '../../../main/vault/keychain.ts';
import { ok } from '../../../preload/contract/result.ts';
import { fakeKeytar, fakeTime, never } from './fakes.ts';

const failing = (message: string) => async (): Promise<never> => { throw new Error(message); };

describe('the keychain adapter', () => {
  it('keeps, finds and removes a secret', async () => {
    const keytar = fakeKeytar();
    const store = createKeychain({ load: async () => keytar });
    expect(await store.get('S', 'a')).toEqual(ok(null));
    expect(await store.set('S', 'a', 'value')).toEqual(ok(undefined));
    expect(await store.get('S', 'a')).toEqual(ok('value'));
    expect(await store.remove('S', 'a')).toEqual(ok(undefined));
    expect(await store.remove('S', 'a')).toEqual(ok(undefined));
    expect(await store.get('S', 'a')).toEqual(ok(null));
  });

  it('gives up on a keychain that never answers after five seconds', async () => {
    const time = fakeTime();
    const store = createKeychain({ load: async () => fakeKeytar({ getPassword: never }), timers: time.timers });
    let settled = false;
    const read = store.get('S', 'a').finally(() => { settled = true; });
    await Promise.resolve();
    time.advance(4999);
    await Promise.resolve();
    expect(settled).toBe(false);
    time.advance(1);
    expect(await read).toMatchObject({ ok: false, error: { code: 'keychain-timeout' } });
  });

  it('starts no second call on an entry whose first still hangs, and goes on once it has answered', async () => {
    const time = fakeTime();
    let calls = 0;
    let answer: (value: string | null) => void = () => undefined;
    const getPassword = async (): Promise<string | null> => {
      calls += 1;
      return calls === 1 ? new Promise((resolve) => { answer = resolve; }) : 'fresh';
    };
    const store = createKeychain({ load: async () => fakeKeytar({ getPassword }), timers: time.timers });
    const first = store.get('S', 'a');
    await expect.poll(() => calls).toBe(1);
    time.advance(5000);
    expect(await first).toMatchObject({ ok: false, error: { code: 'keychain-timeout' } });
    expect(await store.get('S', 'a')).toMatchObject({ ok: false, error: { code: 'keychain-timeout' } });
    expect(calls).toBe(1);
    answer('late');
    await expect.poll(() => store.get('S', 'a')).toEqual(ok('fresh'));
    expect(calls).toBe(2);
  });

  it('lets at most two calls hang at a time, so that file access keeps its threads', async () => {
    const time = fakeTime();
    let calls = 0;
    const getPassword = (): Promise<string | null> => {
      calls += 1;
      return never();
    };
    const store = createKeychain({ load: async () => fakeKeytar({ getPassword }), timers: time.timers });
    const hanging = [store.get('S', 'a'), store.get('S', 'b')];
    await expect.poll(() => calls).toBe(2);
    time.advance(5000);
    await Promise.all(hanging);
    expect(await store.get('S', 'c')).toMatchObject({ ok: false, error: { code: 'keychain-timeout' } });
    expect(calls).toBe(2);
  });

  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain-unavailable'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain-unavailable'],
    ['Cannot create an item in a locked collection', 'keychain-denied'],
    ['The user canceled the operation.', 'keychain-denied'],
    ['User interaction is not allowed.', 'keychain-denied'],
  ])('calls "%s" %s', async (message, code) => {
    const store = createKeychain({ load: async () => fakeKeytar({ getPassword: failing(message) }) });
    const read = await store.get('S', 'a');
    expect(read).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(read)).not.toContain(message);
  });

  it('says unavailable when the library itself can not be loaded, and tries again next time', async () => {
    let loads = 0;
    const store = createKeychain({ load: async () => {
      loads += 1;
      if (loads === 1) throw new Error('libsecret-1.so.0: cannot open shared object file');
      return fakeKeytar();
    } });
    expect(await store.get('S', 'a')).toMatchObject({ ok: false, error: { code: 'keychain-unavailable' } });
    expect(await store.get('S', 'a')).toEqual(ok(null));
  });

  it('never deletes because a read failed', async () => {
    let deleted = 0;
    const keytar = fakeKeytar({
      getPassword: failing('broken'),
      deletePassword: async () => { deleted += 1; return true; },
    });
    const store = createKeychain({ load: async () => keytar });
    await store.get('S', 'a');
    await store.set('S', 'a', 'value');
    expect(deleted).toBe(0);
    expect(keytar.entries.get('S/a')).toBe('value');
  });

  it('reports a write that did not stick', async () => {
    const store = createKeychain({ load: async () => fakeKeytar({ setPassword: async () => undefined }) });
    expect(await store.set('S', 'a', 'value')).toMatchObject({ ok: false, error: { code: 'corrupt' } });
  });

  it('believes the entry over an error, when a write that failed has happened all the same', async () => {
    const keytar = fakeKeytar();
    const setPassword = async (service: string, account: string, password: string): Promise<void> => {
      keytar.entries.set(`${service}/${account}`, password);
      throw new Error('access denied');
    };
    const store = createKeychain({ load: async () => ({ ...keytar, setPassword }) });
    expect(await store.set('S', 'a', 'value')).toEqual(ok(undefined));
  });

  it.each([
    ['1,201 letters', 'x'.repeat(1201), 'too-large'],
    ['900 letters of three bytes each', '€'.repeat(900), 'too-large'],
    ['nothing', '', 'validation'],
    ['a NUL, at which C would cut it', 'a\0b', 'validation'],
  ])('refuses %s before writing', async (_what, secret, code) => {
    const keytar = fakeKeytar();
    const store = createKeychain({ load: async () => keytar });
    expect(await store.set('S', 'a', secret)).toMatchObject({ ok: false, error: { code } });
    expect(keytar.entries.size).toBe(0);
  });

  it('keeps calls of one entry in order and lets other entries pass', async () => {
    const log: string[] = [];
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => { letGo = resolve; });
    const setPassword = async (_service: string, account: string, password: string): Promise<void> => {
      log.push(`${account}=${password} begins`);
      if (password === '1') await gate;
      keytar.entries.set(`S/${account}`, password);
      log.push(`${account}=${password} ends`);
    };
    const keytar = fakeKeytar();
    const store = createKeychain({ load: async () => ({ ...keytar, setPassword }) });
    const first = store.set('S', 'a', '1');
    const second = store.set('S', 'a', '2');
    await store.set('S', 'b', '3');
    letGo();
    await Promise.all([first, second]);
    expect(log).toEqual(['a=1 begins', 'b=3 begins', 'b=3 ends', 'a=1 ends', 'a=2 begins', 'a=2 ends']);
    expect(await store.get('S', 'a')).toEqual(ok('2'));
  });
});
