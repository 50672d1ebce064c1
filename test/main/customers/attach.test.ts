import { describe, expect, it } from 'vitest';
import { appError } from '../../../preload/contract/errors.ts';
import { bad, desk, good } from './desk.ts';
import { scripted } from './scripted.ts';

const refusal = appError('validation', 'Blaaiz refused a field.', { fields: [{ path: 'identity', message: 'The id file is invalid.' }] });
const uploads = (calls: readonly string[]) => calls.filter((call) => call.startsWith('upload'));

describe('attaching', () => {
  it('sends a file again that an earlier session uploaded and that is refused now, and only that one', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({}, ['identity', 'proof_of_address']);
    provider.failNext('attach', appError('offline', 'No network.'));
    bad(await at.customers.handlers['customers.submit']({ id }));
    at.restart();
    provider.failNext('attach', refusal);
    provider.calls.length = 0;
    expect(good(await at.customers.handlers['customers.submit']({ id })).state).toBe('pending');
    expect(provider.calls).toEqual(['get:remote-1', 'attach:identity,proof_of_address', 'presign:identity', 'upload:identity', 'attach:identity,proof_of_address']);
  });

  it('stops at a file that went up just now, and names it', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({}, ['identity', 'proof_of_address']);
    provider.failNext('attach', refusal);
    expect(bad(await at.customers.handlers['customers.submit']({ id }))).toMatchObject({ code: 'validation', fields: [{ path: 'identity' }] });
    const { documents, state } = await at.get(id);
    expect(state).toBe('cut');
    expect(documents.map(({ slot, state: stands, problem }) => [slot, stands, problem])).toEqual([['identity', 'cut', 'The id file is invalid.'], ['proof_of_address', 'uploaded', null]]);
    good(await at.customers.handlers['customers.submit']({ id }));
    expect(uploads(provider.calls)).toEqual(['upload:proof_of_address', 'upload:identity', 'upload:identity']);
  });

  it('sends everything again when a refusal names no file', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({}, ['identity', 'proof_of_address']);
    provider.failNext('attach', appError('offline', 'No network.'));
    bad(await at.customers.handlers['customers.submit']({ id }));
    provider.failNext('attach', appError('validation', 'Something is wrong.'));
    good(await at.customers.handlers['customers.submit']({ id }));
    expect(uploads(provider.calls)).toHaveLength(4);
  });
});
