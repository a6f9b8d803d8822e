import { desk, FIRST_TURN, replay, SLEEPERS } from './figure.ts';
import { expect, openPage, test } from './site.ts';

test('without scripts picture, code, key steps, table and sentence are there', async ({
  browser,
  site,
}) => {
  for (const width of [360, 1440]) {
    const view = { viewport: { width, height: 900 } };
    const page = await openPage(browser, { ...view, javaScriptEnabled: false });
    await page.goto(`${site.at(SLEEPERS)}#three-sleepers--timers-set`);
    const figure = replay(page, 'three-sleepers');
    await expect(figure.root.getByRole('img').first()).toBeVisible();
    await expect(figure.sentence).toBeVisible();
    await expect(figure.root.getByRole('region', { name: /^Program/ })).toContainText(
      'asyncio.run',
    );
    const steps = figure.root.getByRole('list', { name: 'Key steps' }).getByRole('listitem');
    expect(await steps.count()).toBeGreaterThanOrEqual(3);
    await figure.root.getByText('Inspect').click();
    await expect(figure.root.getByRole('row').last()).toBeAttached();
    const target = page.locator('#three-sleepers--timers-set');
    const ground = (step: typeof target) =>
      step.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await ground(target)).not.toBe(await ground(steps.nth(1)));
    await expect(target).toBeVisible();
    const top = await target.evaluate((element) => element.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
    await page.context().close();
  }
});

test('when what comes with the first press cannot be fetched the figure stays as it was and says so, and asks again', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, desk);
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  const { root, forward, play, sentence, position } = replay(page, 'three-sleepers');
  const picture = root.getByRole('img').first();
  for (const missing of ['**/schedules/**', '**/moving*.js', '**/moving*.css']) {
    await page.goto(site.at(SLEEPERS));
    const before = await picture.innerHTML();
    await page.route(missing, (route) => route.abort());
    await forward.click();
    await expect(sentence).toContainText('could not be loaded');
    const refused = page.waitForEvent('requestfailed');
    await play.click();
    await refused;
    await expect(sentence).toContainText('Let b sleep 3 s');
    await expect(play).toHaveAccessibleName('Play');
    expect(await picture.innerHTML()).toBe(before);
    await page.unroute(missing);
    await forward.click();
    await expect(position, missing).toContainText(`step ${FIRST_TURN} of`);
    await expect(sentence).not.toContainText('could not be loaded');
  }
  expect(thrown).toEqual([]);
  await page.context().close();
});
