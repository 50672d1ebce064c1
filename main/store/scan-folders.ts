import type { Database } from './database.ts';

/** A file of the watched folder as it was seen: full path, size in bytes, time of its last change (epoch ms), SHA-256 of its content in hex; empty
 *  when it wasn't read. */
export type SeenFile = { readonly path: string; readonly size: number; readonly modifiedAt: number; readonly hash: string };

/** The watched folder of one profile, and what was seen in it. */
export type ScanFolders = {
  /** Full path of the folder; null without one. */
  folder(): string | null;
  choose(path: string, at: number): void;
  forget(): void;
  /** Whether the file was seen as it is now. */
  knows(file: Omit<SeenFile, 'hash'>): boolean;
  /** Whether a file with this content was seen, under whatever name. */
  knowsContent(hash: string): boolean;
  /** Remembers a file, instead of what was known under its path; `at` is epoch ms. */
  remember(file: SeenFile, at: number): void;
};

/** Makes the repository of the watched folder for one profile. */
export function createScanFolders(db: Database, profileId: string): ScanFolders {
  return {
    folder: () => db.get<{ path: string }>('SELECT path FROM scan_folders WHERE profile_id = ?', [profileId])?.path ?? null,
    choose: (path, at) => {
      db.run(`INSERT INTO scan_folders (profile_id, path, chosen_at) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET path = excluded.path, chosen_at = excluded.chosen_at`, [profileId, path, at]);
    },
    forget: () => { db.run('DELETE FROM scan_folders WHERE profile_id = ?', [profileId]); },
    knows: ({ path, size, modifiedAt }) =>
      db.get('SELECT 1 FROM seen_files WHERE profile_id = ? AND path = ? AND size = ? AND modified_at = ?', [profileId, path, size, modifiedAt]) !== undefined,
    knowsContent: (hash) => hash !== '' && db.get("SELECT 1 FROM seen_files WHERE profile_id = ? AND hash = ? AND hash <> ''", [profileId, hash]) !== undefined,
    remember: ({ path, size, modifiedAt, hash }, at) => {
      db.run(`INSERT INTO seen_files (profile_id, path, size, modified_at, hash, seen_at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET size = excluded.size, modified_at = excluded.modified_at, hash = excluded.hash, seen_at = excluded.seen_at`,
      [profileId, path, size, modifiedAt, hash, at]);
    },
  };
}
