import type { ReactElement } from 'react';
import type { BackupFile } from '../../../preload/contract/backup.ts';
import { Button } from '../../components/button.tsx';
import { agoOf } from '../../components/clock.ts';
import { CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../text.ts';
import { kindWords, madeOf, opensWithWords, sizeOf } from './backup-words.ts';
import css from './backup.module.css';

const c = names(css);

/** The backups of a folder, newest first, each with a way to restore it; `most` shows only so many. */
export function BackupFiles({ files, most, onRestore }: { readonly files: readonly BackupFile[]; readonly most?: number; readonly onRestore: (name: string) => void }): ReactElement {
  const now = useNow();
  if (files.length === 0) return <CardRow><span className={c('quiet')}>{t('There is no backup in this folder.')}</span></CardRow>;
  return (
    <>
      {files.slice(0, most ?? files.length).map((file) => (
        <CardRow key={file.name}>
          <div className={c('file')}>
            <div>
              <span className={c('made')}>{madeOf(file.madeAt)}</span>
              <span className={c('quiet')}>{kindWords(file)} · {sizeOf(file.bytes)} · {agoOf(file.madeAt, now)}</span>
            </div>
            <span className={c('opens')}>{opensWithWords(file)}</span>
            <Button size="small" label={t('Restore the backup of {made}', { made: madeOf(file.madeAt) })} onPress={() => onRestore(file.name)}>{t('Restore')}</Button>
          </div>
        </CardRow>
      ))}
    </>
  );
}
