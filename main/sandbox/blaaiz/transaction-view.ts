import { Big } from 'big.js';
import { isoMicros } from '../clock.ts';
import type { Recipient, Transaction } from '../model.ts';
import { wireAmount } from '../money.ts';

/** A transaction as the wire shows it: shorter in the reply to a payout, longer when read later. */
export function transactionView(transaction: Transaction, when: 'created' | 'read'): Record<string, unknown> {
  const amount = wireAmount(transaction.amount);
  const base = {
    id: transaction.id,
    business_id: transaction.business_id,
    business_customer_id: transaction.business_customer_id,
    business_wallet_id: transaction.business_wallet_id,
    status: transaction.status,
    ...(when === 'read' ? { type: transaction.type } : {}),
    reference: transaction.reference,
    merchant_reference: transaction.merchant_reference,
    currency: transaction.currency,
    amount,
    amount_without_fee: wireAmount(transaction.told?.amount_without_fee ?? transaction.amount - transaction.fee),
    fee: wireAmount(transaction.told?.fee ?? transaction.fee),
    rate: transaction.rate === null ? null : new Big(transaction.rate).toNumber(),
    date: isoMicros(transaction.date_ms),
  };
  if (when === 'created') return { ...base, recipient: recipientOf(transaction) };
  return { ...base, ...later(transaction) };
}

function later(transaction: Transaction): Record<string, unknown> {
  const recipient = transaction.recipient;
  return {
    failure_reason: transaction.failure_reason,
    payee_collection_email: transaction.collection_email,
    source_information: { collection_email: transaction.collection_email },
    swap_details: transaction.swap && {
      to_currency: transaction.swap.to_currency,
      to_amount: wireAmount(transaction.swap.to_amount),
      to_business_wallet_id: transaction.swap.to_wallet_id,
    },
    recipient: recipient && {
      ...recipientOf(transaction), status: transaction.status, routing_number: recipient.routing_number, email: recipient.email,
    },
    ...(transaction.interac ? { question: transaction.interac.question, answer: transaction.interac.answer } : {}),
  };
}

function recipientOf({ recipient, told }: Transaction): Record<string, unknown> | null {
  return recipient && recipientView(told?.received === undefined ? recipient : { ...recipient, amount: told.received });
}

function recipientView(recipient: Recipient): Record<string, unknown> {
  return {
    id: recipient.id,
    account_number: recipient.account_number ?? recipient.wallet_address,
    account_name: recipient.account_name,
    amount: wireAmount(recipient.amount),
    currency: recipient.currency,
    bank_name: recipient.bank_name,
    bank_code: recipient.bank_code,
  };
}
