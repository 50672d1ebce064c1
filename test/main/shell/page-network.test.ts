import { describe, expect, it } from 'vitest';
import { pageMayLoad } from '../../../main/shell/page-network.ts';

describe('the page’s network', () => {
  it.each(['app://bursar/index.html', 'blob:app://bursar/1', 'data:image/png;base64,AA'])('lets %s through', (url) => {
    expect(pageMayLoad(url)).toBe(true);
  });
  it.each(['https://example.com', 'http://127.0.0.1:80/', 'ws://x', 'wss://x', 'file:///etc/passwd', 'ftp://x', ''])('stops %s', (url) => {
    expect(pageMayLoad(url)).toBe(false);
  });
});
