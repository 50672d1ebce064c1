import { expect, it, vi } from 'vitest';

it('waits longer for a condition than the runner’s own second', async () => {
  const began = performance.now();
  await vi.waitFor(() => { expect(performance.now() - began).toBeGreaterThan(1_200); });
});

it('still gives up when a test says how long is enough', async () => {
  await expect(vi.waitFor(() => { throw new Error('never'); }, { timeout: 100 })).rejects.toThrow('never');
});
