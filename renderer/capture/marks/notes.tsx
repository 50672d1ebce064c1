import { Check, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Verdict } from '../../../preload/contract/preflight.ts';
import colours from '../../components/family.module.css';
import { names } from '../../components/names.ts';
import { lay } from './canvas-picture.tsx';
import { Line, verdictFamily } from './mark-lines.tsx';
import type { Callout, Drawn, Mark } from './marks-of.ts';
import { placeNotes, type Column } from './note-places.ts';
import { bracketCorner, ellipseIn, ellipseRight, linePath, rightMiddle } from './shapes.ts';
import css from './stage.module.css';
import { onStage, type Px, type View } from './view.ts';

const c = names({ ...colours, ...css });

/** The icon that goes with a verdict. */
export const verdictIcon: Readonly<Record<Verdict, LucideIcon>> = { pass: Check, 'look-again': TriangleAlert, stop: OctagonX };

/** Where the notes stand on a stage; null where it is too narrow for them. */
export function notesColumn({ width, height }: { readonly width: number; readonly height: number }): (Column & { readonly width: number }) | null {
  if (width < 400) return null;
  const wide = width < 560 ? 128 : 176;
  return { x: width - wide - 14, top: 14, bottom: height - 14, gap: 10, width: wide };
}

/** The notes in the margin, each with a line to what it speaks of. */
export function Notes({ drawn, view, column, room }: NotesProps): ReactElement {
  const placed = placeNotes(drawn.callouts.map((note) => ({ note, height: heightOf(note, column.width), anchor: anchorOf(drawn.marks.find(({ id }) => id === note.mark), view) })), column);
  return (
    <div aria-hidden>
      <svg className={c('lines')} width={room.width} height={room.height}>
        {placed.map(({ note, leader: [from, ...rest] }) => (from ? (
          <g key={note.id}>
            <Line family={verdictFamily[note.verdict]} path={linePath([from, ...rest])} />
            <circle cx={from.x} cy={from.y} r={4} className={c('dot', verdictFamily[note.verdict])} />
          </g>
        ) : null))}
      </svg>
      {placed.map(({ note, y, height }) => <NoteCard key={note.id} note={note} box={{ x: column.x, y, width: column.width, height }} />)}
    </div>
  );
}

/** A note of two lines, or three where its words need it: a letter is some six pixels wide. */
function heightOf({ line }: Callout, width: number): number {
  return line.length * 6.1 > width - 48 ? 60 : 44;
}

type NotesProps = { readonly drawn: Drawn; readonly view: View; readonly column: Column & { readonly width: number }; readonly room: { readonly width: number; readonly height: number } };

function NoteCard({ note, box }: { readonly note: Callout; readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const { x, y, width, height } = box;
  useEffect(() => lay(place.current, { x, y, width, height }), [x, y, width, height]);
  const Icon = verdictIcon[note.verdict];
  return (
    <div ref={place} className={c('note', verdictFamily[note.verdict])}>
      <Icon size={18} strokeWidth={2} />
      <div className={c('noteWords')}>
        <p className={c('noteHead')}>{note.head}</p>
        <p className={c('noteLine')}>{note.line}</p>
      </div>
    </div>
  );
}

/** Where a note's line begins: the right edge of its mark. */
function anchorOf(mark: Mark | undefined, view: View): Px {
  if (!mark) return { x: view.at.x, y: view.at.y };
  const [a, b, d, e] = mark.area.map((spot) => onStage(view, spot)) as unknown as readonly [Px, Px, Px, Px];
  if (mark.shape === 'ellipse') return ellipseRight(ellipseIn([a, b, d, e]));
  if (mark.shape !== 'brackets') return rightMiddle([a, b, d, e]);
  const places = [a, b, d, e];
  const index = mark.wrong[0] ?? 1;
  const corner = places[index] ?? b;
  return bracketCorner(corner, places[(index + 3) % 4] ?? corner, places[(index + 1) % 4] ?? corner);
}
