import type { Page } from 'playwright/test';
import { axeFindings } from './accessibility.ts';
import { expect, openPage, test } from './site.ts';
import { watch } from './watch.ts';

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 360, height: 740 } };

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page) => dialog(page).getByRole('searchbox');
const results = (page: Page) => page.locator('a.found');

test('Ctrl+K opens search, arrows go through the results, Escape gives the focus back', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, desk);
  const { complaints, requests } = await watch(page, site.origin);
  await page.goto(site.at('concurrency/'));
  const before = requests.length;
  const brand = page.getByRole('banner').getByRole('link', { name: 'Interleave' });
  await brand.focus();

  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  expect(requests.length).toBeGreaterThan(before);
  await page.keyboard.type('awaited in a row');
  const status = dialog(page).getByRole('status');
  await expect(status).toHaveText(/^\d+ results? on \d+ pages?$/);
  await expect(results(page).first()).toContainText(/await/i);
  await expect(results(page).first().locator('mark').first()).toBeVisible();
  expect(await results(page).count()).toBeLessThanOrEqual(10);

  await page.keyboard.press('ArrowDown');
  await expect(results(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('s');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('awaited in a rows');

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page)).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(brand).toBeFocused();
  expect(page.url()).toBe(site.at('concurrency/'));
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => window.watched.violations)).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.context().close();
});

test('Enter opens the best result with its words marked; Cmd+K and / open search too', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, desk);
  await page.goto(site.at(''));
  await page.keyboard.press('Meta+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('shield ends the waiting');
  await expect(results(page).first()).toHaveAttribute('href', /cancellation\/#shielding:~:text=/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(site.at('cancellation/#shielding'));
  // The browser has gone to the words, or to the heading above them.
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await page.context().close();
});

test('on a small screen the link opens search, and a key step is found', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, phone);
  await page.goto(site.at('concurrency/'));
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await field(page).fill('CancelledError strikes inside finally');
  const moment = results(page).filter({ hasText: 'strikes inside finally' });
  await expect(moment).toHaveAttribute('href', /cancel-in-finally--struck-again/);
  const wide = await dialog(page).evaluate((one) => one.scrollWidth <= one.clientWidth);
  expect(wide).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toBeHidden();
  await page.context().close();
});

test('the search page answers by its address, keeps it up to date, and says when there is nothing', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, desk);
  const { complaints } = await watch(page, site.origin);
  await page.goto(site.at('search/?q=&q=semaphore&q=gil'));
  const main = page.getByRole('main');
  const asked = main.getByRole('searchbox');
  await expect(asked).toHaveValue('semaphore');
  await expect(results(page).first()).toBeVisible();
  await expect(main.getByRole('heading', { name: /All topics/ })).toBeHidden();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page)).toEqual([]);
  }
  await asked.fill('time.sleep & await');
  await expect(page).toHaveURL(site.at('search/?q=time.sleep+%26+await'));
  await results(page).first().click();
  await page.goBack();
  await expect(asked).toHaveValue('time.sleep & await');
  await expect(results(page).first()).toBeVisible();

  const more = main.getByRole('button', { name: 'More results' });
  if (await more.isVisible()) {
    const shown = await results(page).count();
    await more.click();
    expect(await results(page).count()).toBeGreaterThan(shown);
  }
  // A traceback as it is pasted: the field joins its lines, and the address keeps what is asked.
  const frame = '  File "/srv/shop/main.py", line 12, in fetch\n    await client.get(url)\n';
  const says = 'RuntimeError: Event loop is closed';
  await asked.fill(`Traceback (most recent call last):\n${frame.repeat(20)}${says}`);
  await expect(results(page).first()).toContainText(says);
  await expect(page).toHaveURL(site.at(`search/?${new URLSearchParams({ q: says })}`));
  await asked.fill('qqqqzzzzxxxx');
  await expect(main.getByRole('status')).toHaveText('Nothing found.');
  await expect(main.getByRole('link', { name: 'Topics' })).toHaveAttribute(
    'href',
    site.at('topics/'),
  );
  expect(await axeFindings(page)).toEqual([]);
  await asked.fill('');
  await expect(page).toHaveURL(site.at('search/'));
  await expect(main.getByRole('heading', { name: /All topics/ })).toBeVisible();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('whatever is asked, nothing of it becomes part of the page', async ({ browser, site }) => {
  const page = await openPage(browser, desk);
  const { complaints } = await watch(page, site.origin);
  const markup = '<img src=x onerror="document.title=1"><b id=injected>task</b>';
  for (const asked of [
    markup,
    `"><script>document.title=1</script> task`,
    '?!…',
    '🎉🎉 task',
    'לולאה task',
    'task '.repeat(2000),
  ]) {
    await page.goto(site.at('search/'));
    await page.getByRole('main').getByRole('searchbox').fill(asked);
    await expect(page.locator('.search-count')).toHaveText(/result|Nothing/);
    expect(await page.locator('main :is(img, script:not([src]), #injected)').count()).toBe(0);
  }
  await page.goto(site.at(`search/?q=${encodeURIComponent(markup)}`));
  await expect(page.locator('.search-count')).toHaveText(/result|Nothing/);
  expect(await page.locator('main :is(img, script:not([src]), #injected)').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('when the index or the code cannot be reached, search says so and offers the topics', async ({
  browser,
  site,
}) => {
  for (const [missing, says] of [
    ['**/search/index.json', 'The search index cannot be reached.'],
    ['**/_astro/opened.*', 'Search cannot be reached. Topics from A to Z'],
  ] as const) {
    const page = await openPage(browser, desk);
    await page.route(missing, (route) => route.abort());
    await page.goto(site.at('concurrency/'));
    await page.keyboard.press('Control+k');
    await expect(page.getByText(says)).toBeVisible();
    const topics = page.getByRole('link', { name: /Topics from A to Z/ }).first();
    await expect(topics).toHaveAttribute('href', site.at('topics/'));
    await page.context().close();
  }
});

test('without scripts the header sends the question to a page of all topics', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, { ...desk, javaScriptEnabled: false });
  await page.goto(site.at('concurrency/'));
  await page.getByRole('banner').getByRole('searchbox').fill('event loop');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(site.at('search/?q=event+loop'));
  await expect(page.getByRole('heading', { name: 'All topics, A to Z' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await page.context().close();
});

test('with scripts the header’s field still sends by itself when one tabs to it', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, desk);
  await page.goto(site.at('concurrency/'));
  const header = page.getByRole('banner').getByRole('searchbox');
  await header.focus();
  await page.keyboard.type('gather');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(site.at('search/?q=gather'));
  await expect(results(page).first()).toBeVisible();
  await page.context().close();
});
