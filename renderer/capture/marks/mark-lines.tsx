import type { ReactElement } from 'react';
import type { Verdict } from '../../../preload/contract/preflight.ts';
import colours from '../../components/family.module.css';
import { names } from '../../components/names.ts';
import type { Mark } from './marks-of.ts';
import { bracketPath, ellipseIn, polygonPath } from './shapes.ts';
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
  if (mark.shape === 'brackets') return <Brackets places={places} wrong={mark.wrong} family={verdictFamily[mark.verdict]} />;
  const family = verdictFamily[mark.verdict];
  if (mark.shape === 'ellipse') {
    const { cx, cy, rx, ry, turn } = ellipseIn(places);
    return <Twice family={family} dashed draw={(line) => <ellipse className={line} cx={cx} cy={cy} rx={rx} ry={ry} transform={`rotate(${turn.toFixed(1)} ${cx.toFixed(1)} ${cy.toFixed(1)})`} />} />;
  }
  return <Twice family={family} dashed={mark.shape === 'outline'} draw={(line) => <path className={line} d={polygonPath(places)} />} />;
}

function Brackets({ places, wrong, family }: { readonly places: Corners; readonly wrong: readonly number[]; readonly family: 'ok' | 'wait' | 'bad' }): ReactElement {
  return (
    <>
      {places.map((corner, index) => {
        const path = bracketPath(corner, places[(index + 3) % 4] ?? corner, places[(index + 1) % 4] ?? corner);
        return <Twice key={index} family={wrong.length === 0 || wrong.includes(index) ? family : 'ok'} draw={(line) => <path className={line} d={path} />} />;
      })}
    </>
  );
}

type TwiceProps = { readonly family: 'ok' | 'wait' | 'bad'; readonly dashed?: boolean; readonly draw: (className: string) => ReactElement };

/** A line over its white bed. */
export function Twice({ family, dashed = false, draw }: TwiceProps): ReactElement {
  return (
    <>
      {draw(c('bed'))}
      {draw(c('line', family, dashed && 'dashed'))}
    </>
  );
}
