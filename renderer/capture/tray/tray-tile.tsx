import { Check, LoaderCircle, OctagonX } from 'lucide-react';
import { useEffect, useRef, type DragEvent, type KeyboardEvent, type ReactElement } from 'react';
import type { Capture } from '../../../preload/contract/captures.ts';
import { useCall } from '../../api.ts';
import { names } from '../../components/names.ts';
import turn from '../../components/turn.module.css';
import { t } from '../../text.ts';
import css from './tray.module.css';

const c = names({ ...turn, ...css });

/** Props of {@link TrayTile}; `walks` marks the one that Tab reaches. */
export type TrayTileProps = {
  readonly page: Capture;
  readonly place: string;
  readonly chosen: boolean;
  readonly shown: boolean;
  readonly walks: boolean;
  readonly mark: 'before' | 'after' | null;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** `more` adds it to what is chosen. */
  readonly onPress: (more: boolean) => void;
  readonly drag: {
    readonly onDragStart: (event: DragEvent) => void; readonly onDragOver: (event: DragEvent) => void; readonly onDragEnd: () => void; readonly onDrop: (event: DragEvent) => void;
  };
};

/** One page of the tray: its small picture, and whether it is chosen. */
export function TrayTile({ page, place, chosen, shown, walks, mark, onFocus, onKeyDown, onPress, drag }: TrayTileProps): ReactElement {
  return (
    <li className={c('item', mark)} draggable {...drag}>
      <button
        type="button" className={c('tile', chosen && 'chosen', shown && 'shown')} aria-pressed={chosen} aria-label={`${tileWords(page)}, ${place}`} title={page.problem ?? tileWords(page)}
        tabIndex={walks ? 0 : -1} onFocus={onFocus} onKeyDown={onKeyDown} onClick={(event) => onPress(event.ctrlKey || event.metaKey || event.shiftKey)}
      >
        <Face page={page} />
        {chosen ? <span className={c('tick')} aria-hidden><Check size={12} strokeWidth={3} /></span> : null}
        {page.pages !== null && page.pages > 1 ? <span className={c('number')} aria-hidden>{page.page}</span> : null}
      </button>
    </li>
  );
}

/** A page in words: its file, its number in it, and why it can't be used. */
function tileWords({ name, page, pages, state, problem }: Capture): string {
  const which = pages !== null && pages > 1 ? t('{name}, page {page}', { name, page: page ?? 1 }) : name;
  if (state === 'refused') return t('{which}: {problem}', { which, problem: problem ?? '' });
  return state === 'new' ? t('{which}, being opened', { which }) : which;
}

function Face({ page }: { readonly page: Capture }): ReactElement {
  const { data } = useCall('captures.thumb', { id: page.id }, { enabled: page.state === 'ready' && page.evidence !== null });
  if (page.state === 'refused') return <OctagonX size={20} strokeWidth={2} aria-hidden className={c('refused')} />;
  return data?.bytes ? <Thumb bytes={data.bytes} /> : <LoaderCircle size={16} strokeWidth={2} aria-hidden className={c('turn')} />;
}

/** A small picture: made here from pixels, so it is no stranger’s file. */
function Thumb({ bytes }: { readonly bytes: Uint8Array }): ReactElement {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }));
    if (image.current) image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [bytes]);
  return <img ref={image} alt="" className={c('thumb')} draggable={false} />;
}
