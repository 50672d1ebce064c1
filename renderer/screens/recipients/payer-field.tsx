import { useEffect, useRef, type ReactElement } from 'react';
import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import type { FieldBase } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { t } from '../../text.ts';
import { useAccounts, type Accounts } from '../accounts/use-accounts.ts';
import { Caution } from '../payouts/caution.tsx';

/** Props of {@link PayerField}; `onPreset` takes the only user there is, which nobody has to choose. */
export type PayerFieldProps = FieldBase & { readonly value: string; readonly onChange: (userId: string) => void; readonly onPreset: (userId: string) => void; readonly onBlur: () => void };

/** Which of Kira's users pays: a recipient belongs to one, and only that one's accounts can pay it. */
export function PayerField({ value, onChange, onPreset, hint, ...base }: PayerFieldProps): ReactElement {
  const found = useAccounts();
  const { accounts, busy } = found;
  const users = usersOf(accounts ?? []);
  const only = users.length === 1 ? users[0]?.id : undefined;
  const preset = useRef(onPreset);
  useEffect(() => { preset.current = onPreset; });
  useEffect(() => { if (only !== undefined && value === '') preset.current(only); }, [only, value]);
  // A user without an account any more, or not yet read, stays chosen by its id.
  const unlisted = value !== '' && !users.some((user) => user.id === value) ? [{ id: value, label: t('User {id}', { id: value }) }] : [];
  return (
    <Select
      {...base} value={value || null} onChange={onChange} options={[...unlisted, ...users.map(({ id, name }) => ({ id, label: name }))]}
      empty={accounts === null || busy ? t('Reading the accounts') : t('Choose who pays')} hint={hint ?? <PayerHint found={found} />}
    />
  );
}

function PayerHint({ found: { accounts, busy, error } }: { readonly found: Accounts }): ReactElement {
  if (error) return <Caution>{`${error.message} ${error.fix ?? ''}`.trim()}</Caution>;
  if (accounts?.length === 0 && !busy) return <Caution>{t('No account of Kira’s is known here yet. Read them under Accounts.')}</Caution>;
  return <>{t('Only its accounts can pay this recipient.')}</>;
}

/** Kira's users by name, from the accounts they have. */
function usersOf(accounts: readonly VirtualAccount[]): readonly { readonly id: string; readonly name: string }[] {
  const names = new Map(accounts.map(({ userId, userName }) => [userId, userName]));
  return [...names].map(([id, name]) => ({ id, name: name === '' ? t('User {id}', { id }) : name })).sort((a, b) => a.name.localeCompare(b.name));
}
