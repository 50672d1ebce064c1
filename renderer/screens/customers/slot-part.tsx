import { useRef, useState, type ReactElement } from 'react';
import type { Capture } from '../../../preload/contract/captures.ts';
import { slotLabel, type DocumentInfo } from '../../../preload/contract/documents.ts';
import { names } from '../../components/names.ts';
import said from '../../components/said.module.css';
import { useKey } from '../../keys.ts';
import { t } from '../../text.ts';
import type { CaptureSideProps } from './capture-side.tsx';
import { ChecksList } from './checks-list.tsx';
import { CompareDocuments } from './compare-documents.tsx';
import { EmptySlot } from './empty-slot.tsx';
import type { Open } from './over-page.tsx';
import css from './slot-part.module.css';
import { StagePart } from './stage-part.tsx';
import { TrayPart } from './tray-part.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import { useDocumentCaptures, useStaged, type Staged } from './use-staged.ts';
import { useVerdictSaid } from './use-verdict-said.ts';
import { VerdictBanner } from './verdict-banner.tsx';
import type { Ways } from './ways-in.tsx';

const c = names({ ...said, ...css });

/** Props of {@link SlotPart}. */
export type SlotPartProps = CaptureSideProps & { readonly ways: Ways; readonly onOpen: (open: Open) => void };

/** What a slot holds: its document, the refused one to mend, and what stands on the stage. */
type Held = { readonly document: DocumentInfo | null; readonly refused: DocumentInfo | null; readonly captures: readonly Capture[]; readonly staged: Staged | null };

function useHeld({ customer, documents, against, slot, capture }: SlotPartProps): Held {
  const document = documents.find((one) => one.slot === slot) ?? null;
  const refused = customer?.state === 'rejected' ? (against.rejection?.before.find((one) => one.slot === slot) ?? null) : null;
  const captures = useDocumentCaptures(document);
  const there = useStaged({ customerId: customer?.id ?? null, slot, document, documents, tray: capture.tray, shown: capture.state.shown, against });
  // The refused document in its slot is no new one yet.
  const old = there?.of === 'document' && document !== null && document.id === refused?.id;
  return { document, refused, captures, staged: old ? null : there };
}

/** The chosen slot: what stands on the stage, what was found, and the tray. After a refusal the refused document stands beside the new one. */
export function SlotPart(props: SlotPartProps): ReactElement {
  const { slot, capture, against, frozen, closed, ways, onOpen } = props;
  const { idType } = against.fields;
  const held = useHeld(props);
  const { document, staged, captures, refused } = held;
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place, `${document?.id ?? ''}/${capture.state.shown ?? ''}`);
  const retake = retakeOf(staged, ways);
  useKey('retake', retake, staged !== null && !frozen && closed === null);
  const announced = useVerdictSaid(staged);
  const edit = (page: Capture) => onOpen({ kind: 'edit', page });
  return (
    <div ref={place} className={c('chosen')} aria-busy={capture.state.checking?.slot === slot}>
      <Staging {...props} held={held} onEdit={edit} />
      <TrayPart capture={capture} slot={slot} idType={idType} document={document} documentPages={captures} frozen={frozen} closed={closed} ways={staged ? ways : null} onEdit={edit} />
      {staged ? <Weighed staged={staged} side={props} retake={retake} plain={refused === null} /> : null}
      <div className={c('said')} role="status">{announced}</div>
    </div>
  );
}

/** The stage: the page, or the place for one; after a refusal both documents. */
function Staging({ held, onEdit, ...side }: SlotPartProps & { readonly held: Held; readonly onEdit: (page: Capture) => void }): ReactElement {
  const { customer, against, slot, capture: { capturing }, frozen, closed, ways } = side;
  const { document, refused, staged } = held;
  const { idType } = against.fields;
  const [marks, setMarks] = useState(true);
  useKey('marks', () => setMarks(!marks), staged !== null || refused !== null);
  const fixed = frozen || closed !== null;
  const empty = <EmptySlot slot={slot} idType={idType} frozen={frozen} closed={closed} ways={ways} />;
  return (
    <>
      {refused && customer ? <CompareDocuments customerId={customer.id} refused={refused} staged={staged} against={against} marks={marks} label={slotLabel(slot, idType)} empty={empty} /> : null}
      {!staged && !refused ? empty : null}
      {staged ? (
        <StagePart
          staged={staged} slot={slot} idType={idType} customerId={customer?.id ?? null} document={document} marks={marks} onMarks={setMarks} bare={refused !== null}
          onEdit={fixed ? null : onEdit} onRemove={fixed || !document ? null : () => void capturing.removeDocument(document)}
        />
      ) : null}
    </>
  );
}

/** Opens again what the page came from. */
function retakeOf(staged: Staged | null, ways: Ways): () => void {
  const source = staged?.page.capture?.source;
  return source === 'camera' ? ways.camera : source === 'scanner' ? ways.scan : ways.files;
}

/** What was found on the stage's pages, and what it comes to. */
function Weighed({ staged, side, retake, plain }: { readonly staged: Staged; readonly side: SlotPartProps; readonly retake: () => void; readonly plain: boolean }): ReactElement | null {
  const { slot, against, frozen, closed, onOpen } = side;
  const { findings, overrides, of, page } = staged;
  if (findings.length === 0) return null;
  const label = slotLabel(slot, against.fields.idType).toLowerCase();
  return (
    <>
      <VerdictBanner
        findings={findings} overrides={overrides} source={page.capture?.source ?? null} now={against.now} frozen={frozen || closed !== null} onRetake={retake}
        onKeep={of === 'document' ? () => onOpen({ kind: 'reason' }) : null}
      />
      {plain ? <ChecksList label={t('Checks of {label}', { label })} findings={findings} overrides={overrides} /> : null}
    </>
  );
}
