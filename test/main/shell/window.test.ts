import { describe, expect, it } from 'vitest';
import { windowOptions } from '../../../main/shell/window.ts';

describe('the window', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('is sealed on %s', (platform) => {
    const { webPreferences, show } = windowOptions({ width: 1280, height: 800 }, '/p.cjs', false, platform);
    expect(show).toBe(false);
    expect(webPreferences).toEqual({
      preload: '/p.cjs', sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, webviewTag: false,
      experimentalFeatures: false, navigateOnDragDrop: false, spellcheck: false, safeDialogs: true,
    });
  });

  it('paints the theme’s own colour first', () => {
    expect(windowOptions({ width: 900, height: 600 }, '', true, 'linux').backgroundColor).toBe('#121315');
  });
});
