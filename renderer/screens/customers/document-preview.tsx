import { useEffect, useRef, type ReactElement } from 'react';
import { slotLabel, type DocumentInfo, type IdType } from '../../../preload/contract/documents.ts';
import { useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Skeleton } from '../../components/empty.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './document-preview.module.css';
import { PdfPages } from './pdf-pages.tsx';

const c = names(css);

/** Props of {@link DocumentPreview}. */
export type DocumentPreviewProps = { readonly customerId: string; readonly document: DocumentInfo; readonly idType: IdType };

/** A kept document as it is: a picture, or the pages of a PDF. */
export function DocumentPreview({ customerId, document, idType }: DocumentPreviewProps): ReactElement {
  const kept = useCall('documents.read', { customerId, documentId: document.id }, { staleTime: Infinity });
  const label = t('{slot}: {name}', { slot: slotLabel(document.slot, idType), name: document.name });
  return (
    <figure className={c('stage')} aria-label={label}>
      {kept.error ? <div className={c('trouble')}><ErrorBanner error={kept.error} /></div> : null}
      {kept.data ? (
        kept.data.mime === 'application/pdf' ? <PdfPages key={document.id} bytes={kept.data.bytes} label={label} /> : <Picture bytes={kept.data.bytes} mime={kept.data.mime} label={label} />
      ) : null}
      {kept.isPending ? <div className={c('trouble')}><Skeleton lines={3} /></div> : null}
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
