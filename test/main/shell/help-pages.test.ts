import { describe, expect, it, vi } from 'vitest';
import { helpPages, openHelpPage } from '../../../main/shell/help-pages.ts';

describe('help pages', () => {
  it('opens only https addresses of its own table', async () => {
    const open = vi.fn(async () => undefined);
    for (const page of Object.keys(helpPages) as (keyof typeof helpPages)[]) await openHelpPage(page, open);
    for (const [url] of open.mock.calls as unknown as [string][]) expect(new URL(url).protocol).toBe('https:');
    expect(open).toHaveBeenCalledTimes(Object.keys(helpPages).length);
  });
});
