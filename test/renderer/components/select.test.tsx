import { screen } from '@testing-library/react';
import { useEffect, useState, type ReactElement } from 'react';
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

function Late(): ReactElement {
  const [options, setOptions] = useState<typeof banks>([]);
  const [value, setValue] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setOptions(banks.slice(0, 2)), 50);
    return () => clearTimeout(timer);
  }, []);
  return <Select label="Bank" options={options} value={value} onChange={setValue} empty="Choose a bank" />;
}

it('shows options that came after it was opened', async () => {
  const { user } = show(<Late />);
  await user.click(screen.getByRole('button', { name: /Bank/ }));
  await user.click(await screen.findByRole('option', { name: /B Bank/ }));
  expect(screen.getByRole('button', { name: /Bank/ }).textContent).toContain('B Bank');
});
