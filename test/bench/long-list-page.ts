import type { Page } from 'playwright-core';

// The measuring runs in the page itself, so that no message between processes is in a figure.
const rowsThere = `(() => [...document.querySelectorAll('[role=grid] [data-position]')].some((row) => row.textContent.trim().length > 10))()`;
const settled = `(look) => new Promise((resolve) => {
  const check = () => { if (look()) { observer.disconnect(); resolve(performance.now()); } };
  const observer = new MutationObserver(check);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  check();
})`;

/** The ms from going to the list to its first rows, as often as asked; every time from another screen. */
export async function firstRowsTimes(page: Page, times: number): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await page.evaluate(`(async () => { location.hash = '#/today'; await (${settled})(() => !document.querySelector('[role=grid]')); })()`);
    samples.push(await page.evaluate(`(async () => { const began = performance.now(); location.hash = '#/payouts'; return await (${settled})(() => ${rowsThere}) - began; })()`));
  }
  return samples;
}

/** The ms for one page of 500 rows to come from main, as the page sees it. */
export function pageMessageTimes(page: Page, times: number): Promise<readonly number[]> {
  return page.evaluate(`(async () => {
    const samples = [];
    for (let turn = 0; turn < ${times}; turn += 1) {
      const began = performance.now();
      await bursar.payouts.list({ view: 'all', query: '', cursor: null, limit: 500 });
      samples.push(performance.now() - began);
    }
    return samples;
  })()`);
}

/** The ms between frames while the list is scrolled steadily, a good screen every few frames. */
export function scrollFrames(page: Page, frames: number): Promise<readonly number[]> {
  return page.evaluate(`new Promise((resolve) => {
    const scroller = document.querySelector('[role=grid]').parentElement;
    const samples = [];
    let last = null;
    const frame = (now) => {
      if (last !== null) samples.push(now - last);
      last = now;
      scroller.scrollTop += 170;
      if (samples.length < ${frames}) requestAnimationFrame(frame); else resolve(samples);
    };
    requestAnimationFrame(frame);
  })`);
}

/** A person's pace, in ms between two letters. */
const pace = 160;

/** The ms from each letter in the search box until the rows on screen are those it leaves, typed at a person's pace. Letters that leave the
 *  same rows on top are not counted. */
export async function searchTimes(page: Page, typed: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(`document.querySelector('[role=grid]').parentElement.scrollTop = 0`);
  const samples: number[] = [];
  for (const text of typed) {
    const took: number | null = await page.evaluate(`(async () => {
      const found = await bursar.payouts.list({ view: 'all', query: ${JSON.stringify(text)}, cursor: null, limit: 15 });
      const wanted = found.value.rows.map((row) => 'row-' + row.id).join();
      const shown = () => [...document.querySelectorAll('[role=grid] [data-position]')].slice(0, found.value.rows.length).map((row) => row.id).join();
      await new Promise((resolve) => setTimeout(resolve, ${pace}));
      const alreadyThere = shown() === wanted;
      const box = document.querySelector('input[type=search], [role=searchbox]');
      const began = performance.now();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, ${JSON.stringify(text)});
      box.dispatchEvent(new Event('input', { bubbles: true }));
      const took = await (${settled})(() => shown() === wanted) - began;
      return alreadyThere ? null : took;
    })()`);
    if (took !== null) samples.push(took);
  }
  return samples;
}
