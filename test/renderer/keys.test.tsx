import { act } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { providerIds } from '../../preload/contract/provider.ts';
import { capsOf, keysFor, keyTable, listenToKeys, useKey, type KeyName } from '../../renderer/keys.ts';
import { show } from './stage.tsx';

let stop: () => void = () => undefined;
afterEach(() => stop());

function Keys({ on }: { readonly on: Partial<Record<KeyName, () => void>> }): ReactElement {
  return <>{(Object.keys(on) as KeyName[]).map((name) => <One key={name} name={name} run={on[name] ?? (() => undefined)} />)}<input aria-label="field" /></>;
}

function One({ name, run }: { readonly name: KeyName; readonly run: () => void }): null {
  useKey(name, run);
  return null;
}

function listen(on: Partial<Record<KeyName, () => void>>, { mac = false, single = true } = {}) {
  const staged = show(<Keys on={on} />);
  stop = listenToKeys(mac, () => single);
  return staged;
}

it.each([...providerIds, null])('no two jobs share a key with %s', (provider) => {
  const presses = keysFor(provider).map((name) => keyTable[name].press);
  expect(new Set(presses).size).toBe(presses.length);
});

it('gives a key that two providers have to the screen that listens', async () => {
  const retake = vi.fn();
  const { user } = listen({ retake });
  await user.keyboard('r');
  expect(retake).toHaveBeenCalledOnce();
});

it('goes somewhere with G and a letter, and keeps that letter for itself otherwise', async () => {
  const customers = vi.fn();
  const create = vi.fn();
  const { user } = listen({ 'go-customers': customers, 'new-customer': create });
  await user.keyboard('gc');
  expect([customers.mock.calls.length, create.mock.calls.length]).toEqual([1, 0]);
  await user.keyboard('c');
  expect([customers.mock.calls.length, create.mock.calls.length]).toEqual([1, 1]);
});

it('leaves letters to fields but not Ctrl keys', async () => {
  const create = vi.fn();
  const palette = vi.fn();
  const { user, getByLabelText } = listen({ 'new-payout': create, palette });
  await user.click(getByLabelText('field'));
  await user.keyboard('n{Control>}k{/Control}');
  expect([create.mock.calls.length, palette.mock.calls.length]).toEqual([0, 1]);
});

it('hears Ctrl keys also where a control keeps its keys to itself, and leaves it its letters', async () => {
  const primary = vi.fn();
  const create = vi.fn();
  const pressed = vi.fn();
  const { user, getByLabelText } = listen({ primary, 'new-payout': create });
  const keepsAll = (event: Event) => {
    pressed((event as KeyboardEvent).key);
    event.stopPropagation();
  };
  getByLabelText('field').addEventListener('keydown', keepsAll);
  await user.click(getByLabelText('field'));
  await user.keyboard('{Control>}{Enter}{/Control}n');
  expect(primary).toHaveBeenCalledOnce();
  expect(create).not.toHaveBeenCalled();
  expect(pressed.mock.calls.flat()).not.toContain('Enter');
  expect(pressed.mock.calls.flat()).toContain('n');
});

it('can have its single letters switched off', async () => {
  const create = vi.fn();
  const lock = vi.fn();
  const { user } = listen({ 'new-payout': create, lock }, { single: false });
  await user.keyboard('n{Control>}l{/Control}');
  expect([create.mock.calls.length, lock.mock.calls.length]).toEqual([0, 1]);
});

it('listens to Cmd on macOS, not to Ctrl', async () => {
  const palette = vi.fn();
  const { user } = listen({ palette }, { mac: true });
  await user.keyboard('{Control>}k{/Control}');
  expect(palette).not.toHaveBeenCalled();
  await user.keyboard('{Meta>}k{/Meta}');
  expect(palette).toHaveBeenCalledOnce();
  expect(capsOf('palette', true)).toEqual(['⌘', 'K']);
});

it('rests under a dialog', async () => {
  const create = vi.fn();
  const { user } = listen({ 'new-payout': create });
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  document.body.append(dialog);
  await user.keyboard('n');
  dialog.remove();
  expect(create).not.toHaveBeenCalled();
});

it('calls the latest to come, and the one before when it has gone', async () => {
  const first = vi.fn();
  const second = vi.fn();
  const { user, rerender } = listen({ primary: first });
  rerender(<><One name="primary" run={first} /><One name="primary" run={second} /></>);
  await user.keyboard('{Control>}{Enter}{/Control}');
  act(() => rerender(<One name="primary" run={first} />));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
});
