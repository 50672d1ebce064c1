import { FuseV1Options } from '@electron/fuses';

/** How the switches inside Electron's binary stand in what is shipped; every one is named, so that a new one can't be forgotten. */
export const fuses: Required<Record<FuseV1Options, boolean>> = {
  // The app can't be turned into a plain Node, nor be told by its surroundings to load or open anything.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  // Code comes out of the one archive, whose hash stands in the binary (macOS and Windows check it).
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The page comes over a scheme of our own, so file addresses need no privileges.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};
