import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { OpenPdf } from '../capture/pdf.ts';
import { damagedFile } from '../capture/refusals.ts';
import { t } from '../text.ts';
import { ErrorBanner } from './banner.tsx';
import { IconButton } from './button.tsx';
import css from './file-preview.module.css';
import { names } from './names.ts';

const c = names(css);

/** The pages of a PDF, one at a time; the engine comes only when a PDF does. */
export function PdfPages({ bytes, label }: { readonly bytes: Uint8Array; readonly label: string }): ReactElement {
  const { pdf, failed } = useOpenPdf(bytes);
  const [page, setPage] = useState(1);
  const canvas = useRef<HTMLCanvasElement>(null);
  const place = useRef<HTMLDivElement>(null);
  usePainted(pdf, page, canvas, place);
  if (failed) return <div className={c('trouble')}><ErrorBanner error={damagedFile(label)} /></div>;
  return (
    <>
      <div ref={place} className={c('paper')}>
        <canvas ref={canvas} role="img" aria-label={pdf ? t('{label}, page {page}', { label, page }) : label} className={c('canvas')} />
      </div>
      {pdf && pdf.pages > 1 ? (
        <div className={c('turner')}>
          <IconButton icon={ChevronLeft} label={t('Page before')} onPress={() => setPage((now) => Math.max(1, now - 1))} />
          <span className={c('count')} aria-live="polite">{t('Page {page} of {pages}', { page, pages: pdf.pages })}</span>
          <IconButton icon={ChevronRight} label={t('Page after')} onPress={() => setPage((now) => Math.min(pdf.pages, now + 1))} />
        </div>
      ) : null}
    </>
  );
}

function useOpenPdf(bytes: Uint8Array): { readonly pdf: OpenPdf | null; readonly failed: boolean } {
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    let mine: OpenPdf | null = null;
    void import('../capture/pdf.ts').then(({ openPdf }) => openPdf(bytes)).then((opened) => {
      if (!opened.ok) return gone || setFailed(true);
      mine = opened.value;
      return gone ? mine.close() : setPdf(mine);
    });
    return () => {
      gone = true;
      void mine?.close();
    };
  }, [bytes]);
  return { pdf, failed };
}

/** Paints the page as large as its place, again when the place changes; one painting at a time, because a canvas bears no more. */
function usePainted(pdf: OpenPdf | null, page: number, canvas: RefObject<HTMLCanvasElement | null>, place: RefObject<HTMLDivElement | null>): void {
  const last = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    const [paper, box] = [canvas.current, place.current];
    if (!pdf || !paper || !box) return;
    let gone = false;
    const paint = () => {
      const ratio = window.devicePixelRatio;
      last.current = last.current.then(async () => {
        if (gone || box.clientWidth === 0 || box.clientHeight === 0) return;
        await pdf.paint(page, paper, { width: box.clientWidth * ratio, height: box.clientHeight * ratio }).catch(() => undefined);
      });
    };
    const watch = new ResizeObserver(paint);
    watch.observe(box);
    return () => {
      gone = true;
      watch.disconnect();
    };
  }, [pdf, page, canvas, place]);
}
