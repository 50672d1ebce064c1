import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import { useCall } from '../../api.ts';
import type { DraftEdit } from '../../state/draft-edits.ts';
import { chooseAccount, chooseRecipient, startKira } from '../../state/kira-edits.ts';
import type { PayoutEditor } from '../../state/payout-editor.ts';

/** What a new Kira payout starts from: what the address says, else the account if only one can pay out. Null until it is known. */
export function useKiraStart(): DraftEdit | null {
  const { recipient: recipientId, account: accountId } = useSearch({ strict: false });
  const accounts = useCall('accounts.list', { fresh: false });
  const recipients = useCall('recipients.list', { query: '', fresh: false });
  if (accounts.isPending || recipients.isPending) return null;
  const recipient = recipients.data?.find((one) => one.id === recipientId);
  const all = accounts.data?.accounts ?? [];
  const account = all.find((one) => one.id === accountId) ?? onlyReady(all, recipient?.fields.userId);
  const edits = [startKira, account ? chooseAccount(account, undefined) : null, recipient ? chooseRecipient(recipient) : null];
  return (draft) => edits.reduce((before, edit) => (edit ? edit(before) : before), draft);
}

/** The one account that can pay out; of the recipient's user when the recipient is known. */
function onlyReady(accounts: readonly VirtualAccount[], userId: string | undefined): VirtualAccount | undefined {
  const ready = accounts.filter((one) => one.readiness === 'ready' && (userId === undefined || one.userId === userId));
  return ready.length === 1 ? ready[0] : undefined;
}

/** Takes over the recipient that was made for this payout: the way back from the recipients carries it in the address. */
export function useReturnedRecipient(editor: PayoutEditor): void {
  const navigate = useNavigate();
  const { recipient: id } = useSearch({ strict: false });
  const recipients = useCall('recipients.list', { query: '', fresh: false }, { enabled: id !== undefined }).data;
  const recipient = recipients?.find((one) => one.id === id);
  useEffect(() => {
    if (!recipient) return;
    editor.change(chooseRecipient(recipient));
    // Taken over once: without this, going back to the page would choose it again.
    const payoutId = editor.store.getState().id;
    if (payoutId !== null) void navigate({ to: '/payouts/$id', params: { id: payoutId }, search: {}, replace: true });
  }, [editor, navigate, recipient]);
}
