import { vi } from 'vitest';

/** How long a test waits for a condition before it is a failure, in ms: long enough for a busy machine, since a met condition ends the wait at once. */
const patience = 15_000;

const waitFor = vi.waitFor;

/** Waiting for a condition, with more patience than the runner's second unless a test says otherwise. */
vi.waitFor = (condition, options) => waitFor(condition, typeof options === 'number' ? options : { timeout: patience, ...options });
