import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPayoutLists } from '../../main/store/payout-list.ts';
import { openDatabase, type Database } from '../../main/store/database.ts';
import { createMemoryStore } from '../../main/vault/memory.ts';
import { createVault } from '../../main/vault/vault.ts';
import { openApp, passphrase } from '../security/support/open-app.ts';
import { expectOk } from './desk.ts';
import { quantile, timed, type Report } from './figures.ts';
import { firstRowsTimes, pageMessageTimes, scrollFrames, searchTimes } from './long-list-page.ts';
import { seedPayouts } from './seed-payouts.ts';

const count = 100_000;
const profile = 'sandbox';
/** What a person types, letter by letter. */
const typed = ['Okonjo Textiles', 'INV-0421', 'Lagoon', 'Ferrer 00', '1200', 'Harrow', 'Meridian 9', '77', 'Adaeze'].flatMap((words) => [...words].map((_letter, at) => words.slice(0, at + 1)));

/** A hundred thousand payouts: read and searched in main, then looked at in the app's own page. */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-long-list-'));
  try {
    await setUp(folder);
    await inMain(folder, report);
    await inPage(folder, report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function setUp(folder: string): Promise<void> {
  const app = await openApp({ userDataDir: folder });
  await app.must('vault.setUp', { mode: 'passphrase', passphrase });
  await app.must('profiles.useSandbox', { provider: 'blaaiz' });
  await app.close();
}

async function inMain(folder: string, report: Report): Promise<void> {
  const db = await openStore(folder);
  try {
    seedPayouts(db, profile, count, Date.now());
    const lists = createPayoutLists(db, profile, 'blaaiz');
    report({ name: 'list-rows', value: lists.counts('all', '').rows, unit: 'rows', budget: count, atLeast: true, gate: true });
    const first = await timed(40, 1, () => [lists.page('all', '', null, 500), lists.counts('all', '')]);
    report({ name: 'list-first-rows-main-p95', value: quantile(first, 0.95), unit: 'ms', budget: 100 });
    const search = await timed(typed.length, 2, (turn) => lists.page('all', typed[turn % typed.length] ?? '', null, 500));
    report({ name: 'list-search-main-p95', value: quantile(search, 0.95), unit: 'ms', budget: 50 });
    const largest = Math.max(...(['all', 'done', 'needs-you'] as const).map((view) => Buffer.byteLength(JSON.stringify({ ok: true, value: lists.page(view, '', null, 500) }))));
    report({ name: 'largest-message-of-500-rows', value: largest, unit: 'bytes', budget: 256 * 1024, gate: true });
  } finally {
    db.close();
  }
}

/** Opens the app's own store with its own key, as the app itself would. */
async function openStore(folder: string): Promise<Database> {
  const vault = await createVault({ dir: folder, keychain: createMemoryStore(), now: Date.now, hasEncryptedData: async () => true });
  await vault.unlock({ passphrase });
  const opened = await vault.withKey((key) => openDatabase({ file: join(folder, 'bursar.db'), key: Buffer.from(key), clock: Date.now }));
  if (!opened.ok) throw new Error(opened.error.message);
  return expectOk(opened.value);
}

async function inPage(folder: string, report: Report): Promise<void> {
  const app = await openApp({ userDataDir: folder, size: { width: 1280, height: 800 } });
  try {
    await app.must('vault.unlock', { passphrase });
    await app.must('app.savePreferences', { idleLockMinutes: 60 });
    await app.page.getByRole('navigation').first().waitFor();
    report({ name: 'list-first-rows-page-median', value: quantile(await firstRowsTimes(app.page, 15), 0.5), unit: 'ms', budget: 100 });
    report({ name: 'list-scroll-frame-p95', value: quantile(await scrollFrames(app.page, 300), 0.95), unit: 'ms', budget: 20 });
    // Told beside them, since the development host carries messages more slowly than Electron does.
    report({ name: 'message-of-500-rows-round-trip-median', value: quantile(await pageMessageTimes(app.page, 20), 0.5), unit: 'ms', budget: null });
    // The first letter finds the page's code cold; a person types many.
    const searched = (await searchTimes(app.page, typed)).slice(1);
    report({ name: 'list-search-page-p95', value: quantile(searched, 0.95), unit: 'ms', budget: 50 });
  } finally {
    await app.close();
  }
}
