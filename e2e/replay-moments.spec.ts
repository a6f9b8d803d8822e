import { desk, openStill, replay, SLEEPERS, told } from './figure.ts';
import { expect, openPage, test } from './site.ts';
import { watch } from './watch.ts';

test.describe('the address of a moment', () => {
  test('gives the same step, sentence and line to whoever opens it', async ({ browser, site }) => {
    const page = await openPage(browser, desk);
    await page.goto(site.at(SLEEPERS));
    const first = replay(page, 'three-sleepers');
    await first.slider.focus();
    await page.keyboard.press('PageUp');
    const addresses = new Set<string>();
    for (let press = 0; press < 3; press++) {
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
