import { screen, within } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { DataTable, type Column } from '../../../renderer/components/data-table.tsx';
import { listenToKeys } from '../../../renderer/keys.ts';
import { show } from '../stage.tsx';

type Row = { readonly id: string; readonly name: string };
const rows = (from: number, to: number): Row[] => Array.from({ length: to - from }, (_, index) => ({ id: `r${from + index}`, name: `Payee ${from + index}` }));
const columns: readonly Column<Row>[] = [{ id: 'name', head: 'Payee', width: '1fr', cell: (row) => row.name }];

function List({ count = 6, onOpen = () => undefined, onPeek = () => undefined }: { readonly count?: number; readonly onOpen?: (row: Row) => void; readonly onPeek?: (row: Row) => void }): ReactElement {
  const [active, setActive] = useState<string | null>(null);
  return (
    <DataTable
      label="Payouts" columns={columns} idOf={(row) => row.id} active={active} onActive={setActive} onOpen={onOpen} onPeek={onPeek}
      groups={[{ id: 'needs', label: 'Needs you', count: 2, rows: rows(0, 2) }, { id: 'others', label: 'All others', note: 'newest first', rows: rows(2, count) }]}
    />
  );
}

const chosen = () => screen.getAllByRole('row').filter((row) => row.getAttribute('aria-selected') === 'true').map((row) => row.textContent);

it('moves with arrows, stops at the ends, and says where the cursor is', async () => {
  const { user } = show(<List />);
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowDown}');
  expect(chosen()).toEqual(['Payee 0']);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(chosen()).toEqual(['Payee 2']);
  expect(screen.getByRole('grid').getAttribute('aria-activedescendant')).toBe('row-r2');
  await user.keyboard('{End}{ArrowDown}');
  expect(chosen()).toEqual(['Payee 5']);
  await user.keyboard('{Home}{ArrowUp}');
  expect(chosen()).toEqual(['Payee 0']);
});

it('opens with Enter and peeks with Space', async () => {
  const open = vi.fn();
  const peek = vi.fn();
  const { user } = show(<List onOpen={open} onPeek={peek} />);
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowDown}{Enter} ');
  expect(open).toHaveBeenCalledWith({ id: 'r0', name: 'Payee 0' });
  expect(peek).toHaveBeenCalledWith({ id: 'r0', name: 'Payee 0' });
});

it('moves with J and K from anywhere and takes the focus to the list', async () => {
  const { user } = show(<List />);
  const stop = listenToKeys(false, () => true);
  await user.keyboard('jjk');
  stop();
  expect(chosen()).toEqual(['Payee 0']);
  expect(document.activeElement).toBe(screen.getByRole('grid'));
});

it('tells how many rows there are, and numbers them past the group lines', () => {
  show(<List />);
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('7');
  const row = screen.getByText('Payee 2').closest('[role="row"]');
  expect(row?.getAttribute('aria-rowindex')).toBe('4');
  expect(within(screen.getByRole('grid')).getByText('Needs you')).toBeDefined();
});

it('keeps only a part of a long list in the page', () => {
  show(<List count={5_000} />);
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('5001');
  expect(screen.queryAllByRole('row').length).toBeLessThan(200);
});
