import { axeFindings } from './accessibility.ts';
import { expect, openPage, test } from './site.ts';

const view = { viewport: { width: 1440, height: 900 } };
const figure = 'replay-figure';

test('a position of a switch changes code and picture and keeps the moment', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, view);
  await page.goto(site.at('examples/five-await/#five-await--first-wait'));
  const total = page.locator(`${figure} .replay-total`);
  const sentence = page.locator(`${figure} .sentence`);
  await expect(sentence).toContainText('gives the loop back');
  const told = await sentence.textContent();

  await page.getByRole('radio', { name: '10', exact: true }).check();
  await expect(total).toHaveText(/^10.0\ss\s+in all:\s+5.0\ss more than with 5$/);
  await expect(page.locator(`${figure} .lines`)).toContainText('range(10)');
  await expect(sentence).toHaveText(told ?? '');
  await expect(page.getByRole('radio', { name: '10', exact: true })).toBeFocused();
  await expect(page.locator(`${figure} .replay-link`)).toHaveAttribute(
    'href',
    site.at('examples/five-await/calls-10/#five-await--first-wait'),
  );
  // The address in the bar is that of the page's own program, and stays so.
  expect(page.url()).toBe(site.at('examples/five-await/#five-await--first-wait'));
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('radio', { name: '5', exact: true }).check();
  await expect(total).toContainText('5.0');
  await expect(sentence).toHaveText(told ?? '');
});

test('the keyboard walks the positions, and focus stays on them', async ({ browser, site }) => {
  const page = await openPage(browser, view);
  await page.goto(site.at('examples/five-await/'));
  await page.getByRole('radio', { name: '5', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(`${figure} .replay-total`)).toContainText('10.0');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(`${figure} .replay-total`)).toContainText('4.0\u00a0s less than with');
  await expect(page.getByRole('radio', { name: '1', exact: true })).toBeFocused();
});

test('a moment that is not in the other run leaves it at rest and says so', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, view);
  await page.goto(site.at('examples/five-await/#five-await--second-wait'));
  await expect(page.locator(`${figure} .position`)).toContainText('step');
  await page.getByRole('radio', { name: '1', exact: true }).check();
  await expect(page.locator(`${figure} .sentence`)).toContainText('The moment is not in this run.');
});

test('without scripts the positions are links to pages of their own', async ({ browser, site }) => {
  const page = await openPage(browser, { ...view, javaScriptEnabled: false });
  await page.goto(site.at('examples/five-await/'));
  const positions = page.getByRole('group', { name: /^Try calls, line 8/ });
  await expect(positions.getByRole('radio')).toHaveCount(0);
  await positions.getByRole('link', { name: '10', exact: true }).click();
  await expect(page).toHaveURL(site.at('examples/five-await/calls-10/'));
  await expect(page.locator(`${figure} .replay-total`)).toContainText('5.0\u00a0s more than with');
  await expect(page.locator('#five-await--first-wait')).toBeVisible();
  await expect(positions.locator('[aria-current=page]')).toHaveText('10');
});

test('a moment of a combination opens on its own page', async ({ browser, site }) => {
  const page = await openPage(browser, view);
  await page.goto(site.at('examples/five-await/calls-10/#five-await--main-print-5-10'));
  await expect(page.locator(`${figure} .sentence`)).toContainText('answer 9');
});
