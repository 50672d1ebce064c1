import type { CustomerProvider, RemoteCustomer, Reply, UploadBody } from '../../../main/providers/provider.ts';
import type { CustomerFields } from '../../../preload/contract/customers.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

type Step = keyof CustomerProvider;

/** A provider in memory that remembers what it was asked and fails as told. */
export type Scripted = CustomerProvider & {
  /** Every call in order, as `step` or `step:detail`. */
  readonly calls: string[];
  readonly people: Map<string, RemoteCustomer>;
  /** Attached files of each customer. */
  readonly attached: Map<string, object[]>;
  /** The next call of a step ends so; with `arrives` it is carried out first. */
  failNext(step: Step, error: AppError, arrives?: boolean): void;
  /** The next call of a step waits until the function handed back is called. */
  holdNext(step: Step): () => void;
  decide(remoteId: string, change: Partial<RemoteCustomer>): void;
};

/** The error of a write whose answer was lost. */
export const lostAnswer = appError('outcome-unknown', 'It may have arrived.');

/** Makes the provider. */
export function scripted(): Scripted {
  const failures: { readonly step: Step; readonly error: AppError; readonly arrives: boolean }[] = [];
  const holds: { readonly step: Step; readonly until: Promise<void> }[] = [];
  const calls: string[] = [];
  const people = new Map<string, RemoteCustomer>();
  const attached = new Map<string, object[]>();
  let serial = 0;
  let persons = 0;
  const doing = async <T>(step: Step, detail: string, work: () => Promise<T> | T): Reply<T> => {
    calls.push(detail === '' ? step : `${step}:${detail}`);
    const hold = holds.findIndex((one) => one.step === step);
    if (hold >= 0) await holds.splice(hold, 1)[0]?.until;
    const at = failures.findIndex((one) => one.step === step);
    const failure = at < 0 ? undefined : failures.splice(at, 1)[0];
    if (failure === undefined) return ok(await work());
    if (failure.arrives) await work();
    return fail(failure.error);
  };
  const put = (person: RemoteCustomer) => { people.set(person.remoteId, person); return person; };
  const add = (fields: CustomerFields) => put({ remoteId: `remote-${persons += 1}`, status: 'PENDING', extraChecks: false, comment: null, fields });
  const whole = (remoteId: string) => people.get(remoteId) ?? null;
  return {
    calls, people, attached,
    failNext: (step, error, arrives = false) => { failures.push({ step, error, arrives }); },
    holdNext: (step) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      holds.push({ step, until: promise });
      return resolve;
    },
    decide: (remoteId, change) => { put({ ...people.get(remoteId) as RemoteCustomer, ...change }); },
    create: (fields) => doing('create', fields.email, () => add(fields)),
    get: (remoteId) => doing('get', remoteId, () => whole(remoteId)),
    findTwins: ({ email, idNumber }) => doing('findTwins', '', () => [...people.values()].filter(({ fields }) => fields.email === email || fields.idNumber === idNumber)),
    update: (remoteId, fields) => doing('update', Object.keys(fields).join(','), () => {
      const before = people.get(remoteId) as RemoteCustomer;
      return put({ ...before, fields: { ...before.fields, ...fields } });
    }),
    idLabel: (country) => doing('idLabel', country, () => ({ label: `Number of ${country}`, type: 'tin' })),
    presign: (_remoteId, slot) => doing('presign', slot, () => ({ fileId: `file-${slot}-${serial += 1}`, url: 'https://storage.example/x', headers: {} })),
    upload: (target, body, onSent, signal) => doing('upload', target.fileId.replace(/^file-(.*)-\d+$/, '$1'), () => swallow(body, onSent, signal))
      .then((done) => (signal.aborted ? fail(appError('cancelled', 'It was stopped here.')) : done)),
    attach: (remoteId, files) => doing('attach', Object.keys(files).toSorted().join(','), () => { attached.set(remoteId, [...attached.get(remoteId) ?? [], files]); }),
  };
}

async function swallow(body: UploadBody, onSent: (bytes: number) => void, signal: AbortSignal): Promise<void> {
  let sent = 0;
  for await (const piece of body.open()) {
    if (signal.aborted) return;
    sent += piece.length;
    onSent(sent);
  }
}
