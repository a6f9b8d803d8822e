import type { Browser, BrowserContextOptions, Page } from 'playwright/test';
import { axeFindings } from './accessibility.ts';
import { countFrames, noteShifts, replay, told } from './figure.ts';
import { expect, openPage, test, type ServedSite } from './site.ts';
import { settled, watch } from './watch.ts';

const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const SLEEPERS = 'examples/three-sleepers/';
const BLOCKING = 'examples/five-blocking/';
const PAIR = 'five-calls';

/** A page whose clock stands until it is moved. */
async function openStill(
  browser: Browser,
  site: ServedSite,
  address: string,
  options: BrowserContextOptions = desk,
): Promise<Page> {
  const page = await openPage(browser, site, options);
  await page.clock.install({ time: 0 });
  await page.goto(site.at(address));
  await page.clock.pauseAt(60_000);
  return page;
}

/** Where the first press leads in the three sleepers: what comes before only sets the stage. */
const FIRST_TURN = 8;

test.describe('by keyboard', () => {
  test('the slider takes the keys of a slider, and says where it is', async ({ browser, site }) => {
    const page = await openPage(browser, site, desk);
    await page.goto(site.at(SLEEPERS));
    const { slider, position, sentence } = replay(page, 'three-sleepers');
    await slider.focus();
    const at = (step: number) => expect(position).toContainText(`step ${step} of`);
    await page.keyboard.press('ArrowRight');
    await at(FIRST_TURN);
    await page.keyboard.press('ArrowUp');
    await at(FIRST_TURN + 1);
    await page.keyboard.press('ArrowLeft');
    await at(FIRST_TURN);
    await page.keyboard.press('End');
    const [, last] = /of (\d+)/.exec(await position.innerText()) ?? [];
    await at(Number(last));
    await page.keyboard.press('PageDown');
    await expect(position).not.toContainText(`step ${last} of`);
    await page.keyboard.press('Home');
    await at(1);
    await page.keyboard.press('PageUp');
    await expect(position).toContainText('0.5 s');
    const words = await slider.getAttribute('aria-valuetext');
    expect(words).toMatch(/^0\.5\ss, step \d+: .+/);
    expect(words).toContain(await sentence.innerText());
    await page.context().close();
  });

  test('Shift and an arrow go to the next step of the same lane', async ({ browser, site }) => {
    const page = await openPage(browser, site, desk);
    await page.goto(`${site.at(SLEEPERS)}#three-sleepers--timers-set`);
    const { slider, sentence, position } = replay(page, 'three-sleepers');
    await expect(position).toContainText('step');
    await slider.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect(sentence).toContainText(/^(sleeper )?c/);
    await expect(position).toContainText('0.5 s');
    await page.context().close();
  });

  test('each button does its own job and no other', async ({ browser, site }) => {
    const page = await openStill(browser, site, SLEEPERS);
    const { play, back, forward, position } = replay(page, 'three-sleepers');
    await expect(back).toBeDisabled();
    await forward.focus();
    await page.keyboard.press('Enter');
    await expect(position).toContainText(`step ${FIRST_TURN} of`);
    await page.keyboard.press('Space');
    await expect(position).toContainText(`step ${FIRST_TURN + 1} of`);
    await expect(play).toHaveAccessibleName('Play');
    await back.focus();
    await page.keyboard.press('Space');
    await expect(position).toContainText(`step ${FIRST_TURN} of`);
    await play.focus();
    await page.keyboard.press('Enter');
    await expect(play).toHaveAccessibleName('Pause');
    await page.keyboard.press('Space');
    await expect(play).toHaveAccessibleName('Play');
    await page.context().close();
  });

  test('full stop, comma, K and Escape work anywhere in the figure', async ({ browser, site }) => {
    const page = await openStill(browser, site, SLEEPERS);
    const { root, play, position } = replay(page, 'three-sleepers');
    await root.getByRole('region', { name: /^Program/ }).focus();
    await page.keyboard.press('.');
    await page.keyboard.press('.');
    await expect(position).toContainText(`step ${FIRST_TURN + 1} of`);
    await page.keyboard.press(',');
    await expect(position).toContainText(`step ${FIRST_TURN} of`);
    await page.keyboard.press('k');
    await expect(play).toHaveAccessibleName('Pause');
    await page.keyboard.press('Escape');
    await expect(play).toHaveAccessibleName('Play');
    await page.context().close();
  });

  test('the list of speeds keeps its own keys; < and > change it from elsewhere', async ({
    browser,
    site,
  }) => {
    const page = await openPage(browser, site, desk);
    await page.goto(site.at(SLEEPERS));
    const { speed, play, position } = replay(page, 'three-sleepers');
    await expect(speed).toHaveValue('1');
    await play.focus();
    await page.keyboard.press('>');
    await expect(speed).toHaveValue('2');
    await page.keyboard.press('<');
    await page.keyboard.press('<');
    await expect(speed).toHaveValue('0.5');
    await speed.focus();
    await page.keyboard.press('ArrowDown');
    await expect(speed).toHaveValue('1');
    await page.keyboard.press('k');
    await expect(play).toHaveAccessibleName('Play');
    await expect(position).not.toContainText('step 1 of');
    await page.context().close();
  });

  test('the list of keys opens over the page and closes with Escape', async ({ browser, site }) => {
    const page = await openPage(browser, site, desk);
    await page.goto(site.at(SLEEPERS));
    const { root } = replay(page, 'three-sleepers');
    await root.getByRole('button', { name: 'Keys' }).press('Enter');
    const list = page.locator('.key-list');
    await expect(list).toBeVisible();
    await expect(list).toContainText('play or pause');
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await root.getByRole('button', { name: 'Keys' }).click();
    await expect(list).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test('arrows outside the slider scroll the page', async ({ browser, site }) => {
    const page = await openPage(browser, site, { viewport: { width: 1280, height: 500 } });
    await page.goto(site.at(SLEEPERS));
    const { play, position } = replay(page, 'three-sleepers');
    const top = () => page.evaluate(() => scrollY);
    for (const element of [page.getByRole('main'), play]) {
      await element.focus();
      const before = await top();
      await page.keyboard.press('ArrowDown');
      await expect.poll(top).toBeGreaterThan(before);
    }
    await expect(position).not.toContainText('turn 1 of');
    await page.context().close();
  });

  test('two recordings move together, by ring, buttons and keys', async ({ browser, site }) => {
    const page = await openStill(browser, site, '');
    const { play, back, forward, slider, sentence, position } = replay(page, PAIR);
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(position).toContainText('0.0 s');
    await page.keyboard.press('End');
    await expect(position).toContainText('clock 5.0 s');
    await expect(slider).toHaveAttribute('aria-valuetext', /^5\.0\ss: .+/);
    await back.press('Enter');
    await expect(position).toContainText('clock 4.0 s');
    await forward.press('Space');
    await expect(forward).toBeDisabled();
    await play.press('Enter');
    await expect(play).toHaveAccessibleName('Pause');
    await expect(sentence).toHaveAttribute('aria-live', 'off');
    await page.keyboard.press('k');
    await expect(play).toHaveAccessibleName('Play both');
    await expect(sentence).toHaveAttribute('aria-live', 'polite');
    await page.context().close();
  });
});

test.describe('the address of a moment', () => {
  test('gives the same step, sentence and line to whoever opens it', async ({ browser, site }) => {
    const page = await openPage(browser, site, desk);
    await page.goto(site.at(SLEEPERS));
    const first = replay(page, 'three-sleepers');
    await first.slider.focus();
    await page.keyboard.press('PageUp');
    const addresses = new Set<string>();
    for (let press = 0; press < 6; press++) {
      const before = page.url();
      await page.keyboard.press('ArrowRight');
      await expect(page).not.toHaveURL(before);
      addresses.add(page.url());
      const hash = new URL(page.url()).hash;
      expect(hash).toMatch(/^#three-sleepers--[a-z0-9-]+$/);
      const other = await openPage(browser, site, desk);
      await other.goto(page.url());
      const second = replay(other, 'three-sleepers');
      await expect(second.position).toContainText('step');
      expect(await told(second)).toEqual(await told(first));
      await other.context().close();
    }
    expect(addresses.size).toBe(6);
    await page.context().close();
  });

  test('a key step has the author’s own address, and its link moves the figure, not the page', async ({
    browser,
    site,
  }) => {
    const page = await openPage(browser, site, desk);
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
      const page = await openPage(browser, site, desk);
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

test('in the table the present step is marked, and each row leads to its moment', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, site, desk);
  await page.goto(site.at(BLOCKING));
  const { root, forward, position } = replay(page, 'five-blocking');
  await forward.click();
  await expect(position).toContainText('step 9 of');
  await root.getByText('Inspect').click();
  const table = root.getByRole('region', { name: /^Steps/ });
  await expect(table.locator('tr[aria-current=step]')).toContainText('9');
  const link = table.getByRole('link', { name: '20', exact: true });
  await expect(link).toHaveAttribute('href', /^#five-blocking--[a-z0-9-]+$/);
  await link.click();
  await expect(position).toContainText('step 20 of');
  await expect(table.locator('tr[aria-current=step]')).toHaveCount(1);
  await expect(table.locator('tr[aria-current=step]')).toBeInViewport();
  await page.context().close();
});

test('without scripts picture, code, key steps, table and sentence are there', async ({
  browser,
  site,
}) => {
  for (const width of [360, 1440]) {
    const view = { viewport: { width, height: 900 } };
    const page = await openPage(browser, site, { ...view, javaScriptEnabled: false });
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

test('nothing moves before a press, and nothing runs while paused', async ({ browser, site }) => {
  const page = await openPage(browser, site, desk);
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
  await expect(play).toHaveAccessibleName('Play step by step');
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
  await expect(play).toHaveAccessibleName('Play step by step');
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
      const page = await openPage(browser, site, { viewport: { width, height: 900 } });
      await page.clock.install({ time: 0 });
      await noteShifts(page);
      await page.goto(site.at(address));
      const { root, play, sentence } = replay(page, id);
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

test('when the recording cannot be fetched the figure stays as it was and says so, and asks again', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, site, desk);
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  await page.goto(site.at(SLEEPERS));
  const { root, forward, play, sentence, position } = replay(page, 'three-sleepers');
  const picture = root.getByRole('img').first();
  const before = await picture.innerHTML();
  await page.route('**/schedules/**', (route) => route.abort());
  await forward.click();
  await expect(sentence).toContainText('The recording could not be loaded');
  await play.click();
  await expect(sentence).toContainText('Let b sleep 3 s');
  await expect(play).toHaveAccessibleName('Play');
  expect(await picture.innerHTML()).toBe(before);
  expect(thrown).toEqual([]);
  await page.unroute('**/schedules/**');
  await forward.click();
  await expect(position).toContainText(`step ${FIRST_TURN} of`);
  await expect(sentence).not.toContainText('could not be loaded');
  await page.context().close();
});

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colors': { forcedColors: 'active' },
} as const;
for (const [look, options] of Object.entries(looks))
  test(`axe finds nothing at rest, stepped and playing, ${look}`, async ({ browser, site }) => {
    for (const [address, id] of [
      [SLEEPERS, 'three-sleepers'],
      [BLOCKING, 'five-blocking'],
      ['', PAIR],
    ] as const) {
      const page = await openPage(browser, site, { ...desk, ...options });
      await page.goto(site.at(address));
      const { root, play, forward, speed } = replay(page, id);
      expect(await axeFindings(page), `${id} at rest`).toEqual([]);
      await forward.click();
      await forward.click();
      if (await root.getByText('Inspect').count()) await root.getByText('Inspect').click();
      expect(await axeFindings(page), `${id} stepped`).toEqual([]);
      if (await speed.count()) await speed.selectOption('0.25');
      await play.click();
      expect(await axeFindings(page), `${id} playing`).toEqual([]);
      await expect(play).toHaveAccessibleName('Pause');
      await page.context().close();
    }
  });

test('a screen reader finds a named figure, its picture in a sentence, and native controls', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, site, desk);
  await page.goto(`${site.at(SLEEPERS)}#three-sleepers--timers-set`);
  const { root, position } = replay(page, 'three-sleepers');
  await expect(position).toContainText('step');
  await expect(root.getByRole('group', { name: 'Replay' })).toMatchAriaSnapshot(`
    - group "Replay":
      - button "One step back"
      - button "Play"
      - button "One step forward"
      - slider "Step": /\\d+/
      - paragraph: /step \\d+ of \\d+ turn \\d+ of \\d+ · 0\\.0.s/
  `);
  await expect(root.getByRole('figure', { name: /naps by three tasks/ })).toBeVisible();
  await expect(root.getByRole('img', { name: /.{20,}/ })).toBeVisible();
  await page.context().close();
});

test('in print the figure is one piece without controls', async ({ browser, site }) => {
  const page = await openPage(browser, site, desk);
  await page.goto(site.at(SLEEPERS));
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  const { root, play, sentence } = replay(page, 'three-sleepers');
  await expect(play).toBeHidden();
  await expect(sentence).toBeVisible();
  const inside = await root.evaluate((element) => getComputedStyle(element).breakInside);
  expect(inside).toBe('avoid');
  await page.context().close();
});
