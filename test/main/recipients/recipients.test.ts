import { expect, it } from 'vitest';
import { rig } from './desk.ts';

it('closing waits for a recipient that is being made, and its answer is kept', async () => {
  const desk = rig();
  const { id } = await desk.draft();
  const release = desk.kira.hold();
  void desk.create(id);
  let idle = false;
  const closing = desk.recipients.idle().then(() => { idle = true; });
  await Promise.resolve();
  expect(idle).toBe(false);
  release();
  await closing;
  expect(desk.recipients.desk.find(id)?.state).toBe('there');
});

it('an answer that comes after the store was closed is lost here, not there: the next start finds it unknown', async () => {
  const desk = rig();
  const { id } = await desk.draft();
  const release = desk.kira.hold();
  const making = desk.recipients.handlers['recipients.create']({ id });
  expect(desk.rows.get(id)?.state).toBe('sending');
  desk.store.close();
  release();
  expect(await making).toMatchObject({ ok: false, error: { code: 'locked' } });
  expect(desk.kira.there).toHaveLength(1);
});
