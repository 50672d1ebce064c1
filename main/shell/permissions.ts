import type { Session } from 'electron';

/** What the page may use, with the reason; everything else is denied. */
export const allowedPermissions: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': 'Copy buttons for references and support notes.',
};

/** Tells whether the page may use a permission. */
export function mayUse(permission: string): boolean {
  return Object.hasOwn(allowedPermissions, permission);
}

/** Installs the three handlers: asking, checking, and devices (none). */
export function installPermissions(session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => { decide(mayUse(permission)); });
  session.setPermissionCheckHandler((_contents, permission) => mayUse(permission));
  session.setDevicePermissionHandler(() => false);
}
