import { useMemo, type ReactElement } from 'react';
import { encode } from 'uqr';
import { names } from './names.ts';
import css from './qr.module.css';

const c = names(css);
/** The white margin that scanners want, in modules (ISO/IEC 18004). */
const quiet = 4;

/** A text as a QR code: dark on white in every theme, with its margin. `label` says what it holds, never the text itself. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg className={c('qr')} role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} className={c('paper')} />
      <path d={path} className={c('ink')} />
    </svg>
  );
}

/** The dark modules as one path, a run of them at a time. */
function drawn(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const runs = data.flatMap((row, y) => [...row.map((dark) => (dark ? '1' : '0')).join('').matchAll(/1+/g)]
    .map((run) => `M${run.index + quiet} ${y + quiet}h${run[0].length}v1h-${run[0].length}z`));
  return { size: size + 2 * quiet, path: runs.join('') };
}
