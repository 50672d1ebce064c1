import type { Locator, Page } from 'playwright-core';

/** Goes to an address of the app and waits for the screen's heading. */
export async function goTo(page: Page, hash: string, heading: string | RegExp): Promise<void> {
  await page.evaluate((next) => { location.hash = next; }, `#${hash}`);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
}

/** A picker's button: the words beside it are its name's end. */
export const picker = (page: Page, label: string): Locator => page.getByRole('button', { name: new RegExp(`\\S ${label}$`) });

/** Opens a picker and takes the first option that fits; what it offers may still be on its way when it is opened first. */
export async function pick(page: Page, label: string, option: RegExp): Promise<void> {
  const choice = page.getByRole('option', { name: option }).first();
  for (let turn = 0; turn < 5 && !(await choice.isVisible()); turn += 1) {
    await picker(page, label).click();
    await choice.waitFor({ timeout: 3_000 }).catch(() => page.keyboard.press('Escape'));
  }
  await choice.click();
}
