import { describe, expect, it, vi } from 'vitest';
import { installPermissions, mayUse } from '../../../main/shell/permissions.ts';

describe('permissions', () => {
  it.each(['media', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'usb', 'hid', 'serial', 'fullscreen', 'openExternal', '__proto__', 'constructor'])(
    'denies %s',
    (permission) => { expect(mayUse(permission)).toBe(false); },
  );

  it('lets the copy buttons write to the clipboard', () => {
    expect(mayUse('clipboard-sanitized-write')).toBe(true);
  });

  it('answers all three of Electron’s questions', () => {
    const asked = vi.fn();
    const session = { setPermissionRequestHandler: vi.fn(), setPermissionCheckHandler: vi.fn(), setDevicePermissionHandler: vi.fn() };
    installPermissions(session);
    session.setPermissionRequestHandler.mock.calls[0]?.[0](null, 'media', asked);
    expect(asked).toHaveBeenCalledWith(false);
    expect(session.setPermissionCheckHandler.mock.calls[0]?.[0](null, 'media')).toBe(false);
    expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]()).toBe(false);
  });
});
