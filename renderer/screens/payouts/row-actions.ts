import { useNavigate } from '@tanstack/react-router';
import { Copy, Eye, Hourglass, PencilLine, RefreshCw, Search, Send, Undo2 } from 'lucide-react';
import type { PayoutRow } from '../../../preload/contract/payouts.ts';
import { ask } from '../../call.ts';
import type { MenuEntry, MenuPart } from '../../components/menu.tsx';
import { toast } from '../../state/toasts.ts';
import { t } from '../../text.ts';

/** What can be done with a row of the list: opening it, and its menu. */
export type RowActions = { readonly open: (row: PayoutRow) => void; readonly menuOf: (row: PayoutRow) => readonly MenuPart[] };

/** The actions of the list's rows; `onPeek` shows a row beside the list. */
export function useRowActions(onPeek: (id: string) => void): RowActions {
  const navigate = useNavigate();
  const open = (row: PayoutRow) => void navigate(row.state === 'awaiting_deposit' || row.state === 'deposit_expired'
    ? { to: '/deposits/$id', params: { id: row.id } }
    : { to: '/payouts/$id', params: { id: row.id } });
  const copy = async (row: PayoutRow) => {
    const answer = await ask('payouts.clone', { id: row.id });
    if (answer.ok) await navigate({ to: '/payouts/$id', params: { id: answer.value.id } });
    else open(row);
  };
  const act = async (channel: 'payouts.check' | 'payouts.look' | 'payouts.takeBack', row: PayoutRow, done: string) => {
    const answer = await ask(channel, { id: row.id });
    // What went wrong is told on the payout's own page, where it can be mended.
    if (answer.ok) toast(done);
    else open(row);
  };
  const own = (row: PayoutRow): readonly MenuEntry[] => {
    const entries = {
      edit: { id: 'edit', label: t('Edit the draft'), icon: PencilLine, hint: 'edit' as const, onAction: () => open(row) },
      send: { id: 'send', label: t('Check and send'), icon: Send, onAction: () => open(row) },
      back: { id: 'back', label: t('Take it back'), icon: Undo2, onAction: () => void act('payouts.takeBack', row, t('Taken back. It is ready again.')) },
      look: { id: 'look', label: t('Look now'), icon: Search, onAction: () => void act('payouts.look', row, t('Looked.')) },
      check: { id: 'check', label: t('Check now'), icon: RefreshCw, onAction: () => void act('payouts.check', row, t('Status read.')) },
      deposit: { id: 'deposit', label: t('Open the deposit'), icon: Hourglass, onAction: () => open(row) },
      copy: { id: 'copy', label: copyWords(row), icon: Copy, onAction: () => void copy(row) },
    };
    switch (row.state) {
      case 'draft': return [entries.edit, entries.copy];
      case 'ready': return [entries.send, entries.copy];
      case 'queued': return [entries.back];
      case 'sending': return [];
      case 'unknown': return [entries.look];
      // Not to be paid again while the first deposit may still come in.
      case 'awaiting_deposit': return [entries.deposit, entries.check];
      case 'deposit_expired': return [entries.copy, entries.check];
      case 'refused':
      case 'failed':
      case 'returned': return [entries.copy, entries.check];
      case 'accepted':
      case 'processing':
      case 'completed': return [entries.check, entries.copy];
    }
  };
  return {
    open,
    menuOf: (row) => [
      { id: 'row', entries: [
        { id: 'open', label: t('Open'), hint: 'open', onAction: () => open(row) },
        { id: 'peek', label: t('Peek'), icon: Eye, hint: 'peek', onAction: () => onPeek(row.id) },
      ] },
      ...(own(row).length > 0 ? [{ id: 'actions', entries: own(row) }] : []),
    ],
  };
}

function copyWords(row: PayoutRow): string {
  if (row.state === 'deposit_expired') return t('Make a new payout with a new address');
  return row.needsPerson ? t('Make a corrected copy') : t('Pay again');
}
