import type { Session } from 'electron';
import { appOrigin } from '../../preload/contract/origin.ts';

/** What the page may use, with the reason; everything else is denied. */
export const allowedPermissions: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': 'Copy buttons for references and support notes.',
  'media': 'The camera, to photograph documents; never the microphone.',
};

/** Tells whether the page may use a permission; of `media` only pictures, so `mediaTypes` must name video and nothing else. */
export function mayUse(permission: string, mediaTypes: readonly (string | undefined)[] = []): boolean {
  if (permission === 'media') return mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
  return Object.hasOwn(allowedPermissions, permission);
}

/** Tells whether it is our own page that asks, and not a frame in it. */
function isOurPage(url: string | undefined, isMainFrame: boolean | undefined): boolean {
  return isMainFrame !== false && (url ?? '').startsWith(`${appOrigin}/`);
}

/** What asking needs of the system: macOS asks the person itself before an app may see the camera; elsewhere it is granted. */
export type CameraSystem = { readonly askForCamera: () => Promise<boolean> };

/** Installs the three handlers: asking, checking, and devices (none). */
export function installPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>, { askForCamera }: CameraSystem,
): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const mediaTypes = 'mediaTypes' in details ? details.mediaTypes : undefined;
    if (!mayUse(permission, mediaTypes)) decide(false);
    else if (permission !== 'media') decide(true);
    else if (!isOurPage(details.requestingUrl, details.isMainFrame)) decide(false);
    else askForCamera().then(decide, () => { decide(false); });
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    if (permission !== 'media') return mayUse(permission);
    return mayUse(permission, [details.mediaType]) && isOurPage(`${origin}/`.replace(/\/+$/, '/'), details.isMainFrame);
  });
  session.setDevicePermissionHandler(() => false);
}
