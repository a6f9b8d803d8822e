import { desk, replay } from './figure.ts';
import { expect, openPage, test } from './site.ts';

test('a question is answered by keyboard and judged by moving its figure', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, desk);
  await page.goto(site.at('mistakes/'));
  const question = page.getByRole('group', { name: /How long do all three take/ });
  const check = question.getByRole('button', { name: 'Check' });
  const verdict = question.getByRole('status');
  const { position } = replay(page, 'report-blocks');
  await check.press('Enter');
  await expect(verdict).toHaveText('Choose an answer first.');
  await question.getByRole('radio', { name: '2.0 s' }).focus();
  await page.keyboard.press('Space');
  await check.press('Enter');
  await expect(verdict).toContainText('No: 3.5 s.');
  await expect(position).toContainText('3.5 s');
  await question.getByRole('radio', { name: '3.5 s' }).check();
  await check.press('Enter');
  await expect(verdict).toContainText('Right.');

  await page.goto(site.at('experiments/'));
  const pair = page.getByRole('group', { name: /How long does the awaited one take/ });
  await pair.getByRole('radio', { name: '5.0 s' }).check();
  await pair.getByRole('button', { name: 'Check' }).click();
  await expect(pair.getByRole('status')).toContainText('Right.');
  await expect(replay(page, 'five-sync--vs--five-await').position).toContainText('clock 5.0 s');
  await page.context().close();
});

test('without scripts the answer opens on demand', async ({ browser, site }) => {
  const page = await openPage(browser, { ...desk, javaScriptEnabled: false });
  await page.goto(site.at('mistakes/'));
  const question = page.locator('predict-question');
  await expect(question.getByRole('radio').first()).toBeHidden();
  await question.getByText('Answer', { exact: true }).click();
  await expect(question).toContainText('3.5 s.');
  await page.context().close();
});
