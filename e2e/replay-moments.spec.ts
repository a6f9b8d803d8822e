import { desk, openStill, replay, SLEEPERS, told } from './figure.ts';
import { expect, openPage, test } from './site.ts';
import { watch } from './watch.ts';

test.describe('the address of a moment', () => {
  test('gives the same step, sentence and line to whoever opens it', async ({ browser, site }) => {
    const page = await openStill(browser, site, SLEEPERS);
    const first = replay(page, 'three-sleepers');
    await first.slider.focus();
    await page.keyboard.press('PageUp');
    const addresses = new Set<string>();
    for (let press = 0; press < 3; press++) {
      await expect(page).toHaveURL(/#/);
      await page.clock.runFor(1000);
      const before = page.url();
      await page.keyboard.press('ArrowRight');
      await expect(page).not.toHaveURL(before);
      addresses.add(page.url());
      const hash = new URL(page.url()).hash;
      expect(hash).toMatch(/^#three-sleepers--[a-z0-9-]+$/);
      const other = await openPage(browser, desk);
      await other.goto(page.url());
      const second = replay(other, 'three-sleepers');
      await expect(second.position).toContainText(/step \d+ of/);
      expect(await told(second)).toEqual(await told(first));
      await other.context().close();
    }
    expect(addresses.size).toBe(3);
    await page.context().close();
  });

  test('a key step has the author’s own address, and its link moves the figure, not the page', async ({
    browser,
    site,
  }) => {
    const page = await openPage(browser, desk);
    await page.goto(site.at(SLEEPERS));
    const { root, position } = replay(page, 'three-sleepers');
    const steps = root.getByRole('list', { name: 'Key steps' });
    const link = steps.getByRole('link').nth(1);
    await link.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    await link.click();
    await expect(position).toContainText('0.5 s');
    await expect(page).toHaveURL(/#three-sleepers--shortest-first$/);
    expect(await page.evaluate(() => scrollY)).toBe(top);
    await expect(steps.locator('[aria-current=step]')).toHaveCount(1);
    await page.context().close();
  });

  test('of a moment that is gone leaves the figure at rest and says so', async ({
    browser,
    site,
  }) => {
    for (const gone of ['sleeper-z-print-9-1', '%E0%A4%A']) {
      const page = await openPage(browser, desk);
      const { complaints } = await watch(page, site.origin);
      await page.goto(`${site.at(SLEEPERS)}#three-sleepers--${gone}`);
      const { sentence, back, root } = replay(page, 'three-sleepers');
      await expect(sentence).toContainText('The moment in this address is gone');
      await expect(sentence).toContainText('Let b sleep 3 s');
      await expect(back).toBeDisabled();
      await expect(root.locator('.playhead')).toBeHidden();
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  test('is told once of many steps that follow each other fast, and of the last', async ({
    browser,
    site,
  }) => {
    const page = await openStill(browser, site, SLEEPERS);
    const { slider, position } = replay(page, 'three-sleepers');
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(page).toHaveURL(/#/);
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
    await expect(position).toContainText('step 4 of');
    const told = new Set([page.url()]);
    await page.clock.runFor(399);
    told.add(page.url());
    await page.clock.runFor(1);
    expect(told.size).toBe(1);
    await expect(page).not.toHaveURL([...told][0] ?? '');
    await page.context().close();
  });

  test('of a comparison says on which side it is, and opens at that instant', async ({
    browser,
    site,
  }) => {
    const page = await openStill(browser, site, 'mistakes/');
    const id = 'requests-in-turn--vs--requests-together';
    const figure = page.locator(`[id="${id}"]`);
    await figure.getByRole('button', { name: 'To the next instant' }).click();
    await figure.getByRole('button', { name: 'To the next instant' }).click();
    await page.clock.runFor(1000);
    await expect(page).toHaveURL(new RegExp(`#${id}--left-[a-z0-9-]+$`));
    const says = await figure.locator('.sentence').innerText();
    const line = figure.locator('.differing [aria-current=step]').first();
    await expect(line).toContainText('fetch("stock")');
    const other = await openPage(browser, desk);
    await other.goto(page.url());
    await expect(other.locator(`[id="${id}"] .sentence`)).toHaveText(says, { useInnerText: true });
    await other.goto(site.at(`mistakes/#${id}--right-gone`));
    await expect(other.locator(`[id="${id}"] .sentence`)).toContainText('is gone');
    await other.context().close();
    await page.context().close();
  });

  test('is kept while playing and told on pause', async ({ browser, site }) => {
    const page = await openStill(browser, site, SLEEPERS);
    const { play, position } = replay(page, 'three-sleepers');
    await play.click();
    await expect(play).toHaveAccessibleName('Pause');
    await page.clock.runFor(2000);
    await expect(position).toContainText('step');
    expect(new URL(page.url()).hash).toBe('');
    await play.click();
    await expect(page).toHaveURL(/#three-sleepers--/);
    await page.context().close();
  });
});
