import type { Menu, MenuItemConstructorOptions } from 'electron';

/** The application menu: macOS needs one for copy, paste and quit; elsewhere the window's own keys do all of it. */
export function appMenu(platform: NodeJS.Platform, menus: Pick<typeof Menu, 'buildFromTemplate'>): Menu | null {
  if (platform !== 'darwin') return null;
  const roles: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }];
  return menus.buildFromTemplate(roles);
}
