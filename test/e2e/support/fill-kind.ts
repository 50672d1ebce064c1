import type { Page } from 'playwright-core';
import { countryName } from '../../../preload/contract/countries.ts';
import { currencies } from '../../../preload/contract/currency.ts';
import { methodLabels, methodsFor, payeeFieldsFor, type PayeeField } from '../../../preload/contract/payee-fields.ts';
import { picker } from './go.ts';
import type { Kind } from './kinds.ts';

/** Opens a picker, filters it where it is long, and takes what begins with a text. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  await picker(page, label).click();
  const list = page.getByRole('listbox');
  await list.waitFor();
  if ((await page.getByRole('dialog').getByRole('searchbox').count()) > 0) await page.keyboard.type(text);
  await list.getByRole('option', { name: new RegExp(`^${text}`) }).first().click();
}

/** Fills a new payout of a kind by the screen, up to its reference. */
export async function fillKind(page: Page, kind: Kind, reference: string): Promise<void> {
  await choose(page, 'Wallet', currencies[kind.from].plural);
  await page.getByRole('combobox', { name: 'Payee' }).fill(kind.payee);
  await page.keyboard.press('Tab');
  await choose(page, 'Currency', kind.to);
  if (methodsFor(kind.to)[0] !== kind.method) await choose(page, 'Method', methodLabels[kind.method]);
  for (const field of payeeFieldsFor(kind.to, kind.method)) await fillField(page, field, kind.details[field.key] ?? '');
  if (kind.side === 'receive') await page.getByText('They receive', { exact: true }).first().click();
  await page.getByRole('textbox', { name: kind.side === 'send' ? /You send/ : /They receive/ }).fill(kind.amount);
  await page.getByRole('textbox', { name: /Reference/ }).fill(reference);
  await page.keyboard.press('Tab');
}

async function fillField(page: Page, field: PayeeField, value: string): Promise<void> {
  if (field.kind === 'country') return choose(page, field.label, countryName(value));
  if (field.kind === 'choice') return choose(page, field.label, field.choices?.find((one) => one.value === value)?.label ?? value);
  if (field.kind === 'operator') return choose(page, field.label, '');
  await page.getByRole('textbox', { name: field.label, exact: true }).fill(value);
  await page.keyboard.press('Tab');
}
