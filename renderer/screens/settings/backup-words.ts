import type { BackupFile, FoundBackup } from '../../../preload/contract/backup.ts';
import { dateOf, timeOf } from '../../components/clock.ts';
import { locale, t } from '../../text.ts';

/** A file's size: 480 KB, 12.4 MB. */
export function sizeOf(bytes: number): string {
  const mega = bytes / 1_000_000;
  const [value, unit] = mega < 1 ? [Math.max(1, Math.round(bytes / 1_000)), 'kilobyte'] : [mega, mega < 1_000 ? 'megabyte' : 'gigabyte'];
  const shown = unit === 'gigabyte' ? value / 1_000 : value;
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, maximumFractionDigits: shown < 100 ? 1 : 0 }).format(shown);
}

/** When a backup was made: 20 November, 14:06. */
export function madeOf(at: number): string {
  return t('{date}, {time}', { date: dateOf(at), time: timeOf(at) });
}

/** What opens a backup. */
export function opensWithWords({ opensWith }: Pick<BackupFile, 'opensWith'>): string {
  return opensWith === 'passphrase' ? t('Passphrase') : t('This computer only');
}

/** How a backup came to be. */
export function kindWords({ kind }: Pick<BackupFile, 'kind'>): string {
  return kind === 'daily' ? t('Daily') : t('By hand');
}

/** Why a chosen backup can't be restored here; null when it can. */
export function cannotOpen({ opens }: FoundBackup): string | null {
  return opens === 'nowhere' ? t('Its key isn’t on this computer.') : null;
}
