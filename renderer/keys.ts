import { useEffect, useRef } from 'react';
import type { ProviderId } from '../preload/contract/provider.ts';
import { t } from './text.ts';

/** One key of the app: how it is pressed and what it does, said in words. `mod` is Ctrl, or Cmd on macOS; `only` names the one provider
 *  that has the screen behind it. */
type KeyEntry = { readonly press: string; readonly group: 'anywhere' | 'lists' | 'payouts' | 'documents'; readonly only?: ProviderId; readonly words: () => string };

/** Every key there is; the list behind `?` shows exactly this. Single letters work outside fields and can be switched off. */
export const keyTable = {
  palette: { press: 'mod+k', group: 'anywhere', words: () => t('Search and commands') },
  'new-payout': { press: 'n', group: 'anywhere', words: () => t('New payout') },
  'new-customer': { press: 'c', group: 'anywhere', only: 'blaaiz', words: () => t('New customer') },
  'new-recipient': { press: 'r', group: 'anywhere', only: 'kira', words: () => t('New recipient') },
  'go-today': { press: 'g t', group: 'anywhere', words: () => t('Go to Today') },
  'go-customers': { press: 'g c', group: 'anywhere', only: 'blaaiz', words: () => t('Go to Customers') },
  'go-payouts': { press: 'g p', group: 'anywhere', words: () => t('Go to Payouts') },
  'go-deposits': { press: 'g d', group: 'anywhere', only: 'kira', words: () => t('Go to Deposits') },
  'go-repairs': { press: 'g f', group: 'anywhere', words: () => t('Go to Repairs') },
  'go-recipients': { press: 'g r', group: 'anywhere', only: 'kira', words: () => t('Go to Recipients') },
  'go-accounts': { press: 'g a', group: 'anywhere', only: 'kira', words: () => t('Go to Accounts') },
  primary: { press: 'mod+enter', group: 'anywhere', words: () => t('The blue button, never the final send') },
  settings: { press: 'mod+,', group: 'anywhere', words: () => t('Settings') },
  lock: { press: 'mod+l', group: 'anywhere', words: () => t('Lock now') },
  regions: { press: 'f6', group: 'anywhere', words: () => t('Next part of the window') },
  keys: { press: '?', group: 'anywhere', words: () => t('This list') },
  search: { press: '/', group: 'lists', words: () => t('Search this list') },
  next: { press: 'j', group: 'lists', words: () => t('Next row') },
  previous: { press: 'k', group: 'lists', words: () => t('Previous row') },
  open: { press: 'enter', group: 'lists', words: () => t('Open the row') },
  peek: { press: 'space', group: 'lists', words: () => t('Look at the row without leaving the list') },
  'inspector-in': { press: '[', group: 'lists', words: () => t('Hide the side panel') },
  'inspector-out': { press: ']', group: 'lists', words: () => t('Show the side panel') },
  edit: { press: 'e', group: 'payouts', words: () => t('Edit the draft') },
  retake: { press: 'r', group: 'documents', only: 'blaaiz', words: () => t('Take the page again') },
  marks: { press: 'v', group: 'documents', only: 'blaaiz', words: () => t('Marks on the picture, on and off') },
  escape: { press: 'escape', group: 'payouts', words: () => t('Close, or take a queued payout back') },
} as const satisfies Record<string, KeyEntry>;

/** The name of a key's job. */
export type KeyName = keyof typeof keyTable;

/** The keys that a profile of this provider has, in the table's order; without a profile those that every provider has. */
export function keysFor(provider: ProviderId | null): readonly KeyName[] {
  return (Object.entries(keyTable) as [KeyName, KeyEntry][]).flatMap(([name, { only }]) => (only === undefined || only === provider ? [name] : []));
}

type Handler = () => void;
const handlers = new Map<KeyName, Handler[]>();

/** Does something on a key while the component is there; the latest to come wins. `enabled` false leaves the key to others. */
export function useKey(name: KeyName, handler: Handler, enabled = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    const run = () => latest.current();
    handlers.set(name, [...(handlers.get(name) ?? []), run]);
    return () => {
      handlers.set(name, (handlers.get(name) ?? []).filter((one) => one !== run));
    };
  }, [name, enabled]);
}

/** What a key event spells: `mod+k`, `?`, `g`. Shift counts only where it changes nothing else (it makes `?` out of `/`). */
function spell(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, mac: boolean): string | null {
  if (event.altKey) return null;
  const mod = mac ? event.metaKey : event.ctrlKey;
  if (mac ? event.ctrlKey : event.metaKey) return null;
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  return mod ? `mod+${key}` : key;
}

/** Keys that a focused list or control handles by itself; the table only names them. */
const local: ReadonlySet<string> = new Set(['enter', 'space', 'f6']);
/** How long after G the second letter still counts, in ms. */
const chordTime = 1_200;

/** Whether what has the focus takes letters. */
function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}

/** Whether the focus is in something that lies over the page; page keys rest meanwhile. */
function overlaid(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null;
}

/** Listens for the app's keys; `single` tells whether single letters are switched on. Gives the way to stop. */
export function listenToKeys(mac: boolean, single: () => boolean): () => void {
  let chord: { readonly first: string; readonly at: number } | null = null;
  const take = (event: KeyboardEvent, modified: boolean) => {
    const spelled = event.defaultPrevented || event.isComposing ? null : spell(event, mac);
    if (!spelled || spelled.startsWith('mod+') !== modified) return;
    const pending = chord && event.timeStamp - chord.at < chordTime ? `${chord.first} ${spelled}` : spelled;
    chord = spelled === 'g' ? { first: 'g', at: event.timeStamp } : null;
    const meant = named(pending);
    const wanted = meant.length > 0 ? meant : named(spelled);
    if (wanted.length === 0 || !allowed(spelled, event.target, single())) return;
    // A key may have one job with each provider; only the screens of the chosen one listen.
    const handler = wanted.map((name) => handlers.get(name)?.at(-1)).find(Boolean);
    if (!handler) return;
    event.preventDefault();
    if (modified) event.stopPropagation();
    handler();
  };
  // Keys with Ctrl come on their way in: a control with the focus would keep them to itself, or take Ctrl Enter for Enter.
  const onWayIn = (event: KeyboardEvent) => take(event, true);
  const onWayOut = (event: KeyboardEvent) => take(event, false);
  window.addEventListener('keydown', onWayIn, { capture: true });
  window.addEventListener('keydown', onWayOut);
  return () => {
    window.removeEventListener('keydown', onWayIn, { capture: true });
    window.removeEventListener('keydown', onWayOut);
  };
}

function allowed(spelled: string, target: EventTarget | null, single: boolean): boolean {
  if (local.has(spelled)) return false;
  if (spelled.startsWith('mod+')) return spelled === 'mod+l' || !overlaid();
  if (spelled === 'escape') return !overlaid();
  return single && !typing(target) && !overlaid();
}

function named(press: string): readonly KeyName[] {
  return (Object.keys(keyTable) as KeyName[]).filter((name) => keyTable[name].press === press);
}

/** How a key is written on a cap: `Ctrl K` or `⌘K`, `G then T`. */
export function capsOf(name: KeyName, mac: boolean): readonly string[] {
  return keyTable[name].press.split(' ').flatMap((press) => press.split('+').map((key) => capOf(key, mac)));
}

function capOf(key: string, mac: boolean): string {
  const special: Readonly<Record<string, string>> = { mod: mac ? '⌘' : 'Ctrl', enter: 'Enter', space: 'Space', escape: 'Esc', f6: 'F6' };
  return special[key] ?? key.toUpperCase();
}
