import { useState, type ReactElement } from 'react';
import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import { useCall } from '../../api.ts';
import { ask } from '../../call.ts';
import { Age } from '../../components/age.tsx';
import { Button } from '../../components/button.tsx';
import { FieldWide, Fields } from '../../components/field.tsx';
import { Fold } from '../../components/fold.tsx';
import { names } from '../../components/names.ts';
import { Select } from '../../components/select.tsx';
import { chooseAccount, kiraOf, lostBy, type Lost } from '../../state/kira-edits.ts';
import { t } from '../../text.ts';
import { Caution } from './caution.tsx';
import { fieldId } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import css from './kira-editor.module.css';
import { accountName } from './kira-facts.ts';
import { accountDetail, modeWords } from './kira-words.ts';
import { useEditor } from './use-editor.ts';

const c = names(css);

/** Which virtual account pays, and why others can't. */
export function KiraFrom(part: EditorPart): ReactElement {
  const accounts = useCall('accounts.list', { fresh: false }).data?.accounts ?? [];
  const shut = accounts.filter((one) => one.readiness !== 'ready');
  return (
    <Fields>
      <FieldWide><AccountField {...part} accounts={accounts} /></FieldWide>
      {shut.length > 0 ? <FieldWide><Shut accounts={shut} /></FieldWide> : null}
    </Fields>
  );
}

function AccountField({ editor, problemOf, accounts }: EditorPart & { readonly accounts: readonly VirtualAccount[] }): ReactElement {
  const walletId = useEditor(editor, (state) => state.draft.walletId);
  const recipients = useCall('recipients.list', { query: '', fresh: false }).data ?? [];
  const [lost, setLost] = useState<Lost | null>(null);
  const account = accounts.find((one) => one.id === walletId);
  const mode = kiraOf(useEditor(editor, (state) => state.draft)).mode;
  const choose = (id: string) => {
    const next = accounts.find((one) => one.id === id);
    const { draft } = editor.store.getState();
    if (!next || (id === draft.walletId && next.mode === kiraOf(draft).mode)) return;
    const recipient = recipients.find((one) => one.id === draft.payeeId);
    setLost(lostBy(draft, next, recipient));
    editor.change(chooseAccount(next, recipient));
  };
  return (
    <>
      <Select
        id={fieldId('walletId')} label={t('Virtual account')} empty={t('Choose an account')} value={walletId} error={problemOf('walletId')} onChange={choose}
        options={accounts.map((one) => ({
          id: one.id, label: one.userName, detail: `${accountName(one)}. ${accountDetail(one)}`, disabled: one.mode === null && one.id !== walletId,
        }))}
        hint={account ? <Read account={account} /> : undefined}
      />
      {account && account.readiness !== 'ready' ? <Problems account={account} /> : null}
      {account && account.mode !== null && account.mode !== mode ? <Drifted account={account} onTake={() => choose(account.id)} /> : null}
      <div role="status">{lost && (lost.recipient || lost.funding) ? <p className={c('notice')}><Caution>{lostWords(lost)}</Caution></p> : null}</div>
    </>
  );
}

function Read({ account }: { readonly account: VirtualAccount }): ReactElement {
  const [busy, setBusy] = useState(false);
  const again = () => {
    setBusy(true);
    void ask('accounts.list', { fresh: true }).finally(() => setBusy(false));
  };
  const what = account.mode === 'crypto' ? t('You send stablecoin for each payout to an address of its own. Read ') : t('Paid from the account’s dollars. Read ');
  return <Age at={account.readAt} before={what} onRefresh={again} busy={busy} />;
}

function Problems({ account }: { readonly account: VirtualAccount }): ReactElement {
  return (
    <ul className={c('problems')}>
      {account.problems.map((problem) => <li key={problem.id}><Caution>{`${problem.label}. ${problem.remedy}`}</Caution></li>)}
      {account.problems.length === 0 ? <li><Caution>{t('Kira says “{status}”. The payout can be prepared, not sent.', { status: account.status })}</Caution></li> : null}
    </ul>
  );
}

/** The account is paid for in another way than when it was chosen. */
function Drifted({ account, onTake }: { readonly account: VirtualAccount; readonly onTake: () => void }): ReactElement {
  return (
    <p className={c('notice')}>
      <Caution>{t('This account now pays another way: {mode}.', { mode: modeWords(account.mode).toLowerCase() })}</Caution>
      <Button size="small" onPress={onTake}>{t('Go on with it')}</Button>
    </p>
  );
}

function Shut({ accounts }: { readonly accounts: readonly VirtualAccount[] }): ReactElement {
  return (
    <Fold title={t('{n, plural, one {# account} other {# accounts}} can’t pay out yet', { n: accounts.length })} summary={t('what is missing')}>
      <ul className={c('shut')}>
        {accounts.map((account) => (
          <li key={account.id}>
            <span className={c('who')}>{account.userName}</span> <span className={c('what')}>{accountName(account)}</span>
            <Problems account={account} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** What the new account took away, and why. */
function lostWords({ recipient, funding }: Lost): string {
  const parts = [
    funding ? t('Network and token were cleared: this account is paid for in another way.') : '',
    recipient ? t('The recipient was cleared: it belongs to another user.') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
