import { useEffect, useRef, type ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { ErrorBanner } from './banner.tsx';
import { Skeleton } from './empty.tsx';
import css from './file-preview.module.css';
import { names } from './names.ts';
import { PdfPages } from './pdf-pages.tsx';

const c = names(css);

/** A file as main gives it, once it has. */
export type ReadFile = { readonly data?: { readonly mime: string; readonly bytes: Uint8Array } | undefined; readonly error: AppError | null; readonly isPending: boolean };

/** A kept file as it is: a picture, or the pages of a PDF. `label` names it for those who don't see it. */
export function FilePreview({ file: { data, error, isPending }, label }: { readonly file: ReadFile; readonly label: string }): ReactElement {
  return (
    <figure className={c('stage')} aria-label={label}>
      {error ? <div className={c('trouble')}><ErrorBanner error={error} /></div> : null}
      {data ? (data.mime === 'application/pdf' ? <PdfPages bytes={data.bytes} label={label} /> : <Picture bytes={data.bytes} mime={data.mime} label={label} />) : null}
      {isPending ? <div className={c('trouble')}><Skeleton lines={3} /></div> : null}
    </figure>
  );
}

function Picture({ bytes, mime, label }: { readonly bytes: Uint8Array; readonly mime: string; readonly label: string }): ReactElement {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }));
    if (image.current) image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [bytes, mime]);
  return <img ref={image} alt={label} className={c('picture')} draggable={false} />;
}
