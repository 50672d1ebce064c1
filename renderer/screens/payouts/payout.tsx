import { Navigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Skeleton } from '../../components/empty.tsx';
import { Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { useAppPart } from '../../state/app-state.ts';
import { chooseCustomer, choosePayee, chooseWallet, type DraftEdit } from '../../state/draft-edits.ts';
import { editorOf, newEditor } from '../../state/open-editors.ts';
import { locale, t } from '../../text.ts';
import { Detail } from './detail.tsx';
import { Editor } from './editor.tsx';
import { Found } from './find-out-found.tsx';
import { FindOut } from './find-out-page.tsx';
import { useKiraStart } from './kira-start.ts';
import { Leaving } from './leaving.tsx';
import { forgetNewOnLeave, rememberNew, rememberedNew } from './new-draft.ts';
import { Review } from './review-page.tsx';
import { wasFound } from './was-cut.ts';

/** The payout whose id is in the address, on the page that fits its state. */
export function PayoutScreen(): ReactElement {
  const { id } = useParams({ strict: false });
  return <PayoutPage key={id} id={id ?? ''} />;
}

/** A payout on the page that fits its state: editor, review, sending, find out, or its story. The address only says which payout. */
export function PayoutPage({ id }: { readonly id: string }): ReactElement {
  const found = useCall('payouts.get', { id });
  if (found.data) return <ByState payout={found.data} />;
  return (
    <Screen header={<WorkHeader crumbs={[{ label: t('Payouts'), to: '/payouts' }]} title={t('Payout')} />}>
      <Page>{found.error ? <ErrorBanner error={found.error} /> : <Skeleton lines={6} />}</Page>
    </Screen>
  );
}

/** Says once that an unknown payout was found while somebody looked on, then shows the page of its state. */
function ByState({ payout }: { readonly payout: Payout }): ReactElement {
  const [looking, setLooking] = useState(payout.state === 'unknown');
  if (looking !== (payout.state === 'unknown') && !(looking && wasFound(payout))) setLooking(!looking);
  return looking && payout.state !== 'unknown' && wasFound(payout) ? <Found payout={payout} onOpen={() => setLooking(false)} /> : <OfState payout={payout} />;
}

function OfState({ payout }: { readonly payout: Payout }): ReactElement {
  switch (payout.state) {
    case 'draft': return <Kept key={payout.id} payout={payout} />;
    case 'ready': return <Review key={`${payout.id} ${payout.revision}`} payout={payout} />;
    case 'queued':
    case 'sending': return <Leaving payout={payout} />;
    case 'unknown': return <FindOut payout={payout} />;
    case 'awaiting_deposit':
    case 'deposit_expired': return <Navigate to="/deposits/$id" params={{ id: payout.id }} replace />;
    case 'accepted':
    case 'processing':
    case 'completed':
    case 'refused':
    case 'failed':
    case 'returned': return <Detail payout={payout} />;
  }
}

function Kept({ payout }: { readonly payout: Payout }): ReactElement {
  const [editor] = useState(() => editorOf(payout));
  return <Editor editor={editor} />;
}

/** A new payout. It starts with whatever there is only one of, and becomes a draft with the first word typed. */
export function NewPayoutScreen(): ReactElement {
  const [resumed, setResumed] = useState(rememberedNew);
  useEffect(() => forgetNewOnLeave, []);
  const start = useCallback(() => setResumed(null), []);
  return resumed ? <Resumed id={resumed} onGone={start} /> : <Fresh />;
}

/** Goes on with the draft that the page had become before the lock; it may be gone by now, or be of another profile. */
function Resumed({ id, onGone }: { readonly id: string; readonly onGone: () => void }): ReactElement {
  const gone = useCall('payouts.get', { id }).error !== null;
  useEffect(() => {
    if (gone) onGone();
  }, [gone, onGone]);
  return <PayoutPage id={id} />;
}

function Fresh(): ReactElement | null {
  return useAppPart((app) => app.profile?.provider) === 'kira' ? <FreshKira /> : <FreshBlaaiz />;
}

function FreshKira(): ReactElement | null {
  const start = useKiraStart();
  return start === null ? null : <New start={start} />;
}

function FreshBlaaiz(): ReactElement | null {
  const start = useStart();
  return start === null ? null : <New start={start} />;
}

/** What a new payout starts from: what the address says, and whatever there is only one of. Null until it is known. */
function useStart(): DraftEdit | null {
  const { customer, payee: payeeId } = useSearch({ strict: false });
  const wallets = useCall('wallets.list', { fresh: false });
  const verified = useCall('customers.list', { query: '', states: ['verified'], cursor: null, limit: 2 });
  const payees = useCall('payees.list', { query: '' });
  if (wallets.isPending || verified.isPending || payees.isPending) return null;
  const active = wallets.data?.wallets.filter((wallet) => wallet.active);
  const wallet = onlyOne(active);
  const customerId = customer ?? onlyOne(verified.data?.rows)?.id;
  const payee = payees.data?.find((one) => one.id === payeeId);
  const edits = [customerId ? chooseCustomer(customerId) : null, wallet ? chooseWallet(wallet, locale()) : null, payee ? choosePayee(payee, locale()) : null];
  return (draft) => edits.reduce((before, edit) => (edit ? edit(before) : before), draft);
}

function onlyOne<T>(list: readonly T[] | undefined): T | undefined {
  return list?.length === 1 ? list[0] : undefined;
}

function New({ start }: { readonly start: DraftEdit }): ReactElement {
  const [editor] = useState(() => newEditor(start));
  useEffect(() => rememberNew(editor), [editor]);
  return <Editor editor={editor} />;
}
