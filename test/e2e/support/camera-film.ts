import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { emptyCustomerFields, type CustomerFields } from '../../../preload/contract/customers.ts';
import { recipeFor } from '../../capture/papers.ts';
import { drawKept } from './papers.ts';

const today = '2026-11-21';
/** Steps of a hand that isn't quite still, in pixels. */
const tremor = [[0, 0], [1, 0], [2, 1], [2, 2], [1, 1], [0, 1]] as const;

/** Writes a film of somebody's passport on a desk, 1,920 by 1,080, as Chromium's fake camera takes it: JPEG after JPEG. */
export async function filmPassport(file: string, fields: Partial<CustomerFields>): Promise<void> {
  const drawn = recipeFor({ kind: 'passport', fields: { ...emptyCustomerFields, ...fields }, today, seed: 'bench', width: 2_000 });
  await film(file, drawn.what === 'paper' ? { ...drawn, world: { ...drawn.world, room: 1.65, orientation: 1 } } : drawn);
}

/** Writes a film of a desk with nothing on it. */
export async function filmDesk(file: string): Promise<void> {
  await film(file, recipeFor({ kind: 'desk', fields: emptyCustomerFields, today, seed: 'bench', width: 2_000 }));
}

async function film(file: string, recipe: ReturnType<typeof recipeFor>): Promise<void> {
  const [picture] = await drawKept([recipe]);
  const { data, info } = await sharp(picture).resize({ width: 1_940 }).toBuffer({ resolveWithObject: true });
  const top = Math.floor((info.height - 1_080) / 2);
  const frames = await Promise.all(tremor.map(([left, down]) => sharp(data).extract({ left: left + 8, top: top + down, width: 1_920, height: 1_080 }).jpeg({ quality: 90, chromaSubsampling: '4:2:0' }).toBuffer()));
  writeFileSync(file, Buffer.concat(frames));
}
