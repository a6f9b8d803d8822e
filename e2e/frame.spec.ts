import { axeFindings } from './accessibility.ts';
import { keyboardFindings } from './keyboard.ts';
import { arriveLate } from './late.ts';
import { expect, openPage, test } from './site.ts';
import { settled, watch } from './watch.ts';

const phone = { viewport: { width: 360, height: 800 } };

for (const javaScriptEnabled of [true, false]) {
  const scripts = javaScriptEnabled ? 'with' : 'without';
  test(`the menu of a small screen opens ${scripts} scripts`, async ({ browser, site }) => {
    const page = await openPage(browser, { ...phone, javaScriptEnabled });
    await page.goto(site.at('concurrency/'));
    const chapters = page.getByRole('navigation', { name: 'Chapters' });
    await expect(chapters).toBeHidden();
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(chapters).toBeVisible();
    await expect(chapters.locator('[aria-current=page]')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(chapters).toBeHidden();
    await page.context().close();
  });
}

test('the open menu is in order for axe and the keyboard, in both schemes', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, { ...phone, colorScheme: 'light' });
  await page.goto(site.at('concurrency/'));
  await page.getByRole('button', { name: 'Menu' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFindings(page)).toEqual([]);
  expect(await keyboardFindings(page)).toEqual([]);
  await page.context().close();
});

test('an address that is not there offers search and the nearest page', async ({
  browser,
  site,
}) => {
  for (const wrong of ['concurrancy/', 'some/parent/concurrency', 'concurency.html']) {
    const page = await openPage(browser, {});
    const { complaints } = await watch(page, site.origin);
    const response = await page.goto(site.at(wrong));
    expect(response?.status()).toBe(404);
    const main = page.getByRole('main');
    await expect(main.getByRole('searchbox')).toBeVisible();
    const near = main.locator('nearest-addresses').getByRole('link');
    await expect(near.first()).toHaveAttribute('href', site.at('concurrency/'));
    await near.first().click();
    await expect(page).toHaveURL(site.at('concurrency/'));
    // The page itself is the one thing that is missing, and the browser says so twice.
    const others = complaints.filter((line) => !/^404 for |status of 404/.test(line));
    expect(others).toEqual([]);
    await page.context().close();
  }
});

test('the page for missing addresses keeps every promise of a page', async ({ browser, site }) => {
  for (const width of [360, 1440]) {
    const page = await openPage(browser, { viewport: { width, height: 900 } });
    await watch(page, site.origin);
    const comesLate = await arriveLate(page);
    comesLate('404.html');
    await page.goto(site.at('no/such/page/'));
    await settled(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
    }
    expect(await keyboardFindings(page)).toEqual([]);
    expect(await page.evaluate(() => window.watched)).toEqual({
      shift: 0,
      shifts: [],
      violations: [],
    });
    await page.context().close();
  }
});

test('the first stop of the Tab key skips to the content', async ({ browser, site }) => {
  const page = await openPage(browser, {});
  await page.goto(site.at('concurrency/'));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.context().close();
});

test('the section that is read is marked among those of the page', async ({ browser, site }) => {
  const page = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  await page.goto(site.at('concurrency/'));
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const current = contents.locator('[aria-current=location]');
  const links = contents.getByRole('link');
  for (const index of [0, 2]) {
    await links.nth(index).click();
    await expect(current).toHaveCount(1);
    const marked = await current.getAttribute('href');
    await expect(page.locator(marked ?? 'none')).toBeInViewport();
  }
  await page.context().close();
});

test('a block of code is copied as it is typed', async ({ browser, site }) => {
  const page = await openPage(browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(site.at('concurrency/'));
  const block = page.locator('figure.code').first();
  await block.getByRole('button', { name: 'Copy' }).click();
  await expect(block.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim()).not.toBe('');
  expect(copied).not.toMatch(/^\s*(>>>|\$) /m);
  await page.context().close();
});

test('on paper there is the text and nothing to press', async ({ browser, site }) => {
  const page = await openPage(browser, {});
  await page.goto(site.at('concurrency/'));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Chapters' })).toBeHidden();
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  await page.context().close();
});
