import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Reply, Request } from '../../../preload/contract/api.ts';
import { emptyCustomerFields, type Customer, type CustomerFields, type CustomerState } from '../../../preload/contract/customers.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { makeAutosave, type SaveState } from '../../state/autosave.ts';
import { realTimers, type Timers } from '../../state/timers.ts';

/** A customer's form in the editor; `id` is null until it is first kept, `state` is the customer's as last heard. */
export type CustomerEditorState = {
  readonly id: string | null;
  readonly state: CustomerState;
  readonly fields: CustomerFields;
  readonly saving: SaveState;
};

/** A form being filled in: it lives until everything typed is safe, also when its screen has gone. */
export type CustomerEditor = {
  readonly store: StoreApi<CustomerEditorState>;
  change(patch: Partial<CustomerFields>): void;
  /** Saves now; false when something typed is still unsaved. */
  flush(): Promise<boolean>;
  /** The customer's id, keeping an empty form first if need be; null when that failed. */
  ensureId(): Promise<string | null>;
  /** Hears how the customer stands now; main may have tidied the form when it began to submit. */
  follow(customer: Customer): void;
  dirty(): boolean;
  stop(): void;
};

/** The request that the editor makes. */
export type SaveCustomer = (request: Request<'customers.save'>) => Promise<Result<Reply<'customers.save'>, AppError>>;

/** Opens a kept customer's form, or a new one that is first kept when something is typed or a file is added. */
export function openCustomerEditor(kept: Customer | null, save: SaveCustomer, timers: Timers = realTimers): CustomerEditor {
  const store = createStore<CustomerEditorState>(() => ({
    id: kept?.id ?? null, state: kept?.state ?? 'draft', fields: kept?.fields ?? emptyCustomerFields,
    saving: kept ? { kind: 'saved', at: kept.updatedAt } : { kind: 'idle' },
  }));
  let wanted = false;
  const auto = makeAutosave({
    timers,
    onState: (saving) => store.setState({ saving }),
    save: async () => {
      const { id, fields } = store.getState();
      // Typed and taken back before it was ever kept: there is nothing to keep.
      if (id === null && !wanted && isEmpty(fields)) return ok(null);
      const answer = await save({ id, fields });
      if (answer.ok) store.setState({ id: answer.value.id });
      return answer;
    },
  });
  return {
    store,
    change(patch) {
      store.setState(({ fields }) => ({ fields: { ...fields, ...patch } }));
      auto.touch();
    },
    flush: auto.flush,
    async ensureId() {
      if (store.getState().id === null) {
        wanted = true;
        auto.touch();
      }
      return await auto.flush() ? store.getState().id : null;
    },
    follow(customer) {
      if (customer.state === store.getState().state) return;
      store.setState({ state: customer.state, ...(auto.dirty() ? {} : { fields: customer.fields }) });
    },
    dirty: auto.dirty,
    stop: auto.stop,
  };
}

function isEmpty(fields: CustomerFields): boolean {
  return (Object.keys(fields) as (keyof CustomerFields)[]).every((key) => fields[key] === emptyCustomerFields[key]);
}
