import { axeFindings, COLOR_RULES } from './accessibility.ts';
import { BLOCKING, desk, PAIR, replay, SLEEPERS } from './figure.ts';
import { expect, openPage, test } from './site.ts';
import { settled } from './watch.ts';

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colors': { forcedColors: 'active' },
} as const;
for (const [look, options] of Object.entries(looks))
  // At rest it is looked at with its page.
  test(`axe finds nothing in a figure that is stepped and playing, ${look}`, async ({
    browser,
    site,
  }) => {
    // Elsewhere than in the light only colors are other.
    const rules = look === 'light' ? undefined : COLOR_RULES;
    const page = await openPage(browser, { ...desk, ...options });
    for (const [address, id] of [
      [SLEEPERS, 'three-sleepers'],
      [BLOCKING, 'five-blocking'],
      ['', PAIR],
    ] as const) {
      await page.goto(site.at(address));
      const { root, play, forward, speed } = replay(page, id);
      const findings = () => axeFindings(page, rules, [], `#${id}`);
      await forward.click();
      await forward.click();
      // Once opened it stays so for the visit.
      if (id === 'three-sleepers') await root.getByText('Inspect').click();
      if (id !== PAIR) {
        await expect(root.getByRole('region', { name: 'So far' })).toBeVisible();
      }
      expect(await findings(), `${id} stepped`).toEqual([]);
      if (look !== 'light') continue;
      if (await speed.count()) await speed.selectOption('0.25');
      await play.click();
      expect(await findings(), `${id} playing`).toEqual([]);
      await expect(play).toHaveAccessibleName('Pause');
    }
    await page.context().close();
  });

test('each lane keeps its name while what is to come is in outline, on a phone too', async ({
  browser,
  site,
}) => {
  for (const width of [360, 1440]) {
    const page = await openPage(browser, { viewport: { width, height: 900 } });
    await page.goto(site.at(SLEEPERS));
    const { root, forward, position } = replay(page, 'three-sleepers');
    await forward.click();
    await expect(position).toContainText('step');
    await root.locator('.strip').scrollIntoViewIfNeeded();
    const seen = await root.evaluate((figure) =>
      [...figure.querySelectorAll('.lanes:not(.to-come-layer) .name')].map((name) => {
        const { left, top, width, height } = name.getBoundingClientRect();
        const there = document.elementsFromPoint(left + width / 2, top + height / 2);
        // What is cut off is not found at its place.
        return there.find((element) => element.matches('.name'))?.textContent;
      }),
    );
    expect(seen, `${width} px`).toEqual(['main', 'sleeper a', 'sleeper b', 'sleeper c', 'loop']);
    await page.context().close();
  }
});

test('a screen reader finds a named figure, its picture in a sentence, and native controls', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, desk);
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
  const live = root.locator('.sentence');
  await expect(live).toHaveAttribute('aria-live', 'polite');
  await expect(root.getByRole('region', { name: 'Program three-sleepers' })).toMatchAriaSnapshot(`
    - region "Program three-sleepers":
      - paragraph: example.py
      - list:
        - /children: contain
        - listitem:
          - text: "5"
          - code: await asyncio.sleep(nap)
          - text: three tasks wait
  `);
  await expect(root.getByRole('figure', { name: /naps by three tasks/ })).toBeVisible();
  await expect(root.getByRole('img', { name: /.{20,}/ })).toBeVisible();
  await page.context().close();
});

/** What a sheet of A4 holds between the margins that browsers leave, in pixels. */
const SHEET = { width: 718, height: 1046 };

test('in print each figure stands on one sheet, without controls and with its address', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, { viewport: SHEET });
  for (const address of [SLEEPERS, 'examples/hundred-tasks/', 'cancellation/']) {
    await page.goto(site.at(address));
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    const figures = await page.locator('replay-figure, compare-figure').evaluateAll((all) =>
      all.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const address = getComputedStyle(element.children[0] ?? element, '::after').content;
        return { width, height, inside: getComputedStyle(element).breakInside, address };
      }),
    );
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      expect(figure.inside).toBe('avoid');
      expect(figure.width).toBeLessThanOrEqual(SHEET.width);
      expect(figure.height).toBeLessThanOrEqual(SHEET.height);
      expect(figure.address).toMatch(/\/[a-z/-]+\/#[a-z0-9-]+"$/);
    }
    const { play, sentence } = { play: page.locator('.play'), sentence: page.locator('.sentence') };
    await expect(play.first()).toBeHidden();
    await expect(sentence.first()).toBeVisible();
  }
  await page.context().close();
});
