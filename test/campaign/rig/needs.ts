import type { TestContext } from 'vitest';
import type { Rig, SmallDisk } from '../under-fire.ts';

/** A small disk for a test that is about one; where none can be mounted the test is told as not run, with the reason. */
export function smallDiskFor(context: TestContext, rig: Rig, bytes: number): SmallDisk {
  return rig.smallDisk(bytes) ?? context.skip('no small disk can be mounted here: that takes root on Linux, with the right to mount');
}

/** For a test that kills at file-system calls; where that is impossible the test is told as not run, with the reason. */
export function needsBullets(context: TestContext, rig: Rig): void {
  const { possible, how } = rig.bullets();
  if (!possible) context.skip(`no kills at file-system calls here: ${how}`);
}
