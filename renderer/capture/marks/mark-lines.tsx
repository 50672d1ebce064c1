import type { ReactElement } from 'react';
import type { Verdict } from '../../../preload/contract/preflight.ts';
import colours from '../../components/family.module.css';
import { names } from '../../components/names.ts';
import type { Mark } from './marks-of.ts';
import { bracketPath, ellipseIn, ellipsePath, polygonPath } from './shapes.ts';
import css from './stage.module.css';
import { onStage, type Px, type View } from './view.ts';

const c = names({ ...colours, ...css });

/** The family of colours that a verdict wears. */
export const verdictFamily: Readonly<Record<Verdict, 'ok' | 'wait' | 'bad'>> = { pass: 'ok', 'look-again': 'wait', stop: 'bad' };

/** The lines on a picture: each is two pixels of its colour on four of white, to be seen on any picture. */
export function MarkLines({ marks, view, room }: { readonly marks: readonly Mark[]; readonly view: View; readonly room: { readonly width: number; readonly height: number } }): ReactElement {
  return (
    <svg className={c('lines')} width={room.width} height={room.height} aria-hidden>
      {marks.map((mark) => <MarkShape key={mark.id} mark={mark} places={mark.area.map((spot) => onStage(view, spot)) as unknown as Corners} />)}
    </svg>
  );
}

type Corners = readonly [Px, Px, Px, Px];

function MarkShape({ mark, places }: { readonly mark: Mark; readonly places: Corners }): ReactElement {
  const family = verdictFamily[mark.verdict];
  switch (mark.shape) {
    case 'brackets': return <Brackets places={places} wrong={mark.wrong} family={family} />;
    case 'ellipse': return <Line family={family} dashed path={ellipsePath(ellipseIn(places))} />;
    case 'outline': return <Line family={family} dashed path={polygonPath(places)} />;
    case 'box': return <Line family={family} path={polygonPath(places)} />;
  }
}

type Family = 'ok' | 'wait' | 'bad';

/** A bracket at each corner: those that are in order are green. */
function Brackets({ places, wrong, family }: { readonly places: Corners; readonly wrong: readonly number[]; readonly family: Family }): ReactElement {
  return (
    <>
      {places.map((corner, index) => (
        <Line
          key={index} family={wrong.length === 0 || wrong.includes(index) ? family : 'ok'}
          path={bracketPath(corner, places[(index + 3) % 4] ?? corner, places[(index + 1) % 4] ?? corner)}
        />
      ))}
    </>
  );
}

/** A line over its white bed. */
export function Line({ family, dashed = false, path }: { readonly family: Family; readonly dashed?: boolean; readonly path: string }): ReactElement {
  return (
    <>
      <path className={c('bed')} d={path} />
      <path className={c('line', family, dashed && 'dashed')} d={path} />
    </>
  );
}
