import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Reply, Request } from '../../../preload/contract/api.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { recipientFieldsFor } from '../../../preload/contract/recipient-checks.ts';
import { emptyRecipientFields, type Recipient, type RecipientFieldKey, type RecipientFields } from '../../../preload/contract/recipients.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { makeAutosave, type SaveState } from '../../state/autosave.ts';
import { realTimers, type Timers } from '../../state/timers.ts';

/** A recipient's form in the editor; `id` is null until it is first kept, `kept` is the recipient as last heard. */
export type RecipientEditorState = { readonly id: string | null; readonly kept: Recipient | null; readonly fields: RecipientFields; readonly saving: SaveState };

/** A form being filled in: it lives until everything typed is safe, also when its screen has gone. */
export type RecipientEditor = {
  readonly store: StoreApi<RecipientEditorState>;
  change(patch: Partial<RecipientFields>): void;
  /** Fills in what nobody typed; that alone makes no draft. */
  preset(patch: Partial<RecipientFields>): void;
  /** Saves now; false when something typed is still unsaved. */
  flush(): Promise<boolean>;
  /** Hears how the recipient stands now; main may have tidied the form when it was made. */
  follow(recipient: Recipient): void;
  dirty(): boolean;
  stop(): void;
};

/** The request that the editor makes. */
export type SaveRecipient = (request: Request<'recipients.save'>) => Promise<Result<Reply<'recipients.save'>, AppError>>;

/** Opens a kept recipient's form, or a new one that is first kept when something is typed. */
export function openRecipientEditor(kept: Recipient | null, save: SaveRecipient, timers: Timers = realTimers): RecipientEditor {
  const store = createStore<RecipientEditorState>(() => ({
    id: kept?.id ?? null, kept, fields: kept?.fields ?? emptyRecipientFields, saving: kept ? { kind: 'saved', at: kept.updatedAt } : { kind: 'idle' },
  }));
  const auto = makeAutosave({
    timers,
    onState: (saving) => store.setState({ saving }),
    save: async () => {
      const { id, fields } = store.getState();
      // Typed and taken back before it was ever kept: there is nothing to keep.
      if (id === null && isEmpty(fields)) return ok(null);
      const answer = await save({ id, fields: onlyAsked(fields) });
      if (answer.ok) store.setState({ id: answer.value.id, kept: answer.value });
      return answer;
    },
  });
  const put = (patch: Partial<RecipientFields>) => store.setState(({ fields }) => ({ fields: { ...fields, ...patch } }));
  return {
    store,
    change(patch) {
      put(patch);
      auto.touch();
    },
    preset(patch) {
      put(patch);
      if (store.getState().id !== null) auto.touch();
    },
    flush: auto.flush,
    follow(recipient) {
      const moved = recipient.state !== store.getState().kept?.state;
      const tidied = moved && !auto.dirty() && JSON.stringify(onlyAsked(store.getState().fields)) !== JSON.stringify(recipient.fields);
      store.setState({ kept: recipient, ...(tidied ? { fields: recipient.fields } : {}) });
    },
    dirty: auto.dirty,
    stop: auto.stop,
  };
}

const chosen: readonly RecipientFieldKey[] = ['userId', 'rail', 'kind'];

function isEmpty(fields: RecipientFields): boolean {
  return (Object.keys(fields) as RecipientFieldKey[]).every((key) => chosen.includes(key) || fields[key].trim() === '');
}

/** What the rail and the kind don't ask for is not kept; in the open form it stays, for whoever changes back. */
function onlyAsked(fields: RecipientFields): RecipientFields {
  const asked = recipientFieldsFor(fields.rail, fields.kind).map(({ key }) => [key, fields[key]]);
  return { ...emptyRecipientFields, rail: fields.rail, kind: fields.kind, ...(Object.fromEntries(asked) as Partial<RecipientFields>) };
}
