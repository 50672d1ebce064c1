import { useEffect, useRef, type ReactElement } from 'react';
import type { Spot } from '../../../preload/contract/evidence.ts';
import { names } from '../../components/names.ts';
import type { Px } from '../marks/view.ts';
import css from './page-editor.module.css';

const c = names(css);
/** Its width in CSS pixels, how many times it enlarges what the stage shows, and how far from the handle it stands. */
const glass = { size: 132, times: 3, away: 92 } as const;

/** Props of {@link Magnifier}: `page` is the turned page, `scale` how wide the stage shows it in CSS pixels. */
export type MagnifierProps = { readonly page: HTMLCanvasElement; readonly spot: Spot; readonly at: Px; readonly room: { readonly width: number; readonly height: number }; readonly scale: number };

/** Shows what lies under a handle, three times as large, with a cross where the corner is; it keeps out of the handle's way. */
export function Magnifier({ page, spot, at, room, scale }: MagnifierProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const half = glass.size / 2;
  const x = Math.max(half + 4, Math.min(room.width - half - 4, at.x + (at.x > room.width / 2 ? -glass.away : glass.away)));
  const y = Math.max(half + 4, Math.min(room.height - half - 4, at.y + (at.y > room.height / 2 ? -glass.away : glass.away)));
  useEffect(() => {
    const [glassy, paper] = [place.current, canvas.current];
    const draw = paper?.getContext('2d');
    if (!glassy || !paper || !draw) return;
    glassy.style.transform = `translate(${x - half}px, ${y - half}px)`;
    const size = Math.round(glass.size * window.devicePixelRatio);
    paper.width = size;
    paper.height = size;
    // How many of the page's pixels fit into the glass.
    const span = (glass.size / glass.times) * (page.width / Math.max(1, scale));
    draw.drawImage(page, spot.x * page.width - span / 2, spot.y * page.height - span / 2, span, span, 0, 0, size, size);
  }, [page, spot.x, spot.y, x, y, half, scale]);
  return <div ref={place} className={c('glass')} aria-hidden><canvas ref={canvas} className={c('enlarged')} /></div>;
}
