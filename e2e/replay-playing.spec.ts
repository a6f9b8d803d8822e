import {
  BLOCKING,
  countFrames,
  desk,
  FIRST_TURN,
  noteShifts,
  openStill,
  PAIR,
  replay,
  SLEEPERS,
} from './figure.ts';
import { expect, openPage, test } from './site.ts';
import { watch } from './watch.ts';

test('nothing moves before a press, and nothing runs while paused', async ({ browser, site }) => {
  const page = await openPage(browser, desk);
  await page.clock.install({ time: 0 });
  await countFrames(page);
  const { requests } = await watch(page, site.origin);
  await page.goto(site.at(SLEEPERS));
  await page.clock.pauseAt(60_000);
  const asked = () => page.evaluate(() => window.framesAsked);
  const { play, root, forward, position } = replay(page, 'three-sleepers');
  const before = await root.innerHTML();
  await page.clock.runFor(5000);
  expect(await asked()).toBe(0);
  expect(await root.innerHTML()).toBe(before);
  expect(requests.filter((address) => address.includes('/schedules/'))).toEqual([]);
  await play.click();
  await expect(play).toHaveAccessibleName('Pause');
  await page.clock.runFor(1000);
  expect(await asked()).toBeGreaterThan(10);
  await play.click();
  await expect(play).toHaveAccessibleName('Play');
  const paused = await asked();
  await page.clock.runFor(5000);
  await forward.click();
  await expect(position).toContainText('step');
  expect(await asked()).toBe(paused);
  await page.context().close();
});

test('it stops at the end, when it leaves the view, and when another figure plays', async ({
  browser,
  site,
}) => {
  const page = await openStill(browser, site, SLEEPERS);
  const { play, position } = replay(page, 'three-sleepers');
  await play.click();
  await expect(play).toHaveAccessibleName('Pause');
  await page.clock.runFor(60_000);
  await expect(play).toHaveAccessibleName('Play');
  await expect(position).toContainText(/step (\d+) of \1/);
  await play.click();
  await expect(position).toContainText(`step ${FIRST_TURN} of`);
  await page.setViewportSize({ width: 1440, height: 300 });
  await page.evaluate(() => document.body.style.setProperty('padding-bottom', '300vh'));
  await page.evaluate(() => scrollTo({ top: 100_000, behavior: 'instant' }));
  await expect(play).toHaveAccessibleName('Play');
  await page.context().close();
});

test('only one figure of a page plays, whichever kinds they are', async ({ browser, site }) => {
  const page = await openStill(browser, site, 'waiting/', {
    viewport: { width: 1440, height: 12_000 },
  });
  const one = replay(page, 'boards-together');
  const other = replay(page, 'boards-in-turn--vs--boards-together');
  await one.play.click();
  await expect(one.play).toHaveAccessibleName('Pause');
  await other.play.click();
  await expect(other.play).toHaveAccessibleName('Pause');
  await expect(one.play).toHaveAccessibleName('Play');
  await one.play.click();
  await expect(one.play).toHaveAccessibleName('Pause');
  await expect(other.play).toHaveAccessibleName('Play both');
  await page.context().close();
});

test('who asks for less motion goes from key step to key step, and nothing is animated', async ({
  browser,
  site,
}) => {
  const page = await openStill(browser, site, SLEEPERS, { ...desk, reducedMotion: 'reduce' });
  const { play, position, sentence, speed } = replay(page, 'three-sleepers');
  await expect(play).toHaveAccessibleName('Play in steps');
  await expect(speed).toHaveValue('');
  await play.click();
  const seen: string[] = [];
  for (let stop = 0; stop < 5; stop++) {
    await page.clock.runFor(stop === 0 ? 10 : 1500);
    seen.push(await position.innerText());
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await expect(sentence).toHaveAttribute('aria-live', 'off');
  }
  expect(new Set(seen).size).toBe(5);
  await page.clock.runFor(1500);
  await expect(play).toHaveAccessibleName('Play in steps');
  await expect(position).toContainText(/step (\d+) of \1/);
  await page.context().close();
});

for (const width of [360, 1440])
  test(`nothing jumps while it plays, nor when a panel opens, at ${width} px`, async ({
    browser,
    site,
  }) => {
    for (const [address, id] of [
      [SLEEPERS, 'three-sleepers'],
      [BLOCKING, 'five-blocking'],
      ['', PAIR],
    ] as const) {
      const page = await openPage(browser, { viewport: { width, height: 900 } });
      await page.clock.install({ time: 0 });
      await noteShifts(page);
      await page.goto(site.at(address));
      const { root, play, sentence, speed } = replay(page, id);
      if (await speed.count()) await speed.selectOption('4');
      await play.scrollIntoViewIfNeeded();
      await page.clock.pauseAt(60_000);
      await page.evaluate(() => window.allShifts.splice(0));
      await play.click();
      await expect(play).toHaveAccessibleName('Pause');
      for (let second = 0; second < 60; second++) {
        if (!(await play.innerText()).startsWith('Pause')) break;
        await page.clock.runFor(1000);
      }
      await expect(play).toHaveAccessibleName(/^Play/);
      expect(await page.evaluate(() => window.allShifts), address).toEqual([]);
      const inspect = root.getByText('Inspect');
      if (await inspect.count()) {
        const place = () =>
          sentence.evaluate((element) => element.getBoundingClientRect().top + scrollY);
        const above = await place();
        await inspect.click();
        await expect(root.getByRole('region', { name: /^Steps/ })).toBeVisible();
        expect(await place()).toBe(above);
      }
      await page.context().close();
    }
  });
