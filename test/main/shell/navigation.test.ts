import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { installNavigation, mayNavigate } from '../../../main/shell/navigation.ts';

describe('navigation', () => {
  it('stays within the app', () => {
    expect(mayNavigate('app://bursar/index.html#/payouts')).toBe(true);
  });

  it.each(['https://example.com', 'app://bursar.example', 'app://evil/app://bursar', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'about:blank', ''])(
    'refuses %s',
    (url) => { expect(mayNavigate(url)).toBe(false); },
  );

  it('prevents foreign navigation, redirects, webviews and new windows on every page', () => {
    const app = new EventEmitter();
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
    installNavigation(app as never);
    app.emit('web-contents-created', {}, contents);
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
      const event = { url: 'https://example.com', preventDefault: vi.fn() };
      contents.emit(name, event);
      expect(event.preventDefault, name).toHaveBeenCalledOnce();
    }
    expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]()).toEqual({ action: 'deny' });
  });
});
