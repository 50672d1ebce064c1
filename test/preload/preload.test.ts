import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channels, events } from '../../preload/contract/channels.ts';

type Page = Record<string, Record<string, (argument: unknown) => unknown>>;
const exposed: Record<string, Page> = {};
const ipcRenderer = { invoke: vi.fn(async () => 'reply'), on: vi.fn(), off: vi.fn() };

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: Page) => { exposed[name] = api; } },
  get ipcRenderer() { return ipcRenderer; },
}));

beforeEach(async () => {
  vi.resetModules();
  vi.clearAllMocks();
  await import('../../preload/preload.ts');
});

describe('the preload', () => {
  it('puts one object on the page, with exactly the contract’s functions and subscriptions', () => {
    expect(Object.keys(exposed)).toEqual(['bursar']);
    const page = exposed['bursar'] as Page;
    const functions = Object.entries(page).filter(([group]) => group !== 'on').flatMap(([group, verbs]) => Object.keys(verbs).map((verb) => `${group}.${verb}`));
    expect(functions.sort()).toEqual([...channels].sort());
    expect(Object.keys(page['on'] ?? {}).sort()).toEqual([...events].sort());
  });

  it('fixes the channel of each function and passes the request alone', async () => {
    await (exposed['bursar'] as Page)['payouts']?.['get']?.({ id: 'p1' });
    expect(ipcRenderer.invoke).toHaveBeenCalledWith('payouts.get', { id: 'p1' });
  });

  it('hands a listener the payload without the event, and can be unsubscribed', () => {
    const listener = vi.fn();
    const stop = (exposed['bursar'] as Page)['on']?.['changed']?.(listener) as () => void;
    const [channel, deliver] = ipcRenderer.on.mock.calls[0] as [string, (event: unknown, payload: unknown) => void];
    deliver({ sender: 'secret' }, { topics: ['payouts'] });
    expect(channel).toBe('event:changed');
    expect(listener).toHaveBeenCalledExactlyOnceWith({ topics: ['payouts'] });
    stop();
    expect(ipcRenderer.off).toHaveBeenCalledWith('event:changed', deliver);
  });
});
