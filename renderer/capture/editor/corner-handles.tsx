import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import type { Area, Spot } from '../../../preload/contract/evidence.ts';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { onPicture, onStage, type Px, type View } from '../marks/view.ts';
import { polygonPath } from '../marks/shapes.ts';
import { cornerIndexes, type CornerIndex } from './edit-geometry.ts';
import { Magnifier } from './magnifier.tsx';
import css from './page-editor.module.css';

const c = names(css);

/** Props of {@link CornerHandles}: `paint` draws a part of the turned page for the magnifier. */
export type CornerHandlesProps = {
  readonly area: Area;
  readonly view: View;
  readonly room: { readonly width: number; readonly height: number };
  readonly onMove: (index: CornerIndex, to: Spot) => void;
  readonly page: HTMLCanvasElement | null;
};

/** The outline of what is kept, and a handle at each corner: dragged, or walked to with Tab and moved with the arrows, ten pixels with Shift. */
export function CornerHandles({ area, view, room, onMove, page }: CornerHandlesProps): ReactElement {
  const [held, setHeld] = useState<CornerIndex | null>(null);
  const places = area.map((spot) => onStage(view, spot));
  const { at } = view;
  const frame = [{ x: at.x, y: at.y }, { x: at.x + at.width, y: at.y }, { x: at.x + at.width, y: at.y + at.height }, { x: at.x, y: at.y + at.height }];
  return (
    <>
      <svg className={c('outline')} width={room.width} height={room.height} aria-hidden>
        <path className={c('outside')} fillRule="evenodd" d={`${polygonPath(frame)}${polygonPath(places)}`} />
        <path className={c('bed')} d={polygonPath(places)} />
        <path className={c('edge')} d={polygonPath(places)} />
      </svg>
      {cornerIndexes.map((index) => (
        <Handle key={index} index={index} spot={area[index]} view={view} onMove={(to) => onMove(index, to)} onHold={(on) => setHeld(on ? index : null)} />
      ))}
      {held !== null && page ? <Magnifier page={page} spot={area[held]} at={onStage(view, area[held])} room={room} scale={view.at.width} /> : null}
    </>
  );
}

function cornerNames(): readonly [string, string, string, string] {
  return [t('Top left corner'), t('Top right corner'), t('Bottom right corner'), t('Bottom left corner')];
}

type HandleProps = { readonly index: CornerIndex; readonly spot: Spot; readonly view: View; readonly onMove: (to: Spot) => void; readonly onHold: (on: boolean) => void };

function Handle({ index, spot, view, onMove, onHold }: HandleProps): ReactElement {
  const button = useRef<HTMLButtonElement>(null);
  const { x, y } = onStage(view, spot);
  useEffect(() => {
    if (button.current) button.current.style.transform = `translate(${x}px, ${y}px)`;
  }, [x, y]);
  const drag = useDrag(view, onMove);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 10 : 1;
    onMove(onPicture(view, { x: x + step.x * far, y: y + step.y * far }));
  };
  return (
    <button
      ref={button} type="button" className={c('handle')} aria-label={t('{corner}, {x} % from the left, {y} % from the top', { corner: cornerNames()[index], x: percent(spot.x), y: percent(spot.y) })}
      aria-describedby="corner-keys" aria-roledescription={t('corner handle')} onKeyDown={onKeyDown} onFocus={() => onHold(true)} onBlur={() => onHold(false)} {...drag}
    />
  );
}

const steps: Readonly<Record<string, Px>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };
const percent = (part: number) => Math.round(part * 1000) / 10;

/** Dragging by pointer: the corner stays as far from the pointer as it was when it was taken. */
function useDrag(view: View, onMove: (to: Spot) => void) {
  const taken = useRef<Px | null>(null);
  const end = () => { taken.current = null; };
  return {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      taken.current = { x: event.clientX - (box.left + box.width / 2), y: event.clientY - (box.top + box.height / 2) };
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.focus();
    },
    onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
      const stage = event.currentTarget.offsetParent?.getBoundingClientRect();
      if (!taken.current || !stage) return;
      onMove(onPicture(view, { x: event.clientX - stage.left - taken.current.x, y: event.clientY - stage.top - taken.current.y }));
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
