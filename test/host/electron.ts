// What `electron` means to the main bundle when the host runs it.
import { hostClipboard, hostNativeImage, hostScreen, hostSystemPreferences, HostMenu, HostMenuItem, HostNotification } from './extras.ts';
import { host } from './host.ts';

const electron = {
  app: host.app,
  BrowserWindow: host.BrowserWindow,
  clipboard: hostClipboard,
  crashReporter: { start: (): void => undefined },
  dialog: host.dialog,
  ipcMain: host.ipcMain,
  Menu: HostMenu,
  MenuItem: HostMenuItem,
  nativeImage: hostNativeImage,
  nativeTheme: host.nativeTheme,
  net: host.net,
  Notification: HostNotification,
  powerMonitor: host.powerMonitor,
  protocol: host.session.protocol,
  screen: hostScreen,
  session: { defaultSession: host.session, fromPartition: () => host.session },
  shell: host.shell,
  systemPreferences: hostSystemPreferences,
};

export const {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
} = electron;
export default electron;
// The name by which Node gives a CommonJS `require` this object itself.
export { electron as 'module.exports' };
