import { describe, expect, it, vi } from 'vitest';
import { installPermissions, mayUse } from '../../../main/shell/permissions.ts';

const page = 'app://bursar/index.html';

function installed(askForCamera = () => Promise.resolve(true)) {
  const session = { setPermissionRequestHandler: vi.fn(), setPermissionCheckHandler: vi.fn(), setDevicePermissionHandler: vi.fn() };
  installPermissions(session, { askForCamera });
  const [request] = session.setPermissionRequestHandler.mock.calls[0] ?? [];
  const [check] = session.setPermissionCheckHandler.mock.calls[0] ?? [];
  const [device] = session.setDevicePermissionHandler.mock.calls[0] ?? [];
  return {
    request: (permission: string, details: object = {}) => new Promise((decide) => { request(null, permission, decide, { requestingUrl: page, isMainFrame: true, ...details }); }),
    check: (permission: string, details: object = {}, origin = 'app://bursar') => check(null, permission, origin, { isMainFrame: true, ...details }) as boolean,
    device: () => device() as boolean,
  };
}

describe('permissions', () => {
  it.each(['media', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'usb', 'hid', 'serial', 'fullscreen', 'openExternal', '__proto__', 'constructor'])(
    'denies %s',
    async (permission) => {
      expect(mayUse(permission)).toBe(false);
      expect(await installed().request(permission)).toBe(false);
      expect(installed().check(permission)).toBe(false);
    },
  );

  it('lets the copy buttons write to the clipboard', async () => {
    expect(await installed().request('clipboard-sanitized-write')).toBe(true);
    expect(installed().check('clipboard-sanitized-write')).toBe(true);
  });

  it('lets our page see the camera', async () => {
    expect(await installed().request('media', { mediaTypes: ['video'] })).toBe(true);
    expect(installed().check('media', { mediaType: 'video' })).toBe(true);
    expect(installed().check('media', { mediaType: 'video' }, 'app://bursar/')).toBe(true);
  });

  it.each([[['audio']], [['video', 'audio']], [[]], [undefined]])('never gives the microphone: %j', async (mediaTypes) => {
    expect(await installed().request('media', { mediaTypes })).toBe(false);
  });

  it.each(['audio', 'unknown', undefined])('says no to a look at %s', (mediaType) => {
    expect(installed().check('media', { mediaType })).toBe(false);
  });

  it.each([
    ['a frame', { isMainFrame: false }], ['another page', { requestingUrl: 'https://bursar.example/' }],
    ['a page of a like name', { requestingUrl: 'app://bursar.example/index.html' }], ['nobody', { requestingUrl: undefined }],
  ])('shows the camera to no one but our page: %s', async (_who, details) => {
    expect(await installed().request('media', { mediaTypes: ['video'], ...details })).toBe(false);
  });

  it('says no to a look from another origin', () => {
    expect(installed().check('media', { mediaType: 'video' }, 'https://bursar.example')).toBe(false);
    expect(installed().check('media', { mediaType: 'video', isMainFrame: false })).toBe(false);
  });

  it('denies the camera where the person denied it to the app in the system', async () => {
    expect(await installed(() => Promise.resolve(false)).request('media', { mediaTypes: ['video'] })).toBe(false);
    expect(await installed(() => Promise.reject(new Error('no service'))).request('media', { mediaTypes: ['video'] })).toBe(false);
  });

  it('gives no device', () => {
    expect(installed().device()).toBe(false);
  });
});
