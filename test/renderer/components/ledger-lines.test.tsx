import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { money } from '../../../preload/contract/money.ts';
import { AddsUp, LedgerLines } from '../../../renderer/components/ledger-lines.tsx';
import { show } from '../stage.tsx';

it('prints the check sum when it closes to the penny', () => {
  show(<AddsUp amount={money(240_000, 'GBP')} fees={money(3_150, 'GBP')} rest={money(236_850, 'GBP')} />);
  expect(screen.getByText('2,400.00 − 31.50 = 2,368.50').textContent).toBe('Adds up: 2,400.00 − 31.50 = 2,368.50');
});

it('says by how much it does not close', () => {
  show(<AddsUp amount={money(240_000, 'GBP')} fees={money(3_150, 'GBP')} rest={money(236_851, 'GBP')} />);
  expect(screen.getByRole('alert').textContent).toBe('Does not add up by 0.01 GBP. Kept for review');
});

it('never adds up different currencies', () => {
  show(<AddsUp amount={money(100, 'GBP')} fees={money(0, 'GBP')} rest={money(100, 'EUR')} />);
  expect(screen.getByRole('alert').textContent).toContain('currencies differ');
});

it('shows fees with a minus and a missing amount as a dash, never as zero', () => {
  show(<LedgerLines label="Money" lines={[{ id: 'fee', label: 'Total fees', amount: money(3_150, 'GBP'), minus: true }, { id: 'rest', label: 'Converted', amount: null }]} />);
  expect(screen.getByText('−31.50')).toBeDefined();
  expect(screen.getByText('–')).toBeDefined();
  expect(screen.queryByText('0.00')).toBeNull();
});
