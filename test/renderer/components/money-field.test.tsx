import { screen } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { expect, it } from 'vitest';
import type { Money } from '../../../preload/contract/money.ts';
import { MoneyField } from '../../../renderer/components/money-field.tsx';
import { show } from '../stage.tsx';

function Form({ onAmount, currency = 'GBP' }: { readonly onAmount: (amount: Money | null) => void; readonly currency?: 'GBP' | 'XOF' }): ReactElement {
  const [text, setText] = useState('');
  return <MoneyField label="You send" currency={currency} text={text} onChange={(next, amount) => { setText(next); onAmount(amount); }} />;
}

it('says how it reads a pasted amount before the field is left, then writes it out', async () => {
  const amounts: (Money | null)[] = [];
  const { user } = show(<Form onAmount={(amount) => amounts.push(amount)} />);
  const field = screen.getByLabelText('You send');
  await user.click(field);
  await user.paste('GBP 2,400');
  expect(screen.getByText('Read as 2,400.00 GBP')).toBeDefined();
  await user.tab();
  expect(field).toHaveProperty('value', '2,400.00');
  expect(amounts.at(-1)).toEqual({ minor: 240_000, currency: 'GBP' });
});

it('refuses decimals that the currency has not, and never rounds', async () => {
  const amounts: (Money | null)[] = [];
  const { user } = show(<Form currency="XOF" onAmount={(amount) => amounts.push(amount)} />);
  await user.type(screen.getByLabelText('You send'), '10.5');
  await user.tab();
  expect(screen.getByText('XOF has no decimals. Nothing is rounded.')).toBeDefined();
  expect(amounts.at(-1)).toBeNull();
});

it('does not complain about a field that is only passed through', async () => {
  const { user } = show(<Form onAmount={() => undefined} />);
  await user.click(screen.getByLabelText('You send'));
  await user.tab();
  expect(screen.getByLabelText('You send').getAttribute('aria-invalid')).toBeNull();
});

it('says on leaving that nothing is no amount, and how to write what reads two ways in a currency without decimals', async () => {
  const { user } = show(<Form currency="XOF" onAmount={() => undefined} />);
  const field = screen.getByLabelText('You send');
  await user.type(field, '0');
  await user.tab();
  expect(screen.getByText('It must be more than zero.')).toBeDefined();
  await user.clear(field);
  await user.type(field, '45.000');
  await user.tab();
  expect(screen.getByText('This can be read two ways. Leave the separators out.')).toBeDefined();
});
