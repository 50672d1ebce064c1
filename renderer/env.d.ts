/// <reference types="vite/client" />
import type { BursarApi } from '../preload/contract/api.ts';

declare global {
  interface Window {
    readonly bursar: BursarApi;
  }
  /** Name, version and licence of every package that is shipped; the build fills it in. */
  const LICENCES: readonly { readonly name: string; readonly version: string; readonly licence: string }[];
}
