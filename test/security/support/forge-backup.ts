import { readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { packEntries, unpackEntries } from '../../../main/backup/entries.ts';
import { readHeader, streamKey } from '../../../main/backup/header.ts';
import { openDatabase, type Database } from '../../../main/store/database.ts';
import { openStream, sealStream } from '../../../main/store/sealed-file.ts';
import { unwrapKey } from '../../../main/vault/passphrase.ts';

/** The files inside a backup, by name. */
export type Inside = Map<string, Buffer>;

/** Opens a backup as somebody has it who knows its passphrase, lets `change` at what is inside, and closes it again so that every check of the format
 *  holds. Gives the forged file's path. */
export async function forgeBackup(file: string, passphrase: string, folder: string, change: (inside: Inside, key: Buffer) => void): Promise<string> {
  const forged = join(folder, `${Math.random()}.bursarbackup`);
  const inside: Inside = new Map();
  const source = await open(file, 'r');
  const found = await readHeader(source);
  if (!found.ok || found.value.header.wrapped === null) throw new Error('No backup with a passphrase');
  const key = await unwrapKey(found.value.header.wrapped, passphrase);
  if (!key.ok) throw new Error('Another passphrase');
  const stream = streamKey(key.value, found.value.bytes);
  await unpackEntries(openStream(source, stream, found.value.end), async (name) => {
    const parts: Buffer[] = [];
    return { write: async (piece) => { parts.push(Buffer.from(piece)); }, end: async () => { inside.set(name, Buffer.concat(parts)); } };
  });
  await source.close();
  change(inside, key.value);
  const target = await open(forged, 'wx');
  await target.writeFile(found.value.bytes);
  await sealStream(target, stream, packEntries([...inside].map(([name, bytes]) => ({ name, size: bytes.length, read: () => [bytes] }))));
  await target.close();
  return forged;
}

/** Changes the store inside a backup with a database tool. */
export function changeStore(inside: Inside, key: Buffer, folder: string, change: (database: Database) => void): void {
  const file = join(folder, `${Math.random()}.db`);
  writeFileSync(file, inside.get('bursar.db') ?? '');
  const opened = openDatabase({ file, key, clock: () => Date.now() });
  if (!opened.ok) throw new Error(opened.error.message);
  change(opened.value);
  opened.value.close();
  inside.set('bursar.db', readFileSync(file));
}

/** Changes the profiles inside a backup. */
export function changeProfiles(inside: Inside, change: (profiles: Record<string, unknown>[]) => void): void {
  const held = JSON.parse(inside.get('profiles.json')?.toString('utf8') ?? '') as { profiles: { profiles: Record<string, unknown>[] } };
  change(held.profiles.profiles);
  inside.set('profiles.json', Buffer.from(JSON.stringify(held)));
}
