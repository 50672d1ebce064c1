import { useParams } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import type { Customer } from '../../../preload/contract/customers.ts';
import { useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Skeleton } from '../../components/empty.tsx';
import { Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { t } from '../../text.ts';
import { CustomerPage } from './customer-page.tsx';
import { Desk } from './desk.tsx';
import { forgetNewCustomerOnLeave, rememberedNewCustomer, rememberNewCustomer } from './new-customer.ts';
import { customerEditorOf, newCustomerEditor } from './open-customer-editors.ts';

/** The customer whose id is in the address, on the page that fits its state. */
export function CustomerScreen(): ReactElement {
  const { id } = useParams({ strict: false });
  return <KeptCustomer key={id} id={id ?? ''} />;
}

/** `otherwise` stands in for a customer who is not here any more. */
function KeptCustomer({ id, otherwise }: { readonly id: string; readonly otherwise?: ReactElement }): ReactElement {
  const found = useCall('customers.get', { id });
  const [gone, setGone] = useState(false);
  if (!gone && found.error?.code === 'not-found') setGone(true);
  if (gone && otherwise) return otherwise;
  if (found.data) return <ByState customer={found.data} />;
  return (
    <Screen header={<WorkHeader crumbs={[{ label: t('Customers'), to: '/customers' }]} title={t('Customer')} />}>
      <Page>{found.error ? <ErrorBanner error={found.error} /> : <Skeleton lines={6} />}</Page>
    </Screen>
  );
}

/** Drafts, and what is on its way, at the desk; whom Blaaiz has decided on or is looking at, on a page. */
function ByState({ customer }: { readonly customer: Customer }): ReactElement {
  const [correcting, setCorrecting] = useState(false);
  const atDesk = customer.state === 'draft' || customer.state === 'submitting' || customer.state === 'cut' || (customer.state === 'rejected' && correcting);
  // A later rejection is news again, and shows its reason first.
  if (correcting && (customer.state === 'pending' || customer.state === 'verified')) setCorrecting(false);
  return atDesk ? <KeptDesk customer={customer} /> : <CustomerPage customer={customer} onCorrect={() => setCorrecting(true)} />;
}

function KeptDesk({ customer }: { readonly customer: Customer }): ReactElement {
  const [editor] = useState(() => customerEditorOf(customer));
  return <Desk editor={editor} />;
}

/** A new customer: it becomes a draft with the first word typed or the first file added. */
export function NewCustomerScreen(): ReactElement {
  const [resumed] = useState(rememberedNewCustomer);
  useEffect(() => forgetNewCustomerOnLeave, []);
  return resumed ? <KeptCustomer id={resumed} otherwise={<NewCustomer />} /> : <NewCustomer />;
}

function NewCustomer(): ReactElement {
  const [editor] = useState(newCustomerEditor);
  useEffect(() => rememberNewCustomer(editor), [editor]);
  return <Desk editor={editor} />;
}
