import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../host/chromium.ts';
import { scenes, type Scene } from './scenes.ts';
import { buildSite, origin, serveSite } from './site.ts';

// Takes pictures of the screens: node test/renderer/gallery/shoot.ts --only today,payouts --size 1280x800 --theme light --out /tmp/pictures

const { values } = parseArgs({
  options: {
    only: { type: 'string' }, out: { type: 'string', default: join(tmpdir(), 'bursar-gallery') }, size: { type: 'string', default: '1280x800,900x600' },
    theme: { type: 'string', default: 'light,dark' }, scale: { type: 'string', default: '1' },
  },
});
const now = Date.UTC(2026, 10, 20, 14, 13, 48);

async function shoot(browser: Browser, folder: string, scene: Scene, size: string, theme: 'light' | 'dark'): Promise<void> {
  const [width = 1280, height = 800] = size.split('x').map(Number);
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, deviceScaleFactor: Number(values.scale), timezoneId: 'UTC', locale: 'en-GB' });
  await serveSite(context, folder);
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') console.log(`${scene.name}: ${message.text()}`); });
  page.on('pageerror', (error) => console.log(`${scene.name}: ${error.stack ?? error.message}`));
  await page.clock.setFixedTime(now);
  await page.addInitScript(`globalThis.wanted = ${JSON.stringify({ world: scene.world, now, theme })};`);
  await page.addInitScript({ path: join(folder, 'fake', 'fake.js') });
  await page.goto(`${origin}/#${scene.hash}`);
  await page.locator('main, [data-region="page"]').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  await scene.act?.(page);
  await page.screenshot({ path: join(values.out, `${scene.name}-${size}-${theme}.png`), animations: 'disabled' });
  await context.close();
}

const folder = mkdtempSync(join(tmpdir(), 'bursar-site-'));
mkdirSync(values.out, { recursive: true });
await buildSite(folder);
const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium found; set BURSAR_CHROMIUM.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--hide-scrollbars', '--force-color-profile=srgb'] });
const only = values.only?.split(',');
for (const scene of scenes.filter((one) => !only || only.includes(one.name))) {
  for (const size of values.size.split(',')) for (const theme of values.theme.split(',')) await shoot(browser, folder, scene, size, theme === 'dark' ? 'dark' : 'light');
}
await browser.close();
rmSync(folder, { recursive: true, force: true });
