import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { countryName } from '../../../preload/contract/countries.ts';
import type { CustomerFields, LikelyTwin } from '../../../preload/contract/customers.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ask } from '../../call.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { showDate } from '../../components/date-input.ts';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { customerStatus } from '../../components/status-words.ts';
import { useNow } from '../../components/use-now.ts';
import { toast } from '../../state/toasts.ts';
import { locale, t } from '../../text.ts';
import css from './twins-dialog.module.css';
import { fieldLabel, type FieldName } from './form-issues.ts';

const c = names(css);

/** Props of {@link TwinsDialog}; `id` is the customer in the form. */
export type TwinsDialogProps = {
  readonly id: string | null;
  readonly fields: CustomerFields;
  readonly twins: readonly LikelyTwin[];
  readonly open: boolean;
  readonly onClose: () => void;
  /** None of them: go on. */
  readonly onOther: () => void;
};

const rows: readonly FieldName[] = ['firstName', 'lastName', 'dob', 'email', 'phone', 'country', 'idNumber', 'idExpiryDate', 'street', 'city'];

/** The form and the customer who may be the same person, side by side; what is alike is marked. */
export function TwinsDialog({ id, fields, twins, open, onClose, onOther }: TwinsDialogProps): ReactElement | null {
  const [at, setAt] = useState(0);
  const now = useNow(null);
  const use = useThisOne(id, onClose);
  const twin = twins[Math.min(at, twins.length - 1)];
  if (!twin) return null;
  return (
    <Dialog
      open={open} onClose={onClose} width="large" stays title={t('Is this the same person?')} subtitle={subtitleOf(twin)}
      foot={(
        <>
          {twins.length > 1 ? <Button kind="quiet" onPress={() => setAt((now) => (now + 1) % twins.length)}>{t('Next of {n}', { n: twins.length })}</Button> : null}
          <Button onPress={onOther}>{t('It is another person')}</Button>
          <Button kind="primary" busy={use.busy} onPress={() => use.run(twin)}>{t('Use this one')}</Button>
        </>
      )}
    >
      <table className={c('table')}>
        <thead>
          <tr><td /><th scope="col">{t('In this form')}</th><th scope="col" className={c('other')}><span className={c('where')}>{whereWords(twin)}<StatusPill status={customerStatus(twin.customer, now)} place="plain" /></span></th></tr>
        </thead>
        <tbody>{rows.map((name) => <Row key={name} name={name} mine={fields} theirs={twin.fields} />)}</tbody>
      </table>
      <ErrorBanner error={use.error} />
    </Dialog>
  );
}

function subtitleOf({ alike }: LikelyTwin): string {
  return t('{what}. Blaaiz keeps a customer once; a second one may be refused.', { what: alike.map((words, index) => (index === 0 ? words : words.toLowerCase())).join(', ') });
}

function whereWords({ where }: LikelyTwin): string {
  return where === 'here' ? t('On this computer') : t('At Blaaiz');
}

function Row({ name, mine, theirs }: { readonly name: FieldName; readonly mine: CustomerFields; readonly theirs: CustomerFields }): ReactElement | null {
  const [a, b] = [shown(name, mine), shown(name, theirs)];
  if (a === '' && b === '') return null;
  const same = plain(a) === plain(b);
  return (
    <tr className={c(same && 'same')}>
      <th scope="row">{fieldLabel(name, mine.idType)}</th>
      <td>{a || '–'}</td>
      <td>{b || '–'}{same ? <span className={c('mark')}>{t('same')}</span> : null}</td>
    </tr>
  );
}

function shown(name: FieldName, fields: CustomerFields): string {
  if (name === 'country') return fields.country === '' ? '' : countryName(fields.country);
  return name === 'dob' || name === 'idExpiryDate' ? showDate(fields[name], locale()) : fields[name];
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}@]/gu, '');

/** Opens the other customer, taking it from the provider first if it is only there; the draft stays until it is thrown away. */
function useThisOne(id: string | null, onClose: () => void): { readonly run: (twin: LikelyTwin) => void; readonly busy: boolean; readonly error: AppError | null } {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const go = async ({ customer, where }: LikelyTwin) => {
    const adopted = where === 'provider' ? await ask('customers.adopt', { remoteId: customer.id }) : null;
    if (adopted && !adopted.ok) return setError(adopted.error);
    onClose();
    await navigate({ to: '/customers/$id', params: { id: adopted?.value.id ?? customer.id } });
    if (id !== null) toast(t('The draft is kept under Drafts.'), { label: t('Throw it away'), run: () => void ask('customers.discard', { id }) });
  };
  const run = (twin: LikelyTwin) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    void go(twin).finally(() => setBusy(false));
  };
  return { run, busy, error };
}
