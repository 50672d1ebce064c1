import { useEffect, useState } from 'react';
import type { DocumentInfo } from '../../../preload/contract/documents.ts';

type Heard = { readonly sent: number; readonly at: number };

/** The documents with the bytes that have left by now: progress comes more often than the customer is read again. `readAt` is when that
 *  was (epoch ms); what was heard before it is old. */
export function useUploadProgress(customerId: string | null, documents: readonly DocumentInfo[], readAt: number): readonly DocumentInfo[] {
  const [heard, setHeard] = useState<ReadonlyMap<string, Heard>>(new Map());
  useEffect(() => window.bursar.on.progress((event) => {
    if (event.customerId === customerId) setHeard((before) => new Map(before).set(event.documentId, { sent: event.sent, at: Date.now() }));
  }), [customerId]);
  return documents.map((document) => {
    const last = heard.get(document.id);
    return document.state === 'uploading' && last && last.at >= readAt ? { ...document, sent: last.sent } : document;
  });
}
