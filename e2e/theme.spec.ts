import type { Page } from 'playwright/test';
import { expect, openPage, test } from './site.ts';

declare global {
  interface Window {
    drawn: string[];
  }
}

/** Notes the ground colour before each frame that is drawn. To be called before a visit. */
async function noteFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.drawn = [];
    const note = (): void => {
      if (document.body !== null)
        window.drawn.push(getComputedStyle(document.body).backgroundColor);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
}

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('a chosen scheme holds on the next page, from its first frame on', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, { colorScheme: 'light' });
  await noteFrames(page);
  await page.goto(site.at(''));
  const light = await ground(page);
  const choice = page.getByRole('banner').getByLabel('Color scheme');

  await choice.selectOption('dark');
  const dark = await ground(page);
  expect(dark).not.toBe(light);

  await page.goto(site.at('concurrency/'));
  await page.waitForFunction(() => window.drawn.length > 2);
  expect(new Set(await page.evaluate(() => window.drawn))).toEqual(new Set([dark]));
  await expect(choice).toHaveValue('dark');

  await choice.selectOption('auto');
  expect(await ground(page)).toBe(light);
  await page.context().close();
});

test('without a choice the scheme is the one of the system', async ({ browser, site }) => {
  const grounds = new Set<string>();
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openPage(browser, { colorScheme });
    await page.goto(site.at(''));
    grounds.add(await ground(page));
    await page.context().close();
  }
  expect(grounds.size).toBe(2);
});
