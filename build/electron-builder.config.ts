import { FuseV1Options } from '@electron/fuses';
import type { Configuration } from 'electron-builder';
import { fuses } from './fuses.ts';

/** The packages with native code: they keep their own files; everything else is in the bundles. */
const nativePackages = ['keytar', 'better-sqlite3-multiple-ciphers'] as const;

/** How the app is packed: the three bundles and two native packages, nothing of the tests, the development host or the sources. */
const config: Configuration & { files: string[] } = {
  appId: 'app.bursar.desktop',
  productName: 'Bursar',
  directories: { output: 'out/packages', buildResources: 'build/icons' },
  asar: true,
  asarUnpack: ['**/*.node'],
  files: [
    'package.json', 'LICENSE', 'out/main/*.cjs', 'out/preload/*.cjs', 'out/renderer/**', '!**/*.map', '!node_modules/**',
    ...nativePackages.flatMap((name) => [`node_modules/${name}/package.json`, `node_modules/${name}/LICENSE*`, `node_modules/${name}/lib/**/*.js`, `node_modules/${name}/prebuilds/**/*.node`]),
  ],
  // The native packages bring prebuilt binaries for every platform; nothing is compiled while packing.
  npmRebuild: false,
  nodeGypRebuild: false,
  electronFuses: {
    runAsNode: fuses[FuseV1Options.RunAsNode],
    enableCookieEncryption: fuses[FuseV1Options.EnableCookieEncryption],
    enableNodeOptionsEnvironmentVariable: fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    enableNodeCliInspectArguments: fuses[FuseV1Options.EnableNodeCliInspectArguments],
    enableEmbeddedAsarIntegrityValidation: fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyLoadAppFromAsar: fuses[FuseV1Options.OnlyLoadAppFromAsar],
    loadBrowserProcessSpecificV8Snapshot: fuses[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
    grantFileProtocolExtraPrivileges: fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
  },
  mac: {
    target: ['dmg', 'zip'], category: 'public.app-category.finance', hardenedRuntime: true, gatekeeperAssess: false,
    entitlements: 'build/entitlements.mac.plist', entitlementsInherit: 'build/entitlements.mac.plist',
    // What macOS tells the person when it asks whether the app may see the camera and the scanners of the office.
    extendInfo: {
      NSCameraUsageDescription: 'Bursar photographs identity documents so that they can be checked before they are sent.',
      NSLocalNetworkUsageDescription: 'Bursar looks for document scanners in your network while you scan.',
      NSBonjourServices: ['_uscan._tcp', '_uscans._tcp'],
    },
  },
  win: { target: ['nsis'] },
  linux: { target: ['deb', 'AppImage'], category: 'Office' },
  publish: null,
};

export default config;
