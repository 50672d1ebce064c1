import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { BlobDamaged } from '../store/sealed-file.ts';
import { replaceFile } from '../vault/atomic-file.ts';
import { toAppError } from '../vault/vault-error.ts';
import { ofDisk, syncFolder, workFolder } from './disk.ts';
import { restoredFile, restoringFolder } from './places.ts';

const planFile = 'plan.json';

/** What can stand in the data folder and be replaced: the store's side files go before it, vault.json comes last but for the note about audit logs. */
export const parts = [
  'bursar.db-wal', 'bursar.db-shm', 'bursar.db.keycheck', 'bursar.db', 'files', 'sandbox.sealed', 'secrets.sealed', 'vault.json', restoredFile,
] as const;
/** One of {@link parts}. */
export type Part = (typeof parts)[number];

const swapPlanSchema = z.strictObject({ aside: z.string().regex(/^[\w.-]+$/), steps: z.array(z.strictObject({ part: z.enum(parts), staged: z.boolean() })) });
/** What is to be moved: each part that goes aside, and whether another takes its place; `aside` names the folder for what was here. */
export type SwapPlan = z.infer<typeof swapPlanSchema>;

/** Decides the swap: from here on it happens, now or at the next start. The staged folder must be complete and on the disk. Error: storage. */
export async function decideSwap(folder: string, plan: SwapPlan): Promise<Result<null, AppError>> {
  const staged = workFolder(folder, 'restore');
  const written = await replaceFile(path.join(staged, planFile), Buffer.from(JSON.stringify(plan)));
  if (!written.ok) return fail(toAppError(written.error));
  return ofDisk('restore', async () => {
    await rename(staged, path.join(folder, restoringFolder));
    await syncFolder(folder);
    return ok(null);
  });
}

/** Does what was decided, from wherever it was cut off; nothing of the data may be open. `putProfiles` takes the restored profiles over; doing it twice is
 *  harmless. Error: storage, to be tried again at the next start. */
export function finishSwap(folder: string, putProfiles: (plain: unknown) => Result<null, AppError>): Promise<Result<null, AppError>> {
  return ofDisk('place', async () => {
    const staged = path.join(folder, restoringFolder);
    const plan = await readPlan(path.join(staged, planFile));
    if (plan !== null) {
      for (const step of plan.steps) await move(folder, plan.aside, step);
      await syncFolder(folder);
      const put = putProfiles(await readProfiles(staged));
      if (!put.ok) return put;
      await rm(path.join(staged, planFile), { force: true });
    }
    await rm(staged, { recursive: true, force: true });
    return ok(null);
  });
}

/** A part that is still staged hasn't been moved in, so what stands in its place is the old one; a part that nothing replaces only goes aside. */
async function move(folder: string, asideName: string, { part, staged }: SwapPlan['steps'][number]): Promise<void> {
  const [here, next, aside] = [path.join(folder, part), path.join(folder, restoringFolder, part), path.join(folder, asideName)];
  if (staged && !existsSync(next)) return;
  if (existsSync(here)) {
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await rename(here, path.join(aside, part));
    await syncFolder(aside);
  }
  if (staged) await rename(next, here);
}

async function readPlan(file: string): Promise<SwapPlan | null> {
  if (!existsSync(file)) return null;
  const plan = swapPlanSchema.safeParse(parsed(await readFile(file, 'utf8')));
  if (!plan.success) throw new BlobDamaged();
  return plan.data;
}

async function readProfiles(staged: string): Promise<unknown> {
  const file = path.join(staged, 'profiles.json');
  return existsSync(file) ? parsed(await readFile(file, 'utf8')) : null;
}

/** What the disk gives back damaged keeps the app from nothing but its data: it starts, and says so. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BlobDamaged();
  }
}
