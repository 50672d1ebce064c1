import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Age } from '../../../renderer/components/age.tsx';
import { show } from '../stage.tsx';

it('offers to read again only what is old', async () => {
  const refresh = vi.fn();
  const { user, rerender } = show(<Age at={Date.now() - 60_000} onRefresh={refresh} />);
  expect(screen.queryByRole('button')).toBeNull();
  rerender(<Age at={Date.now() - 16 * 60_000} onRefresh={refresh} />);
  await user.click(screen.getByRole('button', { name: '16 min ago. Read again' }));
  expect(refresh).toHaveBeenCalledOnce();
});

it('does not pretend an age for what was never read', () => {
  show(<Age at={null} />);
  expect(screen.getByText('not read yet')).toBeDefined();
});
