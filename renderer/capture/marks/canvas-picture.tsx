import { useEffect, useRef, type ReactElement } from 'react';
import css from './stage.module.css';
import { names } from '../../components/names.ts';
import type { Box, View } from './view.ts';

const c = names(css);

/** Lays an element over a box of its stage. The content policy refuses style attributes, so it is done by script. */
export function lay(element: HTMLElement | null, { x, y, width, height }: Box): void {
  if (!element) return;
  element.style.transform = `translate(${x}px, ${y}px)`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

/** The shown part of a picture, painted in device pixels; a picture that was given back is left out. */
export function CanvasPicture({ bitmap, view, label }: { readonly bitmap: ImageBitmap | HTMLCanvasElement; readonly view: View; readonly label: string }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { part, at } = view;
  useEffect(() => {
    const paper = canvas.current;
    lay(paper, { x: at.x, y: at.y, width: at.width, height: at.height });
    const draw = paper?.getContext('2d');
    if (!paper || !draw || bitmap.width === 0) return;
    const ratio = window.devicePixelRatio;
    paper.width = Math.max(1, Math.round(at.width * ratio));
    paper.height = Math.max(1, Math.round(at.height * ratio));
    draw.imageSmoothingQuality = 'high';
    draw.drawImage(bitmap, part.x * bitmap.width, part.y * bitmap.height, part.width * bitmap.width, part.height * bitmap.height, 0, 0, paper.width, paper.height);
  }, [canvas, bitmap, part.x, part.y, part.width, part.height, at.x, at.y, at.width, at.height]);
  return <canvas ref={canvas} role="img" aria-label={label} className={c('picture')} />;
}
