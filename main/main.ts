import { join } from 'node:path';
import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, nativeTheme, net, powerMonitor, protocol, session, shell, systemPreferences } from 'electron';
import { openDoor } from './ipc/door.ts';
import { createHandlers } from './ipc/handlers.ts';
import { createLog, stderrSink } from './log/log.ts';
import { createRotatingFile } from './log/rotating-file.ts';
import { withOwnLength } from './providers/host-fetch.ts';
import { after } from './providers/timing.ts';
import { lazyScanners } from './scanner/lazy.ts';
import { createHouse } from './session/house.ts';
import { sandboxOptions } from './session/sandbox-options.ts';
import { createElectronSettings, shutStoreChannel } from './settings/electron-settings.ts';
import { createSettings } from './settings/settings.ts';
import { appSchemeRegistration, createAppProtocol } from './shell/app-protocol.ts';
import { backupChooser, folderChooser } from './shell/choose-folder.ts';
import { openHelpPage } from './shell/help-pages.ts';
import { createMainWindow } from './shell/main-window.ts';
import { appMenu } from './shell/menu.ts';
import { installNavigation } from './shell/navigation.ts';
import { installPageNetwork } from './shell/page-network.ts';
import { installPermissions } from './shell/permissions.ts';
import { fileSaver } from './shell/save-file.ts';
import { appScheme } from '../preload/contract/origin.ts';

// What this process writes is for this user alone.
process.umask(0o077);

// Before anything else: every renderer sandboxed, our scheme known, one instance only.
app.enableSandbox();
app.setName('Bursar');
protocol.registerSchemesAsPrivileged([appSchemeRegistration]);
const onlyInstance = app.requestSingleInstanceLock();

const folder = app.getPath('userData');
const out = join(__dirname, '..');
const log = createLog({ sinks: app.isPackaged ? [createRotatingFile({ dir: join(folder, 'logs') })] : [createRotatingFile({ dir: join(folder, 'logs') }), stderrSink] });
const settings = createSettings(createElectronSettings(folder, () => Date.now()));
nativeTheme.themeSource = settings.all().preferences.theme;
settings.onChange(({ preferences }) => { nativeTheme.themeSource = preferences.theme; });
shutStoreChannel(ipcMain);
installNavigation(app);

const mainWindow = createMainWindow({
  BrowserWindow, settings, preload: join(out, 'preload', 'preload.cjs'), dark: () => nativeTheme.shouldUseDarkColors, platform: process.platform,
});

async function run(): Promise<void> {
  await app.whenReady();
  log.info('app-ready');
  protocol.handle(appScheme, createAppProtocol(join(out, 'renderer')));
  installPermissions(session.defaultSession, { askForCamera: async () => process.platform !== 'darwin' || systemPreferences.askForMediaAccess('camera') });
  installPageNetwork(session.defaultSession);
  Menu.setApplicationMenu(appMenu(process.platform, Menu));

  const house = await createHouse({
    folder, settings, log, clipboard: { write: (text) => void clipboard.writeText(text), read: () => clipboard.readText() }, version: app.getVersion(), platform: process.platform,
    fetch: process.versions['electron'] ? withOwnLength((url, init) => net.fetch(url, init)) : (url, init) => net.fetch(url, init),
    sandboxWorker: join(__dirname, 'sandbox.cjs'), sandbox: sandboxOptions(join(folder, 'sandbox.sealed'), process.env['BURSAR_SANDBOX']),
    chooseFolder: folderChooser(dialog, mainWindow.current), chooseBackup: backupChooser(dialog, mainWindow.current), saveFile: fileSaver(dialog, mainWindow.current, app.getPath('documents')), scanners: lazyScanners(async () => (await import('./scanner/system.ts')).createSystemScanners(after)),
    tell: (event, payload) => { mainWindow.send(`event:${event}`, payload); },
  });
  openDoor({
    ipc: ipcMain, knownWindow: mainWindow.knows,
    report: (event, channel, errorName) => { log.error(event, { channel, ...(errorName ? { errorName: errorName as 'Error' } : { code: 'refused-sender' }) }); },
    handlers: createHandlers({
      ...house, now: () => Date.now(), windowAction: mainWindow.act,
      openHelp: (page) => openHelpPage(page, (url) => shell.openExternal(url)),
    }),
  });

  const osLocked = () => { house.idleLock.osLocked(); };
  powerMonitor.on('lock-screen', osLocked);
  powerMonitor.on('suspend', osLocked);
  house.idleLock.start();
  app.on('second-instance', mainWindow.focus);
  app.on('activate', mainWindow.open);
  app.on('window-all-closed', () => { app.quit(); });
  quitInOrder(house.close);

  mainWindow.open();
  await house.lifecycle.start();
  log.info('app-started');
}

/** Lets what is being sent be written down before the process ends; asked twice, it ends at once. */
function quitInOrder(close: () => Promise<void>): void {
  let closing = false;
  app.on('before-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void close().finally(() => { app.exit(0); });
  });
}

if (onlyInstance) {
  run().catch((bug: unknown) => {
    log.error('start-failed', { code: bug instanceof Error ? bug.name : 'unknown' });
    app.exit(1);
  });
} else {
  // The first instance has been told and comes to the front.
  app.exit(0);
}
