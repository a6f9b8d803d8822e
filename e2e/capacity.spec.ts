import { expect, openPage, test } from './site.ts';

test('a load of the reader’s own is reckoned while it is typed, and what cannot be is said', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, {});
  await page.goto(site.at('servers/'));
  const own = page.getByRole('group', { name: 'A load of your own' });
  const answer = own.getByRole('status');
  await expect(answer).toHaveText('Yours: 200 under way at once; cores busy: 10.');
  await own.getByRole('spinbutton', { name: 'Requests a second' }).fill('50');
  await own.getByRole('spinbutton', { name: 'Each takes, ms' }).fill('300');
  await expect(answer).toHaveText('Yours: 15 under way at once; cores busy: 0.5.');
  await own.getByRole('spinbutton', { name: 'of it computing, ms' }).fill('301');
  await expect(answer).toHaveText('It can’t compute for longer than it takes.');
  await page.context().close();
});
