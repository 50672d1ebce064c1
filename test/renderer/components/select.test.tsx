import { screen } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { expect, it } from 'vitest';
import { Select } from '../../../renderer/components/select.tsx';
import { show } from '../stage.tsx';

const banks = Array.from({ length: 12 }, (_, index) => ({ id: `b${index}`, label: `${'ABCDEFGHIJKL'[index]} Bank`, detail: `0${index}` }));

function Form(): ReactElement {
  const [value, setValue] = useState<string | null>(null);
  return <Select label="Bank" options={banks} value={value} onChange={setValue} empty="Choose a bank" />;
}

it('filters a long list as you type and takes the one that is left', async () => {
  const { user } = show(<Form />);
  await user.click(screen.getByRole('button', { name: /Bank/ }));
  await user.type(screen.getByRole('searchbox', { name: 'Filter' }), 'k bank');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['K Bank 010']);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(screen.getByRole('button', { name: /Bank/ }).textContent).toContain('K Bank');
  expect(screen.queryByRole('listbox')).toBeNull();
});

it('says so when nothing matches', async () => {
  const { user } = show(<Form />);
  await user.click(screen.getByRole('button', { name: /Bank/ }));
  await user.type(screen.getByRole('searchbox', { name: 'Filter' }), 'zzz');
  expect(screen.getByText('Nothing matches')).toBeDefined();
});
