import { isoMicros } from '../clock.ts';
import type { Customer, CustomerStatus, Recipient, Transaction, VirtualAccount } from '../model.ts';
import { wireAmount } from '../money.ts';
import { announce } from '../webhooks.ts';
import type { World } from '../world.ts';

/** Tells the business that a customer's review state changed (Blaaiz guide: Customer webhooks). */
export function announceCustomer(world: World, customer: Customer, oldStatus: CustomerStatus): void {
  announce(world, customer.business_id, 'collection_url', {
    message: 'Customer status changed',
    event_type: 'customer.status_changed',
    customer_id: customer.id,
    customer_email: customer.fields['email'] ?? null,
    old_status: oldStatus,
    new_status: customer.status,
    comment: customer.comment,
    updated_at: isoMicros(customer.updated_ms),
    event_id: world.ids.uuid(),
    type: 'customer',
  });
}

/** Tells the business how a payout stands; Interac payouts also announce their start (Blaaiz guide: Payout webhooks). */
export function announcePayout(world: World, transaction: Transaction, stage: 'initiated' | 'final'): void {
  const extras = transaction.interac === null ? {} : {
    extras: { interac_instruction: { question: transaction.interac.question, answer: transaction.interac.answer } },
  };
  const started = stage === 'initiated';
  announce(world, transaction.business_id, 'payout_url', {
    message: started ? 'Transaction Initiated' : finalMessage(transaction),
    ...transactionPart(transaction, started ? 'PENDING' : transaction.status),
    recipient: transaction.recipient && recipientPart(transaction.recipient),
    ...extras,
    ...(started ? { developer_note: 'The recipient needs this answer to deposit the transfer.' } : {}),
    event_id: transaction.interac?.event_id ?? world.ids.uuid(),
    type: started ? 'payout_initiated' : 'payout',
  });
}

/** Tells the business that money came in. */
export function announceCollection(world: World, transaction: Transaction): void {
  announce(world, transaction.business_id, 'collection_url', {
    message: 'Transaction Completed',
    ...transactionPart(transaction, transaction.status),
    source_information: { collection_email: transaction.collection_email },
    payee_collection_email: transaction.collection_email,
    event_id: world.ids.uuid(),
    type: 'collection',
  });
}

/** Tells the business about a virtual account; these events carry neither an id nor a type. */
export function announceAccount(world: World, account: VirtualAccount, details: object, event: 'created' | 'ready'): void {
  announce(world, account.business_id, 'collection_url', {
    event: `virtual_account.${event}`,
    virtual_account_id: account.id,
    customer_id: account.customer_id,
    wallet_id: account.wallet_id,
    currency: account.currency,
    status: account.status,
    ...details,
  });
}

function finalMessage(transaction: Transaction): string {
  return transaction.status === 'SUCCESSFUL' ? 'Transaction Completed' : 'Transaction Failed';
}

function transactionPart(transaction: Transaction, status: string): object {
  return {
    transaction_id: transaction.id,
    transaction_reference: transaction.reference,
    transaction_status: status,
    transaction_fee: wireAmount(transaction.fee),
    transaction_amount_without_fee: wireAmount(transaction.amount - transaction.fee),
    transaction_amount: wireAmount(transaction.amount),
    transaction_currency: transaction.currency,
    customer_id: transaction.business_customer_id,
    merchant_reference: transaction.merchant_reference,
  };
}

function recipientPart(recipient: Recipient): object {
  const extras = Object.entries({
    routing_number: recipient.routing_number, wallet_address: recipient.wallet_address,
    sort_code: recipient.sort_code, iban: recipient.iban, email: recipient.email,
  }).filter(([, value]) => value !== null);
  return {
    account_number: recipient.account_number, account_name: recipient.account_name, bank_name: recipient.bank_name,
    amount: wireAmount(recipient.amount), ...Object.fromEntries(extras),
  };
}
