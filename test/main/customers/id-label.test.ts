import { describe, expect, it } from 'vitest';
import { appError } from '../../../preload/contract/errors.ts';
import { desk, good } from './desk.ts';
import { scripted } from './scripted.ts';

const day = 24 * 3_600_000;

describe('the name of a country\u2019s tax number', () => {
  it('is asked once a month, kept over a restart, and kept longer when it can\u2019t be asked', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const ask = async (country = 'ng') => good(await at.customers.handlers['customers.idLabel']({ country }));
    expect(await ask()).toEqual({ label: 'Number of NG', type: 'tin' });
    at.restart();
    at.now += 29 * day;
    await ask('NG');
    expect(provider.calls).toEqual(['idLabel:NG']);
    at.now += 2 * day;
    provider.failNext('idLabel', appError('offline', 'No network.'));
    expect(await ask()).toEqual({ label: 'Number of NG', type: 'tin' });
    await ask();
    expect(provider.calls).toHaveLength(3);
  });

  it('is unknown when it was never heard, never guessed', async () => {
    const at = await desk(null);
    expect(good(await at.customers.handlers['customers.idLabel']({ country: 'NG' }))).toBeNull();
  });
});
