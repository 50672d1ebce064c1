import type { BrowserWindow, Dialog } from 'electron';
import { describe, expect, it } from 'vitest';
import { folderChooser } from '../../../main/shell/choose-folder.ts';

function setUp(answer: { canceled: boolean; filePaths: string[] }, window: BrowserWindow | null) {
  const asked: unknown[][] = [];
  const dialog = { showOpenDialog: async (...args: unknown[]) => { asked.push(args); return answer; } } as unknown as Pick<Dialog, 'showOpenDialog'>;
  return { asked, choose: folderChooser(dialog, () => window) };
}

describe('choosing a folder', () => {
  it('asks before the open window for one folder and gives its path', async () => {
    const window = { id: 1 } as BrowserWindow;
    const { asked, choose } = setUp({ canceled: false, filePaths: ['/scans'] }, window);
    expect(await choose()).toBe('/scans');
    expect(asked).toEqual([[window, expect.objectContaining({ properties: expect.arrayContaining(['openDirectory']) })]]);
    expect(JSON.stringify(asked)).not.toContain('multiSelections');
  });

  it('gives nothing when the person chose none, also without a window', async () => {
    const { asked, choose } = setUp({ canceled: true, filePaths: [] }, null);
    expect(await choose()).toBeNull();
    expect(asked[0]).toHaveLength(1);
  });
});
