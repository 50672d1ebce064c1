import { describe, expect, it } from 'vitest';
// @ts-expect-error the rule is plain JavaScript, as the linter loads it
import { complaint } from '../../build/lint/layers.js';

const ask = complaint as (file: string, specifier: string) => string | null;

describe('the layer rule', () => {
  it.each([
    ['renderer/app.tsx', '../preload/contract/money.ts'],
    ['preload/preload.ts', './contract/channels.ts'],
    ['main/payouts/send.ts', '../store/payouts.ts'],
    ['main/payouts/send.ts', '../providers/provider.ts'],
    ['main/ipc/door.ts', '../payouts/send.ts'],
    ['main/main.ts', './sandbox/server.ts'],
    ['main/documents/scan.ts', '../scanner/scanners.ts'],
    ['main/shell/window.ts', 'electron'],
  ])('lets %s import %s', (file, specifier) => {
    expect(ask(file, specifier)).toBeNull();
  });

  it.each([
    ['renderer/app.tsx', '../main/payouts/send.ts'],
    ['renderer/app.tsx', 'electron'],
    ['renderer/app.tsx', 'node:fs'],
    ['preload/contract/money.ts', '../preload.ts'],
    ['preload/contract/money.ts', 'node:crypto'],
    ['main/payouts/send.ts', 'electron'],
    ['main/providers/blaaiz/payouts.ts', '../../payouts/send.ts'],
    ['main/store/payouts.ts', '../payouts/machine.ts'],
    ['main/scanner/scan.ts', '../documents/scan.ts'],
    ['main/scanner/line.ts', 'electron'],
    ['main/vault/vault.ts', 'electron/main'],
    ['main/sandbox/server.ts', '../../preload/contract/money.ts'],
    ['main/providers/http.ts', '../sandbox/server.ts'],
    ['main/ipc/door.ts', '../../renderer/app.tsx'],
    ['main/main.ts', '../test/host/electron.ts'],
  ])('stops %s from importing %s', (file, specifier) => {
    expect(ask(file, specifier)).toEqual(expect.any(String));
  });
});
