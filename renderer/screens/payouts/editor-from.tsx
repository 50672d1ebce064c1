import { useState, type ReactElement } from 'react';
import { currencies } from '../../../preload/contract/currency.ts';
import type { CustomerRow } from '../../../preload/contract/customers.ts';
import { formatMoney } from '../../../preload/contract/money.ts';
import { useCall } from '../../api.ts';
import { agoOf, dateOf } from '../../components/clock.ts';
import { ComboBox } from '../../components/combo-box.tsx';
import { Fields } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { customerStatus } from '../../components/status-words.ts';
import { useNow } from '../../components/use-now.ts';
import { chooseCustomer, chooseWallet } from '../../state/draft-edits.ts';
import { locale, t } from '../../text.ts';
import { fieldId } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import { Caution } from './caution.tsx';
import { useEditor } from './use-editor.ts';

/** Who sends, and from which wallet. */
export function EditorFrom(part: EditorPart): ReactElement {
  return (
    <Fields>
      <CustomerField {...part} />
      <WalletField {...part} />
    </Fields>
  );
}

function CustomerField({ editor, problemOf }: EditorPart): ReactElement {
  const customerId = useEditor(editor, (state) => state.draft.customerId);
  const chosen = useCall('customers.get', { id: customerId ?? '-' }, { enabled: customerId !== null, keep: true }).data;
  const [typed, setTyped] = useState<string | null>(null);
  const name = customerId === null ? '' : (chosen?.name ?? '');
  const query = typed === null || typed === name ? '' : typed;
  const found = useCall('customers.list', { query, states: [], cursor: null, limit: 50 }, { keep: true }).data?.rows ?? [];
  const now = useNow();
  return (
    <ComboBox
      id={fieldId('customerId')} label={t('Customer')} text={typed ?? name}
      options={found.map((row) => ({ id: row.id, label: row.name, detail: customerStatus(row, now).word, search: row.email }))}
      onText={setTyped}
      onChoose={(id) => {
        editor.change(chooseCustomer(id));
        setTyped(null);
      }}
      onBlur={() => setTyped(null)}
      error={problemOf('customerId')}
      {...(customerId !== null && chosen ? customerLine(chosen, chosen.verifiedAt) : {})}
    />
  );
}

/** What to know of the chosen customer: verified and free, or why a payout can be prepared but not sent. */
function customerLine(row: CustomerRow, verifiedAt: number | null): { readonly good?: string; readonly hint?: ReactElement } {
  if (row.state === 'verified' && !row.extraChecks) {
    return { good: verifiedAt === null ? t('Verified, no extra checks') : t('Verified {date}, no extra checks', { date: dateOf(verifiedAt) }) };
  }
  const words = row.state === 'verified' ? t('Blaaiz is running extra checks. It can be prepared, not sent.')
    : row.state === 'rejected' ? t('Blaaiz rejected this customer. Mend it under Customers first.')
      : t('Not verified yet. The payout can be prepared, not sent.');
  return { hint: <Caution>{words}</Caution> };
}

function WalletField({ editor, problemOf }: EditorPart): ReactElement {
  const walletId = useEditor(editor, (state) => state.draft.walletId);
  const wallets = useCall('wallets.list', { fresh: false }).data?.wallets ?? [];
  const wallet = wallets.find((one) => one.id === walletId);
  const now = useNow();
  return (
    <Select
      id={fieldId('walletId')} label={t('Wallet')} empty={t('Choose a wallet')} value={walletId}
      options={wallets.filter((one) => one.active || one.id === walletId).map((one) => ({
        id: one.id, label: currencies[one.currency].plural, detail: formatMoney(one.balance, locale()), search: one.currency,
      }))}
      onChange={(id) => {
        const next = wallets.find((one) => one.id === id);
        if (next) editor.change(chooseWallet(next, locale()));
      }}
      error={problemOf('walletId')}
      hint={wallet ? t('Blaaiz wallet, read {ago}', { ago: agoOf(wallet.readAt, now) }) : undefined}
    />
  );
}
