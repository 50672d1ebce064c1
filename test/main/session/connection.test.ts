import { describe, expect, it, vi } from 'vitest';
import { createConnection } from '../../../main/session/connection.ts';

function setUp() {
  let now = 1_000;
  const waiting: { at: number; run: () => void }[] = [];
  const after = (ms: number, run: () => void) => {
    const entry = { at: now + ms, run };
    waiting.push(entry);
    return () => { waiting.splice(waiting.indexOf(entry), 1); };
  };
  const probe = vi.fn(async () => undefined);
  const onChange = vi.fn();
  const keeper = createConnection({ now: () => now, after, probe, onChange });
  const pass = async (ms: number) => {
    now += ms;
    for (const entry of waiting.filter((one) => one.at <= now)) {
      waiting.splice(waiting.indexOf(entry), 1);
      entry.run();
    }
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { keeper, probe, onChange, pass, waiting };
}

describe('the connection', () => {
  it('says since when the provider is out of reach', async () => {
    const { keeper, pass, onChange } = setUp();
    await pass(500);
    keeper.reached(false, 'The name could not be found.');
    expect(keeper.state()).toMatchObject({ online: false, since: 1_500, detail: 'The name could not be found.' });
    keeper.reached(false, 'Again.');
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('looks by itself while offline, ever more rarely, and stops when back', async () => {
    const { keeper, probe, pass, waiting } = setUp();
    keeper.reached(false, null);
    await pass(5_000);
    expect(probe).toHaveBeenCalledTimes(1);
    await pass(5_000);
    expect(probe).toHaveBeenCalledTimes(1);
    await pass(10_000);
    expect(probe).toHaveBeenCalledTimes(2);
    keeper.reached(true, null);
    expect(waiting).toHaveLength(0);
    expect(keeper.state()).toMatchObject({ online: true, detail: null });
  });

  it('does not look any more once stopped', async () => {
    const { keeper, probe, pass } = setUp();
    keeper.reached(false, null);
    keeper.stop();
    await pass(120_000);
    expect(probe).not.toHaveBeenCalled();
  });
});
