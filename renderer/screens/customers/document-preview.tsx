import type { ReactElement } from 'react';
import { slotLabel, type DocumentInfo, type IdType } from '../../../preload/contract/documents.ts';
import { useCall } from '../../api.ts';
import { FilePreview } from '../../components/file-preview.tsx';
import { t } from '../../text.ts';

/** Props of {@link DocumentPreview}. */
export type DocumentPreviewProps = { readonly customerId: string; readonly document: DocumentInfo; readonly idType: IdType };

/** A kept document of a customer as it is. */
export function DocumentPreview({ customerId, document, idType }: DocumentPreviewProps): ReactElement {
  const kept = useCall('documents.read', { customerId, documentId: document.id }, { staleTime: Infinity });
  return <FilePreview key={document.id} file={kept} label={t('{slot}: {name}', { slot: slotLabel(document.slot, idType), name: document.name })} />;
}
