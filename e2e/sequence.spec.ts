import type { Page } from 'playwright/test';
import { replay } from './figure.ts';
import { expect, openPage, test } from './site.ts';
import { watch } from './watch.ts';

const view = { viewport: { width: 1440, height: 900 } };
const SLEEPERS = 'examples/three-sleepers/';
const ID = 'three-sleepers-sequence-overlap';

const diagram = (page: Page) => page.locator(`[id="${ID}"]`);
const marked = (page: Page) => diagram(page).locator('svg [aria-current=step]');

declare global {
  interface Window {
    /** Places in the diagram that were marked, in their order. */
    walked: number[];
  }
}

test('while the replay plays, the mark walks through all messages in their order', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, view);
  await page.clock.install({ time: 0 });
  const { requests } = await watch(page, site.origin);
  await page.goto(site.at(SLEEPERS));
  await page.clock.pauseAt(60_000);
  const messages = diagram(page).locator('svg [data-steps]');
  await expect(marked(page)).toHaveCount(0);
  await page.evaluate((id) => {
    window.walked = [];
    const all = [...document.querySelectorAll(`[id="${id}"] svg [data-steps]`)];
    new MutationObserver(() => {
      const now = all.findIndex((one) => one.hasAttribute('aria-current'));
      if (now >= 0 && window.walked.at(-1) !== now) window.walked.push(now);
    }).observe(document.body, { subtree: true, attributeFilter: ['aria-current'] });
  }, ID);
  const { play } = replay(page, 'three-sleepers');
  await play.click();
  await expect(play).toHaveAccessibleName('Pause');
  await page.clock.runFor(60_000);
  await expect(play).toHaveAccessibleName('Play');
  const count = await messages.count();
  expect(count).toBeGreaterThan(10);
  // Playing begins with the first turn, when the first clock has been read already.
  const walked = await page.evaluate(() => window.walked);
  expect(walked).toEqual(Array.from({ length: count }, (_, i) => i).slice(walked[0]));
  expect(requests.filter((address) => address.includes('mermaid'))).toEqual([]);
  await page.context().close();
});

test('a message that is chosen moves the playhead, by mouse and by keyboard', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, view);
  await page.goto(site.at(SLEEPERS));
  const { position } = replay(page, 'three-sleepers');
  const messages = diagram(page).locator('svg .d-say');
  const stepOf = async (i: number) =>
    Number((await messages.nth(i).getAttribute('data-steps'))?.split(' ')[0]) + 1;
  await messages.nth(3).click();
  await expect(position).toContainText(`step ${await stepOf(3)} of`);
  await expect(marked(page)).toHaveCount(1);
  // One message is a stop of the Tab key; arrows lead to the others.
  await expect(diagram(page).locator('svg a:not([tabindex])')).toHaveCount(1);
  await messages.nth(4).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(position).toContainText(`step ${await stepOf(5)} of`);
  await expect(messages.nth(5)).toHaveAttribute('aria-current', 'step');
  await diagram(page).getByText('In words').click();
  const items = diagram(page).getByRole('listitem');
  await items.nth(2).getByRole('link').click();
  await expect(items.nth(2)).toHaveAttribute('aria-current', 'step');
  await expect(marked(page)).toHaveCount(1);
  await page.context().close();
});

test('it is copied as Mermaid, as a picture with colors of its own, and as an address', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, {
    ...view,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(site.at(SLEEPERS));
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const copy = (name: string) => diagram(page).getByRole('link', { name }).click();
  await copy('Copy as Mermaid');
  await expect.poll(copied).toMatch(/^sequenceDiagram\n/);
  await copy('Copy as SVG');
  await expect.poll(copied).toMatch(/^<svg [\s\S]*<style>[\s\S]*prefers-color-scheme: dark/);
  await copy('Copy its address');
  await expect.poll(copied).toBe(`${site.at('diagrams/')}${ID}.svg`);
  await page.context().close();
});

test('without scripts a message leads to its words', async ({ browser, site }) => {
  const page = await openPage(browser, { ...view, javaScriptEnabled: false });
  await page.goto(site.at(SLEEPERS));
  const message = diagram(page).locator('svg .d-say').nth(1);
  const target = (await message.getAttribute('href')) ?? '';
  await page.goto(`${site.at(SLEEPERS)}${target}`);
  await expect(page.locator(`[id="${target.slice(1)}"]`)).toBeVisible();
  await page.context().close();
});
