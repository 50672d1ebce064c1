import type { BrowserWindowConstructorOptions } from 'electron';

/** A window's place on the screen, in pixels. */
export type WindowPlace = { readonly x?: number | undefined; readonly y?: number | undefined; readonly width: number; readonly height: number };

/** The first colour painted, so that no white flash precedes the theme. */
export const canvasColour = { light: '#F3F3F0', dark: '#121315' } as const;

/** The options of the one window: sandboxed, isolated, no Node, hidden until it can be shown. */
export function windowOptions(place: WindowPlace, preload: string, dark: boolean, platform: NodeJS.Platform): BrowserWindowConstructorOptions {
  return {
    ...(place.x !== undefined && place.y !== undefined ? { x: place.x, y: place.y } : {}),
    width: place.width, height: place.height, minWidth: 900, minHeight: 600,
    title: 'Bursar', show: false, backgroundColor: dark ? canvasColour.dark : canvasColour.light,
    autoHideMenuBar: true,
    ...frameOf(platform),
    webPreferences: {
      preload, sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, experimentalFeatures: false, navigateOnDragDrop: false,
      spellcheck: false, safeDialogs: true,
    },
  };
}

function frameOf(platform: NodeJS.Platform): BrowserWindowConstructorOptions {
  if (platform === 'darwin') return { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 14, y: 13 } };
  if (platform === 'win32') return { titleBarStyle: 'hidden', titleBarOverlay: { height: 40, color: '#00000000' } };
  return { frame: false };
}
