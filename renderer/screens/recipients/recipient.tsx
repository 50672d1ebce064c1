import { useParams } from '@tanstack/react-router';
import { BookUser } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Empty, Skeleton } from '../../components/empty.tsx';
import { Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { t } from '../../text.ts';
import { forgetNewRecipientOnLeave, rememberedNewRecipient, rememberNewRecipient } from './new-recipient.ts';
import { newRecipientEditor, recipientEditorOf } from './open-recipient-editors.ts';
import { RecipientDesk } from './recipient-desk.tsx';
import type { RecipientEditor } from './recipient-editor.ts';
import { RecipientPage } from './recipient-page.tsx';
import { useMake } from './use-make.ts';
import { useHeldRecipient, useRecipientEditor } from './use-recipient-editor.ts';
import { useRecipient } from './use-recipients.ts';

/** The recipient whose id is in the address, on the page that fits its state. */
export function RecipientScreen(): ReactElement {
  const { id } = useParams({ strict: false });
  return <KeptRecipient key={id} id={id ?? ''} />;
}

/** A new recipient: it becomes a draft with the first word typed. */
export function NewRecipientScreen(): ReactElement {
  const [resumed] = useState(rememberedNewRecipient);
  useEffect(() => forgetNewRecipientOnLeave, []);
  return resumed ? <KeptRecipient id={resumed} otherwise={<NewRecipient />} /> : <NewRecipient />;
}

function NewRecipient(): ReactElement {
  const [editor] = useState(newRecipientEditor);
  useEffect(() => rememberNewRecipient(editor), [editor]);
  return <ByState editor={editor} />;
}

/** `otherwise` stands in for a recipient that is not here any more. */
function KeptRecipient({ id, otherwise }: { readonly id: string; readonly otherwise?: ReactElement }): ReactElement {
  const { recipient, pending, error } = useRecipient(id);
  // What was opened once stays open: the editor follows it from here on.
  const [first, setFirst] = useState(recipient);
  const [gone, setGone] = useState(false);
  if (!first && !gone && recipient) setFirst(recipient);
  if (!first && !gone && !recipient && !pending && !error) setGone(true);
  if (first) return <Opened recipient={first} />;
  if (gone && otherwise) return otherwise;
  return (
    <Screen header={<WorkHeader crumbs={[{ label: t('Recipients'), to: '/recipients' }]} title={t('Recipient')} />}>
      <Page>{error ? <ErrorBanner error={error} /> : pending ? <Skeleton lines={6} /> : <Empty icon={BookUser}>{t('This recipient is not here any more.')}</Empty>}</Page>
    </Screen>
  );
}

function Opened({ recipient }: { readonly recipient: Recipient }): ReactElement {
  const [editor] = useState(() => recipientEditorOf(recipient));
  return <ByState editor={editor} />;
}

/** Drafts, and what Kira refused, at the desk; what Kira has or may have on a page. While it is being made, its place stays. */
function ByState({ editor }: { readonly editor: RecipientEditor }): ReactElement {
  useHeldRecipient(editor);
  const id = useRecipientEditor(editor, (state) => state.id);
  const kept = useRecipientEditor(editor, (state) => state.kept);
  const found = useRecipient(id).recipient;
  useEffect(() => { if (found) editor.follow(found); }, [editor, found]);
  const make = useMake(editor);
  const open = kept === null || kept.state === 'draft' || kept.state === 'refused';
  const [atDesk, setAtDesk] = useState(open);
  if (!make.busy && atDesk !== open) setAtDesk(open);
  if (atDesk || kept === null) return <RecipientDesk editor={editor} recipient={kept} make={make} />;
  return <RecipientPage recipient={kept} make={make} />;
}
