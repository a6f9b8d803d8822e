import { axeFindings } from './accessibility.ts';
import { keyboardFindings } from './keyboard.ts';
import { keep, measure } from './measure.ts';
import { idleControls, visibleText } from './scripts-off.ts';
import { expect, openPage, pages, test } from './site.ts';
import { settled, watch } from './watch.ts';

// One visit serves all checks: what a reader waits for is the visit, and so does this test.
for (const name of pages()) {
  for (const width of [360, 1440]) {
    test(`/${name} at ${width} px`, async ({ browser, site }) => {
      const view = { viewport: { width, height: 900 } };
      const page = await openPage(browser, site, { ...view, colorScheme: 'light' });
      const { complaints, requests } = await watch(page, site.origin);
      await page.goto(site.at(name));
      await settled(page);
      const measured = await measure(page, site, requests);
      keep(name, width, measured);

      const moved = await page.evaluate(() => window.watched.shifts);
      expect.soft(moved, 'nothing moves while the page loads').toEqual([]);
      expect.soft(await axeFindings(page), 'axe in the light scheme').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await axeFindings(page), 'axe in the dark scheme').toEqual([]);
      expect.soft(await keyboardFindings(page), 'all is reached and seen by keyboard').toEqual([]);

      if (width === 360) {
        const scripted = await visibleText(page);
        await page.setViewportSize({ width: 320, height: 900 });
        const wide = await page.evaluate(sidewaysAt);
        expect.soft(wide, 'the page does not scroll sideways at 320 px').toEqual([]);

        const plain = await openPage(browser, site, { ...view, javaScriptEnabled: false });
        await plain.goto(site.at(name));
        const unscripted = new Set(await visibleText(plain));
        const lost = scripted.filter((text) => !unscripted.has(text));
        expect.soft(lost, 'text that only shows with scripts').toEqual([]);
        expect.soft(await idleControls(plain), 'controls that need a script').toEqual([]);
        await plain.context().close();
      }

      const violations = await page.evaluate(() => window.watched.violations);
      expect.soft(violations, 'the policy stops nothing').toEqual([]);
      expect.soft(complaints, 'no errors, and no request to others').toEqual([]);
      await page.context().close();
    });
  }
}

/** Runs in the page: what reaches beyond its right edge, when the page can be scrolled sideways. */
function sidewaysAt(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const beyond = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > width + 0.5,
  );
  return [`${document.documentElement.scrollWidth} px wide`].concat(
    beyond.slice(0, 8).map((element) => element.outerHTML.slice(0, 120)),
  );
}
