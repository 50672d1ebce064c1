import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { channels, events } from './contract/channels.ts';

type Groups = Record<string, Record<string, unknown>>;

/** One function a channel: the channel's name is fixed here, so the page can call nothing that isn't listed. */
function requests(): Groups {
  const groups: Groups = {};
  for (const channel of channels) {
    const [group = '', verb = ''] = channel.split('.');
    groups[group] ??= {};
    groups[group][verb] = (request: unknown) => ipcRenderer.invoke(channel, request);
  }
  return groups;
}

/** One subscription an event: the page gets the payload alone, never Electron's event object. */
function subscriptions(): Record<string, unknown> {
  return Object.fromEntries(events.map((name) => [name, (listener: (payload: unknown) => void) => {
    const channel = `event:${name}`;
    const deliver = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
    ipcRenderer.on(channel, deliver);
    return () => { ipcRenderer.off(channel, deliver); };
  }]));
}

contextBridge.exposeInMainWorld('bursar', { ...requests(), on: subscriptions() });
