import { describe, expect, it, vi } from 'vitest';
import { openDoor, type Handlers } from '../../../main/ipc/door.ts';
import { channels } from '../../../preload/contract/channels.ts';
import { ok } from '../../../preload/contract/result.ts';

type Listener = (event: unknown, request: unknown) => Promise<unknown>;
const ours = { senderFrame: { url: 'app://bursar/index.html', parent: null }, sender: { id: 1 } };

function setUp(answer: (request: unknown) => Promise<unknown> = async () => ok(null)) {
  const listeners = new Map<string, Listener>();
  const report = vi.fn();
  const handlers = Object.fromEntries(channels.map((channel) => [channel, answer])) as unknown as Handlers;
  const ipc = { handle: (channel: string, listener: Listener) => { listeners.set(channel, listener); }, removeHandler: vi.fn() };
  openDoor({ ipc: ipc as never, handlers, knownWindow: (id) => id === 1, report });
  return { listeners, report, call: (channel: string, request: unknown, event: unknown = ours) => listeners.get(channel)?.(event, request) };
}

describe('the one door', () => {
  it('has exactly the channels of the contract', () => {
    expect([...setUp().listeners.keys()].sort()).toEqual([...channels].sort());
  });

  it('passes a well-formed request on and gives the tagged result back', async () => {
    const seen = vi.fn(async () => ok('answer'));
    expect(await setUp(seen).call('payouts.get', { id: 'p1' })).toEqual(ok('answer'));
    expect(seen).toHaveBeenCalledWith({ id: 'p1' });
  });

  it('refuses unknown keys and names the field that is wrong', async () => {
    const seen = vi.fn(async () => ok(null));
    const { call } = setUp(seen);
    const result = await call('payouts.list', { view: 'all', query: '', cursor: null, limit: 501, sneaky: 1 });
    expect(result).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect((result as { error: { fields: { path: string }[] } }).error.fields.map((field) => field.path)).toContain('limit');
    expect(seen).not.toHaveBeenCalled();
  });

  it('rejects a stranger loudly and writes it down', async () => {
    const { call, report } = setUp();
    await expect(call('app.state', {}, { ...ours, sender: { id: 9 } })).rejects.toThrow('Refused');
    expect(report).toHaveBeenCalledWith('ipc-refused', 'app.state', null);
  });

  it('turns a bug into an internal error that carries no detail across', async () => {
    const { call, report } = setUp(async () => { throw new Error('secret path /home/x'); });
    const result = await call('app.state', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('/home/x');
    expect(report).toHaveBeenCalledWith('ipc-bug', 'app.state', 'Error');
  });
});
