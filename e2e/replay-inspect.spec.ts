import { axeFindings } from './accessibility.ts';
import { BLOCKING, desk, replay, SLEEPERS } from './figure.ts';
import { expect, openPage, test } from './site.ts';

test('in the table the present step is marked, and each step leads to its moment', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, desk);
  await page.goto(site.at(BLOCKING));
  const { root, forward, position } = replay(page, 'five-blocking');
  await forward.click();
  await expect(position).toContainText('step 9 of');
  await root.getByText('Inspect').click();
  const table = root.getByRole('region', { name: /^Steps/ });
  await expect(table.locator('li[aria-current=step]')).toContainText('9');
  const link = table.getByRole('link', { name: '20', exact: true });
  await expect(link).toHaveAttribute('href', /^#five-blocking--[a-z0-9-]+$/);
  await link.click();
  await expect(position).toContainText('step 20 of');
  await expect(table.locator('li[aria-current=step]')).toHaveCount(1);
  await expect(table.locator('li[aria-current=step]')).toBeInViewport();
  await page.context().close();
});

test('Inspect tells what lies behind the moment, for the lane that is chosen, and stays open for the visit', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, desk);
  await page.goto(site.at('examples/own-limit/'));
  const { root, slider, forward, position } = replay(page, 'own-limit');
  const panel = (name: string | RegExp) => root.getByRole('region', { name, exact: true });
  await root.getByText('Inspect').click();
  await expect(panel('Ready queue')).toContainText('nobody is ready');
  await expect(panel('Output own-limit').locator('.to-come')).toHaveCount(0);
  await slider.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(position).toContainText('step');
  await expect(panel('Timers, by deadline')).toContainText(/\d.s fetch \d/);
  await expect(panel('Locks and queues')).toContainText('gate 2 of 2 taken');
  await expect(panel('Output own-limit').locator('.to-come')).not.toHaveCount(0);
  await root.getByRole('combobox', { name: 'Call stack of' }).selectOption('fetch 3');
  await expect(panel('Call stack: fetch 3')).toContainText('fetch() line');
  expect(await axeFindings(page)).toEqual([]);
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);

  await page.goto(site.at(BLOCKING));
  const next = replay(page, 'five-blocking');
  await expect(next.root.locator('.inspect')).not.toHaveAttribute('open');
  await next.forward.click();
  await expect(next.root.getByRole('region', { name: 'Ready queue' })).toBeVisible();
  await next.root.getByText('Inspect').click();
  // The browser tells of the closing a moment after the press, and the page must still be there to hear it.
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.goto(site.at(SLEEPERS));
  await forward.or(replay(page, 'three-sleepers').forward).click();
  await expect(replay(page, 'three-sleepers').position).toContainText('step');
  await expect(page.locator('.inspect[open]')).toHaveCount(0);
  await page.context().close();
});

test('without its second file Inspect still holds table and output, and the figure says what is missing', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, desk);
  await page.route('**/_astro/more.*', (route) => route.abort());
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  await page.goto(site.at(BLOCKING));
  const { root, sentence } = replay(page, 'five-blocking');
  await root.getByText('Inspect').click();
  await expect(sentence).toContainText('could not be loaded');
  await expect(root.getByRole('region', { name: /^Steps/ })).toBeVisible();
  await expect(root.getByRole('region', { name: /^Output/ })).toContainText('answer 0');
  expect(thrown).toEqual([]);
  await page.context().close();
});
