import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { openUntrusted, type OpenFile } from '../decode/open-file.ts';
import { closeSheet, turnedCopy, type Sheet } from '../decode/sheet.ts';
import type { Tools } from '../decode/tools.ts';
import type { Trouble } from '../decode/trouble.ts';
import { make } from '../make/make.ts';
import { merge } from '../make/merge.ts';
import { cornersOf, look } from './look.ts';
import type { Answers, Ask } from './messages.ts';
import { loadMeasures } from './measures.ts';

/** The file that was sent last, as far as it was opened, and the page of it that was decoded last: whoever looks at a page shows it and makes it next. */
type Held = { readonly bytes: Uint8Array; file: OpenFile | null; page: { readonly number: number; readonly sheet: Sheet } | null };

/** Answers questions about one file after the other. */
export type Desk = (ask: Ask, bytes: Uint8Array | null, tools: Tools) => Promise<Result<Answers[Ask['kind']], Trouble>>;

/** Makes a desk, which keeps hold of one file and one decoded page. */
export function createDesk(): Desk {
  let held: Held | null = null;

  const take = (bytes: Uint8Array | null): Held | null => {
    if (bytes) {
      letGo(held);
      held = { bytes, file: null, page: null };
    }
    return held;
  };

  return async (ask, bytes, tools) => {
    if (ask.kind === 'merge') return merge(ask.pictures, tools);
    const mine = take(bytes);
    if (!mine) return fail({ kind: 'empty' });
    const file = await opened(mine, tools);
    if (!file.ok) return file;
    if (ask.kind === 'open') return ok({ mime: file.value.mime, pages: file.value.pages });
    const sheet = await decoded(mine, file.value, ask.page);
    return sheet.ok ? answer(ask, mine.bytes, file.value, sheet.value, tools) : sheet;
  };
}

async function opened(held: Held, tools: Tools): Promise<Result<OpenFile, Trouble>> {
  if (held.file) return ok(held.file);
  const file = await openUntrusted(held.bytes, tools);
  if (file.ok) held.file = file.value;
  return file;
}

async function decoded(held: Held, file: OpenFile, number: number): Promise<Result<Sheet, Trouble>> {
  if (held.page?.number === number) return ok(held.page.sheet);
  if (held.page) closeSheet(held.page.sheet);
  held.page = null;
  const sheet = await file.sheet(number);
  if (sheet.ok) held.page = { number, sheet: sheet.value };
  return sheet;
}

function letGo(held: Held | null): void {
  if (held?.page) closeSheet(held.page.sheet);
  held?.file?.close();
}

async function answer(ask: Exclude<Ask, { kind: 'open' | 'merge' }>, bytes: Uint8Array, file: OpenFile, sheet: Sheet, tools: Tools): Promise<Result<Answers[Ask['kind']], Trouble>> {
  if (ask.kind === 'show') return ok(turnedCopy(sheet, ask.turn, ask.most).transferToImageBitmap());
  const measures = await loadMeasures(tools);
  return tools.ours(async () => {
    switch (ask.kind) {
      case 'corners': return ok(cornersOf(sheet, ask.turn, measures));
      case 'make': return make(file, bytes, sheet, ask.edit, measures);
      case 'look': return ok(await look(sheet, ask.wanted, ask.edit, measures));
    }
  });
}
