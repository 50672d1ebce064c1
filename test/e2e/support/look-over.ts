import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { good, type Desk } from './desk.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Found = { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] };
type Axe = { readonly axe?: { run(root: Document, options: unknown): Promise<{ violations: readonly Found[] }> } };

/** Looks the screen over as it stands, light and dark at 1280x800 and then in the smallest window: what axe calls serious or critical, what
 *  is wider than the window, and what has the focus but can't be seen. An empty list is a good screen. */
export async function lookOver(desk: Desk, name: string): Promise<readonly string[]> {
  const page = desk.page();
  const problems: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await paint(desk, theme);
    problems.push(...(await violations(page)).map((problem) => `${name}, ${theme}: ${problem}`));
  }
  problems.push(...(await tooWide(page)).map((problem) => `${name}, 1280x800: ${problem}`));
  await page.setViewportSize({ width: 900, height: 600 });
  await atRest(page);
  problems.push(...[...await tooWide(page), ...await hiddenFocus(page)].map((problem) => `${name}, 900x600: ${problem}`));
  await page.setViewportSize({ width: 1280, height: 800 });
  return problems;
}

/** The screen in the smallest window, by axe alone. */
export async function lookOverSmall(desk: Desk, name: string): Promise<readonly string[]> {
  await desk.page().setViewportSize({ width: 900, height: 600 });
  await paint(desk, 'light');
  const found = await violations(desk.page());
  await desk.page().setViewportSize({ width: 1280, height: 800 });
  return found.map((problem) => `${name}, light, 900x600: ${problem}`);
}

async function paint(desk: Desk, theme: 'light' | 'dark'): Promise<void> {
  good(await desk.ask('app.savePreferences', { theme }));
  await desk.page().waitForFunction((wanted) => document.documentElement.dataset['theme'] === wanted, theme);
  await atRest(desk.page());
}

/** Colours on their way from one theme to the other, or of a dialog that is fading in, are nobody's colours. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise<void>((done) => { requestAnimationFrame(() => done()); });
    const moving = () => document.getAnimations().filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity);
    // What runs for a second time, a countdown say, is left alone.
    for (let time = 0; time < 2; time += 1) {
      await frame();
      await frame();
      await Promise.allSettled(moving().map((one) => one.finished));
    }
  });
}

async function violations(page: Page): Promise<readonly string[]> {
  if (!await page.evaluate(() => (globalThis as Axe).axe !== undefined)) await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    // Chromium lets scrolling parts without anything to focus take the focus by themselves.
    const options = { rules: { 'scrollable-region-focusable': { enabled: false } }, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
    return (await (globalThis as Axe).axe?.run(document, options))?.violations ?? null;
  });
  if (found === null) return ['axe did not run'];
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')} ${(node.failureSummary ?? '').replace(/\s+/g, ' ')}`));
}

/** Whether the page as a whole scrolls sideways, and which of its parts do without being meant to. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const parts = [...document.querySelectorAll<HTMLElement>('main, main *, aside, [role=dialog] *')].filter((part) => {
      const { overflowX } = getComputedStyle(part);
      return (overflowX === 'auto' || overflowX === 'scroll') && part.scrollWidth > part.clientWidth + 1;
    });
    return [...(wide > 0 ? [`the page is ${wide} px wider than the window`] : []), ...parts.map((part) => `${part.className || part.tagName} scrolls sideways by ${part.scrollWidth - part.clientWidth} px`)];
  });
}

/** What takes the focus and then lies under something else: a sticky foot, say. */
function hiddenFocus(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const over = document.querySelector('[role=dialog], [role=alertdialog], [role=menu]');
    const focusable = [...(over ?? document).querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, [tabindex="0"]')];
    const before = document.activeElement;
    const hidden: string[] = [];
    const frame = () => new Promise<void>((done) => { requestAnimationFrame(() => done()); });
    const above = (drawn: HTMLElement) => {
      const box = drawn.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
      return top !== null && (drawn.contains(top) || top.contains(drawn)) ? null : (top?.className ?? 'the edge of the window');
    };
    for (const one of focusable) {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.matches(':disabled') || one.tabIndex < 0 || one.closest('[aria-hidden=true], [inert]')) continue;
      one.focus();
      // What is drawn for a hidden input is its label.
      const drawn = one.matches('[type=radio], [type=checkbox]') ? one.closest<HTMLElement>('label') ?? one : one;
      if (one !== document.activeElement || drawn.role === 'grid') continue;
      // What is still being scrolled to or laid out is looked at again.
      for (let look = 0; look < 30 && above(drawn) !== null; look += 1) await frame();
      const cover = above(drawn);
      if (cover !== null) hidden.push(`${one.getAttribute('aria-label') ?? (drawn.textContent || one.id || one.outerHTML)} has the focus under ${cover}`);
    }
    if (before instanceof HTMLElement) before.focus();
    return hidden;
  });
}
