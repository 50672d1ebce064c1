import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyCustomerFields, type CustomerFields } from '../../../preload/contract/customers.ts';
import { drawPapers } from '../../capture/draw-papers.ts';
import { recipeFor, type Wish } from '../../capture/papers.ts';
import type { Recipe } from '../../capture/recipe.ts';

/** A paper for somebody's form: a passport unless another kind is asked for, good unless a defect is. What the form leaves empty is invented. */
export type PaperWish = { readonly fields: Partial<CustomerFields> } & Partial<Omit<Wish, 'fields'>>;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'out', 'papers');
let stamp: string | null = null;

/** Draws papers as files, in their order, with one browser. */
export function drawAll(wishes: readonly PaperWish[]): Promise<readonly Buffer[]> {
  return drawKept(wishes.map(({ fields, ...wish }) => recipeFor({ kind: 'passport', today: new Date().toISOString().slice(0, 10), ...wish, fields: { ...emptyCustomerFields, ...fields } })));
}

/** The files of recipes, in their order; what was drawn before comes from out/papers/. */
export async function drawKept(recipes: readonly Recipe[]): Promise<readonly Buffer[]> {
  const files = recipes.map((recipe) => join(folder, createHash('sha256').update(JSON.stringify(recipe)).update(stampOfDrawing()).digest('hex').slice(0, 32)));
  const missing = [...new Set(files)].filter((file) => !existsSync(file));
  if (missing.length > 0) {
    mkdirSync(folder, { recursive: true });
    const drawn = await drawPapers(missing.flatMap((file) => recipes[files.indexOf(file)] ?? []));
    drawn.forEach((bytes, at) => keep(missing[at] ?? '', bytes));
  }
  return files.map((file) => readFileSync(file));
}

/** Draws one paper. */
export async function drawPaper(wish: PaperWish): Promise<Buffer> {
  const [paper] = await drawAll([wish]);
  if (!paper) throw new Error('No paper was drawn');
  return paper;
}

/** Another suite that draws the same paper at the same time writes the same bytes. */
function keep(file: string, bytes: Uint8Array): void {
  writeFileSync(`${file}.${process.pid}`, bytes);
  renameSync(`${file}.${process.pid}`, file);
}

/** A hash of everything that draws: papers of an older drawing are not taken. */
function stampOfDrawing(): string {
  if (stamp !== null) return stamp;
  const hash = createHash('sha256');
  for (const part of ['renderer/capture/specimen', 'test/capture']) {
    const names = readdirSync(join(root, part), { recursive: true, withFileTypes: true }).filter((one) => one.isFile() && /\.(ts|html)$/.test(one.name)).map((one) => join(one.parentPath, one.name));
    for (const name of names.filter((one) => !/\.test\.ts$|[\\/]score/.test(one)).sort()) hash.update(readFileSync(name));
  }
  stamp = hash.digest('hex');
  return stamp;
}

/** A PDF of so many empty pages, with correct offsets. */
export function plainPdf(pages: number): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${3 + index} 0 R`).join(' ');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>')];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
