import { expect, it, vi } from 'vitest';
import { appMenu } from '../../../main/shell/menu.ts';

it('has a menu on macOS, for copy, paste and quit, without developer tools or reload', () => {
  const buildFromTemplate = vi.fn((template: unknown) => template as never);
  expect(appMenu('darwin', { buildFromTemplate })).toEqual([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
});

it.each(['linux', 'win32'] as const)('has none on %s', (platform) => {
  const buildFromTemplate = vi.fn();
  expect(appMenu(platform, { buildFromTemplate })).toBeNull();
  expect(buildFromTemplate).not.toHaveBeenCalled();
});
