import type { Customer } from '../../../preload/contract/customers.ts';
import { ask } from '../../call.ts';
import { makeHeldEditors } from '../../state/held-editors.ts';
import { openCustomerEditor, type CustomerEditor } from './customer-editor.ts';

const held = makeHeldEditors<CustomerEditor>();

/** Keeps an editor while a screen shows it. Gives the way to let go of it. */
export const holdCustomerEditor = held.hold;

/** The editor of a kept customer; one that still holds unsaved words is given back as it is. */
export function customerEditorOf(customer: Customer): CustomerEditor {
  return held.find(customer.id) ?? openCustomerEditor(customer, (request) => ask('customers.save', request));
}

/** An editor for a new customer. */
export function newCustomerEditor(): CustomerEditor {
  return openCustomerEditor(null, (request) => ask('customers.save', request));
}
