import { ShieldCheck } from 'lucide-react';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { CaptureSource } from '../../../preload/contract/captures.ts';
import type { Customer } from '../../../preload/contract/customers.ts';
import { slotLabel, type DocumentInfo, type DocumentSlot } from '../../../preload/contract/documents.ts';
import { useFileDrop, useFilePaste } from '../../components/file-drop.ts';
import { names } from '../../components/names.ts';
import said from '../../components/said.module.css';
import { t } from '../../text.ts';
import css from './capture-side.module.css';
import { acceptedFiles } from './file-words.ts';
import type { Against } from './judged.ts';
import { OverPage, type Open } from './over-page.tsx';
import { Refusals } from './refusals.tsx';
import { SlotPart } from './slot-part.tsx';
import { useTended, type DeskCapture } from './use-capture.ts';
import { useSpecimen } from './use-specimen.ts';
import type { Ways } from './ways-in.tsx';

const c = names({ ...said, ...css });

/** Props of {@link CaptureSide}; `cards` and `strip` stand above the chosen slot’s file. `closed` is why the slot can’t change though others may. */
export type CaptureSideProps = {
  readonly customer: Customer | null;
  readonly documents: readonly DocumentInfo[];
  readonly against: Against;
  readonly slot: DocumentSlot;
  readonly capture: DeskCapture;
  /** While submitting, what is kept can't change. */
  readonly frozen: boolean;
  readonly closed: string | null;
  readonly cards: ReactNode;
  readonly strip: ReactNode;
};

/** The right side of the form: slots, and the chosen one's page on the stage. All of it takes what is dropped, and the whole screen what is pasted. */
export function CaptureSide(props: CaptureSideProps): ReactElement {
  const { documents, slot, capture, frozen, closed, cards, strip, against } = props;
  const { capturing, state } = capture;
  const [open, setOpen] = useState<Open>(null);
  const files = useRef<HTMLInputElement>(null);
  const fixed = frozen || closed !== null;
  const take = (some: readonly File[], source: CaptureSource) => { if (!fixed && some.length > 0) void capturing.take(slot, some, source); };
  const drop = useFileDrop(fixed, (some) => take(some, 'file'));
  useFilePaste(fixed, (some) => take(some, 'paste'));
  useTended(capture, slot, frozen);
  const specimen = useSpecimen(slot, against, (paper) => take([paper], 'file'));
  const ways: Ways = { camera: () => setOpen({ kind: 'camera' }), scan: () => setOpen({ kind: 'scan' }), files: () => files.current?.click(), specimen };
  return (
    <section aria-label={t('Documents')} className={c('side', drop.over && 'over')} data-region="inspector" tabIndex={-1} {...drop.on}>
      {cards}
      {strip}
      <Refusals refusals={state.refusals.filter((one) => one.slot === null || one.slot === slot)} document={documents.find((one) => one.slot === slot) ?? null} onCalm={() => capturing.calm()} />
      <SlotPart key={slot} {...props} ways={ways} onOpen={setOpen} />
      <p className={c('promise')}><ShieldCheck size={14} strokeWidth={1.75} aria-hidden />{promise(documents)}</p>
      <div className={c('said')} role="status">{state.checking ? t('{name} is being looked at.', { name: state.checking.name }) : state.said}</div>
      <input
        ref={files} type="file" multiple hidden aria-label={t('Files for {slot}', { slot: slotLabel(slot, against.fields.idType).toLowerCase() })} accept={acceptedFiles}
        onChange={(event) => {
          take([...(event.target.files ?? [])], 'file');
          event.target.value = '';
        }}
      />
      <OverPage {...props} open={open} onClose={() => setOpen(null)} />
    </section>
  );
}

/** What has happened to the documents so far, to be believed. */
function promise(documents: readonly DocumentInfo[]): string {
  if (documents.length === 0) return t('What you add is checked on this computer and kept here, sealed. Nothing leaves before you submit.');
  const left = documents.some(({ state }) => state !== 'kept');
  return left ? t('The untouched originals stay on this computer, sealed.') : t('Checked on this computer. Nothing has been uploaded. The untouched original is kept, sealed.');
}
