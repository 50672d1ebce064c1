import { Camera, FlaskConical, FolderOpen, FolderSearch, Printer, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useCall } from '../../api.ts';
import { ask } from '../../call.ts';
import tray from '../../capture/tray/tray.module.css';
import { Button, IconButton } from '../../components/button.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import type { SpecimenWay } from './use-specimen.ts';
import css from './ways-in.module.css';

const c = names({ ...tray, ...css });

/** What takes pages: each is asked for by its button. `specimen` only where somebody practises. */
export type Ways = { readonly camera: () => void; readonly scan: () => void; readonly files: () => void; readonly specimen: SpecimenWay | null };

/** The ways to bring pages in: camera, scanner, files. The folder that is watched works by itself. */
export function WaysIn({ ways, large = false }: { readonly ways: Ways; readonly large?: boolean }): ReactElement {
  const look = large ? {} : ({ size: 'small', kind: 'quiet' } as const);
  return (
    <div className={c('ways', large && 'middle')}>
      <Button {...look} icon={Camera} onPress={ways.camera}>{t('Camera')}</Button>
      <Button {...look} icon={Printer} onPress={ways.scan}>{t('Scan')}</Button>
      <Button {...look} icon={FolderOpen} onPress={ways.files}>{t('Choose files')}</Button>
      {large && ways.specimen ? <Button kind="quiet" icon={FlaskConical} busy={ways.specimen.drawing} onPress={ways.specimen.take}>{t('Use a specimen')}</Button> : null}
    </div>
  );
}

/** The watched folder: its name and how to stop, or the way to choose one. */
export function WatchedFolder(): ReactElement {
  const { data: folder } = useCall('captures.folder', {});
  if (!folder) return <Button size="small" kind="quiet" icon={FolderSearch} onPress={() => void ask('captures.chooseFolder', {})}>{t('Watch a folder…')}</Button>;
  return (
    <span className={c('folder', folder.problem && 'troubled')}>
      <FolderSearch size={14} strokeWidth={2} aria-hidden />
      <span className={c('folderName')} title={folder.problem ?? folder.name}>{folder.problem ?? t('Watching {name}', { name: folder.name })}</span>
      <IconButton icon={X} label={t('Stop watching {name}', { name: folder.name })} onPress={() => void ask('captures.forgetFolder', {})} />
    </span>
  );
}
