import { useRef, type ReactElement, type ReactNode } from 'react';
import { ErrorBanner } from '../../components/banner.tsx';
import { Skeleton } from '../../components/empty.tsx';
import { names } from '../../components/names.ts';
import { CanvasPicture } from './canvas-picture.tsx';
import { MarkLines } from './mark-lines.tsx';
import type { Drawn } from './marks-of.ts';
import { Notes, notesColumn } from './notes.tsx';
import css from './stage.module.css';
import type { Picture } from './use-picture.ts';
import { useRoom } from './use-room.ts';
import type { Area } from '../../../preload/contract/evidence.ts';
import { fitView } from './view.ts';

const c = names(css);

/** Props of {@link Stage}: `document` is where it lies on the picture; `drawn` null hides the marks. */
export type StageProps = {
  readonly picture: Picture;
  readonly label: string;
  readonly document: Area | null;
  readonly drawn: Drawn | null;
  /** Shown instead of a picture. */
  readonly children?: ReactNode;
};

/** The dark stage: a page's picture as it came, and on it what was found. The list of checks says the same in words. */
export function Stage({ picture: { bitmap, error }, label, document, drawn, children }: StageProps): ReactElement {
  const place = useRef<HTMLElement>(null);
  const room = useRoom(place);
  return (
    <figure ref={place} className={c('stage')} aria-label={label}>
      {bitmap ? <Shown bitmap={bitmap} label={label} document={document} drawn={drawn} room={room} /> : null}
      {error ? <div className={c('trouble')}><ErrorBanner error={error} /></div> : null}
      {!bitmap && !error ? (children ?? <div className={c('waiting')}><Skeleton lines={3} /></div>) : null}
    </figure>
  );
}

/** How far the picture keeps from the stage’s edge, and from the notes, in pixels. */
const margin = 14;
const beforeNotes = 34;

type ShownProps = Pick<StageProps, 'label' | 'document' | 'drawn'> & { readonly bitmap: ImageBitmap; readonly room: { readonly width: number; readonly height: number } };

function Shown({ bitmap, label, document, drawn, room }: ShownProps): ReactElement {
  const column = drawn && drawn.callouts.length > 0 ? notesColumn(room) : null;
  const width = (column ? column.x - beforeNotes : room.width) - 2 * margin;
  const view = fitView(bitmap, document, { x: margin, y: margin, width: Math.max(40, width), height: Math.max(40, room.height - 2 * margin) }, room);
  return (
    <>
      <CanvasPicture bitmap={bitmap} view={view} label={label} />
      {drawn ? <MarkLines marks={drawn.marks} view={view} room={room} /> : null}
      {drawn && column ? <Notes drawn={drawn} view={view} column={column} room={room} /> : null}
    </>
  );
}
