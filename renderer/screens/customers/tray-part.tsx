import { ArrowLeft, ArrowRight, Crop, RotateCw, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Capture } from '../../../preload/contract/captures.ts';
import { slotLabel, type DocumentInfo, type DocumentSlot, type IdType } from '../../../preload/contract/documents.ts';
import { turnEdit } from '../../capture/editor/edit-geometry.ts';
import type { Capturing } from '../../capture/tray/capturing.ts';
import { takesMany } from '../../capture/tray/place-pages.ts';
import { moved } from '../../capture/tray/tray-order.ts';
import { TrayStrip } from '../../capture/tray/tray-strip.tsx';
import tray from '../../capture/tray/tray.module.css';
import { Button } from '../../components/button.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import type { DeskCapture } from './use-capture.ts';
import { WatchedFolder, WaysIn, type Ways } from './ways-in.tsx';

const c = names(tray);

/** Props of {@link TrayPart}: `document` is what the slot holds, with its pages; `closed` is why nothing can be put there. */
export type TrayPartProps = {
  readonly capture: DeskCapture;
  readonly slot: DocumentSlot;
  readonly idType: IdType;
  readonly document: DocumentInfo | null;
  readonly documentPages: readonly Capture[];
  readonly frozen: boolean;
  readonly closed: string | null;
  /** Null where the ways in already stand elsewhere. */
  readonly ways: Ways | null;
  readonly onEdit: (page: Capture) => void;
};

/** What waits to be used: pages that were scanned, photographed or came in a folder, and pages taken out of a slot. It survives a restart. */
export function TrayPart(props: TrayPartProps): ReactElement {
  const { capture: { capturing, state, tray: pages }, frozen, ways } = props;
  const chosen = pages.filter(({ id }) => state.chosen.has(id));
  return (
    <section className={c('tray')} aria-label={t('Tray')} data-card="">
      <div className={c('head', ways && !frozen && 'busy')}>
        <h2 className={c('title')}>{t('Tray')}</h2>
        <span className={c('count')}>{pages.length === 0 ? t('nothing waits') : t('{count, plural, one {# page waits} other {# pages wait}}', { count: pages.length })}</span>
        <span className={c('room')} />
        {ways && !frozen ? <WaysIn ways={ways} /> : null}
        <WatchedFolder />
      </div>
      {pages.length > 0 ? (
        <TrayStrip
          pages={pages} chosen={state.chosen} shown={state.shown} onChoose={(ids, shown) => capturing.choose(ids, shown)} onOrder={(ids) => void capturing.order(ids)}
          onRemove={(ids) => void capturing.removePages(ids)}
        />
      ) : null}
      {chosen.length > 0 ? <ChosenBar {...props} chosen={chosen} /> : null}
    </section>
  );
}

function ChosenBar({ capture: { capturing, tray: pages }, slot, chosen, frozen, onEdit, ...rest }: TrayPartProps & { readonly chosen: readonly Capture[] }): ReactElement {
  const [only] = chosen;
  const ids = pages.map(({ id }) => id);
  const ready = chosen.filter(({ state }) => state === 'ready');
  const turn = (page: Capture) => void capturing.edit(page, turnEdit(page.edit, 1), null, slot);
  return (
    <div className={c('bar')}>
      <span className={c('count')}>{t('{count} chosen', { count: chosen.length })}</span>
      {frozen ? null : <UseButtons capturing={capturing} slot={slot} ready={ready} {...rest} />}
      <span className={c('room')} />
      {ready.length > 0 ? <Button size="small" kind="quiet" icon={RotateCw} onPress={() => ready.forEach(turn)}>{t('Turn')}</Button> : null}
      {only && chosen.length === 1 && only.state === 'ready' ? <Button size="small" kind="quiet" icon={Crop} onPress={() => onEdit(only)}>{t('Edit')}</Button> : null}
      {only && chosen.length === 1 && pages.length > 1 ? (
        <>
          <Button size="small" kind="quiet" icon={ArrowLeft} onPress={() => void capturing.order(moved(ids, only.id, -1))}>{t('Earlier')}</Button>
          <Button size="small" kind="quiet" icon={ArrowRight} onPress={() => void capturing.order(moved(ids, only.id, 1))}>{t('Later')}</Button>
        </>
      ) : null}
      <Button size="small" kind="quiet" icon={Trash2} onPress={() => void capturing.removePages(chosen.map(({ id }) => id))}>{t('Throw away')}</Button>
    </div>
  );
}

type UseProps = Pick<TrayPartProps, 'slot' | 'idType' | 'document' | 'documentPages' | 'closed'> & { readonly capturing: Capturing; readonly ready: readonly Capture[] };

/** Where the chosen pages can go. */
function UseButtons({ capturing, slot, idType, document, documentPages, closed, ready }: UseProps): ReactElement {
  const label = slotLabel(slot, idType).toLowerCase();
  const put = (pages: readonly Capture[]) => void capturing.place(slot, pages);
  const many = takesMany(slot);
  const why = closed ?? (ready.length === 0 ? t('Choose a page that opened.') : !many && ready.length > 1 ? t('The {label} is one page: choose the one that shows it.', { label }) : null);
  const words = many && ready.length > 1 ? t('Put {count} pages together', { count: ready.length }) : t('Use as {label}', { label });
  return (
    <>
      <Button size="small" kind="primary" notYet={why} onPress={() => put(ready)}>{words}</Button>
      {many && document && documentPages.length > 0 && ready.length > 0 && closed === null ? <Button size="small" onPress={() => put([...documentPages, ...ready])}>{t('Add to the {label}', { label })}</Button> : null}
    </>
  );
}
