import type { IpcMainInvokeEvent } from 'electron';
import { appOrigin } from '../../preload/contract/origin.ts';

/** What the sender check needs of an event: Electron may give a null frame when the page is already gone. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

/** Why a request is refused, or null when it comes from the main frame of a known window of ours. */
export function senderComplaint(event: Sender, knownWindow: (webContentsId: number) => boolean): string | null {
  const frame = event.senderFrame;
  if (!frame) return 'the frame is gone';
  if (frame.parent !== null) return 'a sub-frame asked';
  if (!isOurs(frame.url)) return 'another origin asked';
  return knownWindow(event.sender.id) ? null : 'an unknown window asked';
}

function isOurs(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed !== null && `${parsed.protocol}//${parsed.host}` === appOrigin;
}
