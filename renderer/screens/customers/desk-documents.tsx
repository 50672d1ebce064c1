import { useCallback, useState, type ReactElement } from 'react';
import { documentSlots, slotsFor, type DocumentSlot } from '../../../preload/contract/documents.ts';
import { useApp } from '../../state/app-state.ts';
import { CaptureSide } from './capture-side.tsx';
import type { Work } from './desk.tsx';
import { standingOf } from './judged.ts';
import { RefusedPoints } from './refused-points.tsx';
import { closedAfterRefusal } from './refusal-words.ts';
import { SlotCards } from './slot-cards.tsx';
import { SubmitStrip } from './submit-strip.tsx';
import { useKindFollowed } from './use-capture.ts';
import { useCustomerEditor } from './use-customer-editor.ts';

/** The documents’ side of the desk: the slots, the chosen one, and how a submission goes. */
export function DeskDocuments({ work, frozen }: { readonly work: Work; readonly frozen: boolean }): ReactElement {
  const { editor, customer, documents, submit, capture, against, judged } = work;
  const { online } = useApp().connection;
  const idType = useCustomerEditor(editor, (state) => state.fields.idType);
  const slots = slotsFor(idType).map(({ slot }) => slot);
  const closed = documentSlots.filter((slot) => closedAfterRefusal(customer, slot) !== null);
  const [wanted, choose] = useState<DocumentSlot | null>(null);
  const chosen = wanted && slots.includes(wanted) ? wanted : (slots.find((slot) => !closed.includes(slot)) ?? 'identity');
  useKindFollowed(capture, idType, documents, frozen);
  const goOn = useCallback(() => submit.run(), [submit]);
  const missing = submit.attempt === 0 ? [] : submit.problems.map(({ id }) => id.replace(/^customer-/, ''));
  const standings = Object.fromEntries(documents.map(({ slot, overrides }) => [slot, standingOf(judged[slot], overrides)]));
  const chooseSlot = (slot: DocumentSlot) => {
    capture.capturing.choose(capture.state.chosen, null);
    choose(slot);
  };
  return (
    <CaptureSide
      customer={customer} documents={documents} against={against} slot={chosen} capture={capture} frozen={frozen} closed={closedAfterRefusal(customer, chosen)}
      cards={(
        <SlotCards
          idType={idType} documents={documents} chosen={chosen} onChoose={chooseSlot} checking={capture.state.checking} missing={new Set(missing)} standings={standings}
          refused={new Set(against.rejection?.before.map(({ id }) => id))} closed={new Set(closed)} onStop={(slot) => submit.stop(slot)} onStopChecking={() => capture.capturing.stop()} onContinue={frozen || !online ? null : goOn}
        />
      )}
      strip={(
        <>
          <SubmitStrip customer={customer} error={submit.problems.length > 0 ? null : submit.error} started={submit.busy} onStop={() => submit.stop(null)} />
          <RefusedPoints customer={customer} slot={chosen} />
        </>
      )}
    />
  );
}
