import { lazy, Suspense, type ReactElement } from 'react';
import type { Capture } from '../../../preload/contract/captures.ts';
import { slotLabel } from '../../../preload/contract/documents.ts';
import type { CaptureSideProps } from './capture-side.tsx';
import { judgedNow, standing } from './judged.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useDocumentCaptures } from './use-staged.ts';

const CameraDialog = lazy(async () => ({ default: (await import('../../capture/camera/camera-dialog.tsx')).CameraDialog }));
const ScanDialog = lazy(async () => ({ default: (await import('./scan-dialog.tsx')).ScanDialog }));
const PageEditor = lazy(async () => ({ default: (await import('../../capture/editor/page-editor.tsx')).PageEditor }));

/** What is open over the page. */
export type Open = { readonly kind: 'camera' } | { readonly kind: 'scan' } | { readonly kind: 'reason' } | { readonly kind: 'edit'; readonly page: Capture } | null;

/** What is open over the page: at most one. */
export function OverPage({ customer, documents, against, slot, capture: { capturing }, open, onClose }: CaptureSideProps & { readonly open: Open; readonly onClose: () => void }): ReactElement | null {
  const { idType } = against.fields;
  const document = documents.find((one) => one.slot === slot) ?? null;
  const captures = useDocumentCaptures(document);
  if (open?.kind === 'camera') {
    return (
      <Suspense fallback={null}>
        <CameraDialog open wanted={{ slot, idType }} onClose={onClose} onShot={(shot) => { onClose(); void capturing.take(slot, [shot], 'camera'); }} />
      </Suspense>
    );
  }
  if (open?.kind === 'scan') return <Suspense fallback={null}><ScanDialog open onClose={onClose} onPages={() => capturing.calm()} /></Suspense>;
  if (open?.kind === 'edit') {
    const own = captures.some(({ id }) => id === open.page.id) ? { slot, pages: captures } : null;
    return <Suspense fallback={null}><PageEditor page={open.page} onClose={onClose} onSave={(edit) => { onClose(); void capturing.edit(open.page, edit, own, slot); }} /></Suspense>;
  }
  if (open?.kind !== 'reason' || !document || !customer) return null;
  const found = standing(judgedNow(documents, against)[slot] ?? [], document.overrides);
  return <ReasonDialog customerId={customer.id} document={document} label={slotLabel(slot, idType)} findings={found} onClose={onClose} />;
}
