import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AppState } from '../../preload/contract/app.ts';
import { followReconnect } from '../../renderer/reconnect.ts';

let tell: (state: AppState) => void = () => undefined;
const online = (value: boolean) => { tell({ connection: { online: value } } as AppState); };

afterEach(() => { vi.unstubAllGlobals(); });

describe('coming back online', () => {
  it('asks again what failed meanwhile, and nothing else', async () => {
    vi.stubGlobal('bursar', { on: { state: (listener: typeof tell) => { tell = listener; return () => undefined; } } });
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const failing = vi.fn(async () => { throw new Error('offline'); });
    const fine = vi.fn(async () => 'kept');
    const stops = [new QueryObserver(client, { queryKey: ['a'], queryFn: failing }), new QueryObserver(client, { queryKey: ['b'], queryFn: fine })].map((each) => each.subscribe(() => undefined));
    await vi.waitFor(() => { expect(client.getQueryState(['a'])?.status).toBe('error'); });
    followReconnect(client);
    online(true);
    online(false);
    expect(failing).toHaveBeenCalledTimes(1);
    online(true);
    await vi.waitFor(() => { expect(failing).toHaveBeenCalledTimes(2); });
    expect(fine).toHaveBeenCalledTimes(1);
    stops.forEach((stop) => stop());
  });
});
