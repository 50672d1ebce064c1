import { expect, test } from 'vitest';
import { AppUrls } from './urls.ts';

const urls = new AppUrls();
urls.add('app');

test.each([
  ['app://bursar/index.html#/today', 'https://bursar.app.invalid/index.html#/today'],
  ['https://example.com/?to=x', 'https://example.com/?to=x'],
  ['app://bursar', 'https://bursar.app.invalid'],
])('%s is %s for the browser, and back', (app, browser) => {
  expect(urls.toBrowser(app)).toBe(browser);
  expect(urls.toApp(browser)).toBe(app);
});

test.each(['https://bursar.app.invalid.example.com/', 'https://bursar.app.invalidate.org/', 'https://bursar.other.invalid/'])(
  '%s only looks like the app',
  (url) => {
    expect(urls.toApp(url)).toBe(url);
    expect(urls.schemeOf(url)).toBe(null);
  },
);

test('the app’s scheme is recognised in the browser’s terms', () => {
  expect(urls.schemeOf('https://bursar.app.invalid/x')).toBe('app');
});

test('a policy keeps its meaning', () => {
  const policy = "default-src 'self' app:; img-src app://bursar data: blob:; connect-src 'none'";
  expect(urls.policyToBrowser(policy)).toBe(
    "default-src 'self' https://*.app.invalid; img-src https://bursar.app.invalid data: blob:; connect-src 'none'",
  );
});
