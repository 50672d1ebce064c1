import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach } from 'vitest';
import { followChanges, makeQueryClient } from '../../renderer/api.ts';
import { App } from '../../renderer/app.tsx';
import { forgetAll } from '../../renderer/flush.ts';
import { provideLooker } from '../../renderer/capture/tray/looker.ts';
import { useAppState } from '../../renderer/state/app-state.ts';
import { fakeLooker, type FakeLooks } from './fake/fake-looker.ts';
import { makeFakeBursar, type FakeBursar, type FakeOptions } from './fake-bursar.ts';

// The first screen of a run is compiled while a test already waits for it.
configure({ asyncUtilTimeout: 8_000 });

let stops: (() => void)[] = [];

// There are no workers here, and no pixels.
provideLooker(() => fakeLooker());

// happy-dom has no layout, so nothing can be scrolled into view.
Element.prototype.scrollIntoView ??= () => undefined;

afterEach(() => {
  cleanup();
  for (const stop of stops) stop();
  stops = [];
  forgetAll();
  provideLooker(() => fakeLooker());
  useAppState.setState({ state: null });
  window.location.hash = '';
});

function install(options: FakeOptions): FakeBursar {
  const fake = makeFakeBursar(options);
  Object.defineProperty(window, 'bursar', { value: fake.api, configurable: true });
  return fake;
}

/** What a test works with: the stand-in for main, the person's hands, and the page. */
export type Stage = FakeBursar & RenderResult & { readonly user: UserEvent };

/** Shows one component with main's state known; for what stands inside a screen and needs no router. */
export function show(ui: ReactElement, options: FakeOptions = {}): Stage {
  const fake = install(options);
  const client = makeQueryClient();
  useAppState.setState({ state: fake.world.state });
  stops.push(followChanges(client));
  return { ...fake, ...render(<QueryClientProvider client={client}>{ui}</QueryClientProvider>), user: userEvent.setup() };
}

/** Starts the whole app at an address: `start('/settings/general')`. */
export function start(hash: string, options: FakeOptions = {}): Stage {
  window.location.hash = `#${hash}`;
  const fake = install(options);
  return { ...fake, ...render(<App />), user: userEvent.setup() };
}

/** Lets this test's pages be looked at without pixels; gives the looker, which notes what it is asked. */
export function looks(what: FakeLooks = {}): ReturnType<typeof fakeLooker> {
  const looker = fakeLooker(what);
  provideLooker(() => looker);
  return looker;
}
