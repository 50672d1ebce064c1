import { RotateCcw, RotateCw, ScanSearch } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import type { Capture, CaptureEdit } from '../../../preload/contract/captures.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Skeleton } from '../../components/empty.tsx';
import { names } from '../../components/names.ts';
import { Segmented } from '../../components/radio-cards.tsx';
import said from '../../components/said.module.css';
import { Checkbox } from '../../components/toggles.tsx';
import { t } from '../../text.ts';
import { CanvasPicture } from '../marks/canvas-picture.tsx';
import { usePicture } from '../marks/use-picture.ts';
import { useRoom } from '../marks/use-room.ts';
import { fitView } from '../marks/view.ts';
import { pageOf } from '../tray/look-page.ts';
import { theLooker } from '../tray/looker.ts';
import { CornerHandles } from './corner-handles.tsx';
import { wholePage } from './edit-geometry.ts';
import css from './page-editor.module.css';
import { useTurned } from './turned-page.ts';
import { usePageEdit, type PageEdit } from './use-page-edit.ts';

const c = names({ ...said, ...css });
const most = 1_800;

/** Props of {@link PageEditor}. */
export type PageEditorProps = { readonly page: Capture; readonly onClose: () => void; readonly onSave: (edit: CaptureEdit) => void };

/** Turns, crops and evens out one page. The original is never touched: what is sent is made anew from it. */
export function PageEditor({ page, onClose, onSave }: PageEditorProps): ReactElement {
  const work = usePageEdit(page);
  const [side, setSide] = useState<'before' | 'after'>('before');
  return (
    <Dialog
      open onClose={onClose} stays width="wide" title={t('Edit the page')} subtitle={t('{name}. The original stays as it came.', { name: page.name })}
      foot={(
        <>
          <Button kind="quiet" onPress={work.reset}>{t('Back to the original')}</Button>
          <Button kind="quiet" onPress={onClose}>{t('Cancel')}</Button>
          <Button kind="primary" onPress={() => (work.changed ? onSave(work.edit) : onClose())}>{t('Save')}</Button>
        </>
      )}
    >
      <div className={c('tools')}>
        <Segmented
          label={t('What is shown')} value={side} onChange={setSide}
          choices={[{ id: 'before', label: t('Before') }, { id: 'after', label: t('After') }]}
        />
        <Button size="small" icon={RotateCcw} onPress={() => work.turn(-1)}>{t('Turn left')}</Button>
        <Button size="small" icon={RotateCw} onPress={() => work.turn(1)}>{t('Turn right')}</Button>
        <Button size="small" icon={ScanSearch} busy={work.busy} onPress={work.find}>{t('Find corners again')}</Button>
        <Button size="small" kind="quiet" onPress={work.whole}>{t('Whole page')}</Button>
        <Checkbox label={t('Even light')} on={work.edit.even} onChange={work.setEven} />
      </div>
      {side === 'before' ? <Before page={page} work={work} /> : <After page={page} edit={work.edit} />}
      <p id="corner-keys" className={c('keys')}>{side === 'before' ? t('Drag the corners, or go to one with Tab and move it with the arrow keys, by ten with Shift.') : t('What would be sent.')}</p>
      {work.found === 'none' ? <Banner family="wait" head={t('The edge of the document isn’t seen')} live>{t('Set the corners by hand, or leave the whole page.')}</Banner> : null}
      <ErrorBanner error={work.error} />
    </Dialog>
  );
}

/** The page as it came, turned, with the corners of what is kept. */
function Before({ page, work }: { readonly page: Capture; readonly work: PageEdit }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const { bitmap, error } = usePicture(`edit/${page.id}`, async () => {
    const original = await pageOf(page);
    return original.ok ? theLooker().show(original.value, 0, most) : original;
  });
  const turned = useTurned(bitmap, work.edit.turn);
  const view = turned ? fitView(turned, null, { x: 18, y: 18, width: Math.max(40, room.width - 36), height: Math.max(40, room.height - 36) }, room) : null;
  return (
    <div ref={place} className={c('stage')} role="group" aria-label={t('Corners of what is kept')}>
      {turned && view ? <CanvasPicture bitmap={turned} view={view} label={t('The page as it came')} /> : null}
      {turned && view ? <CornerHandles area={work.edit.corners ?? wholePage} view={view} room={room} page={turned} onMove={work.move} /> : null}
      {turned || error ? null : <div className={c('waiting')}><Skeleton lines={3} /></div>}
      {error ? <div className={c('trouble')}><ErrorBanner error={error} /></div> : null}
    </div>
  );
}

/** What would be sent with this edit. */
function After({ page, edit }: { readonly page: Capture; readonly edit: CaptureEdit }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const { bitmap, error } = usePicture(`made/${page.id}/${JSON.stringify(edit)}`, async () => {
    const original = await pageOf(page);
    if (!original.ok) return original;
    const made = await theLooker().make(original.value, edit);
    return made.ok ? theLooker().show({ name: page.name, bytes: made.value.bytes, page: 1 }, 0, most) : made;
  });
  const view = bitmap ? fitView(bitmap, null, { x: 18, y: 18, width: Math.max(40, room.width - 36), height: Math.max(40, room.height - 36) }, room) : null;
  return (
    <div ref={place} className={c('stage')}>
      {bitmap && view ? <CanvasPicture bitmap={bitmap} view={view} label={t('The page as it would be sent')} /> : null}
      {bitmap || error ? null : <div className={c('waiting')}><Skeleton lines={3} /></div>}
      {error ? <div className={c('trouble')}><ErrorBanner error={error} /></div> : null}
    </div>
  );
}
