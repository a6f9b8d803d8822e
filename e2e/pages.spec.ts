import { axeFindings } from './accessibility.ts';
import { keyboardFindings } from './keyboard.ts';
import { arriveLate } from './late.ts';
import { keep, measure } from './measure.ts';
import { idleControls, visibleText } from './scripts-off.ts';
import type { Browser } from 'playwright/test';
import { openPage, pages, test, type ServedSite } from './site.ts';
import { settled, watch } from './watch.ts';

// One visit serves all checks: what a reader waits for is the visit, and so does this test.
for (const name of pages()) {
  for (const width of [360, 1440]) {
    test(`/${name} at ${width} px`, async ({ browser, site }) => {
      const view = { viewport: { width, height: 900 } };
      const page = await openPage(browser, site, { ...view, colorScheme: 'light' });
      const watched = await watch(page, site.origin);
      await arriveLate(page, `${name}index.html`);
      await page.goto(site.at(name));
      await settled(page);
      keep(name, width, await measure(page, site, watched.requests));

      const findings: Record<string, readonly string[]> = {};
      findings['moves while the page loads'] = await page.evaluate(() => window.watched.shifts);
      findings['axe, light'] = await axeFindings(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      // Of all that axe looks at, only contrast depends on the scheme.
      const inDark = await axeFindings(page, ['color-contrast']);
      findings['axe, dark only'] = inDark.filter((one) => !findings['axe, light']?.includes(one));
      findings['by keyboard'] = await keyboardFindings(page);
      if (width === 360) {
        const text = await visibleText(page);
        Object.assign(findings, await withoutScripts(browser, site, name, text));
        await page.setViewportSize({ width: 320, height: 900 });
        findings['scrolls sideways at 320 px'] = await page.evaluate(sideways);
      }
      findings['stopped by the policy'] = await page.evaluate(() => window.watched.violations);
      findings['errors and requests to others'] = watched.complaints;
      await page.context().close();
      expectNone(findings);
    });
  }
}

async function withoutScripts(
  browser: Browser,
  site: ServedSite,
  name: string,
  scripted: readonly string[],
): Promise<Record<string, readonly string[]>> {
  const view = { viewport: { width: 360, height: 900 } };
  const page = await openPage(browser, site, { ...view, javaScriptEnabled: false });
  await page.goto(site.at(name));
  const unscripted = new Set(await visibleText(page));
  const idle = await idleControls(page);
  await page.context().close();
  return {
    'text that only shows with scripts': scripted.filter((text) => !unscripted.has(text)),
    'controls shown without scripts that need one': idle,
  };
}

function expectNone(findings: Readonly<Record<string, readonly string[]>>): void {
  const sections = Object.entries(findings)
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [`${title}:`, ...lines.map((line) => `  ${line}`)].join('\n'));
  if (sections.length === 0) return;
  const error = new Error(sections.join('\n'));
  // The fault is in the page; where this test says so helps nobody.
  error.stack = error.message;
  throw error;
}

/** Runs in the page: what reaches beyond its right edge, when the page can be scrolled sideways. */
function sideways(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const scrollsInside = (element: Element): boolean => {
    const parent = element.parentElement;
    if (parent === null || parent === document.body) return false;
    return getComputedStyle(parent).overflowX !== 'visible' || scrollsInside(parent);
  };
  const beyond = [...document.body.querySelectorAll('*')].filter(
    (element) =>
      element.getBoundingClientRect().right > clientWidth + 0.5 && !scrollsInside(element),
  );
  return [
    `it is ${scrollWidth} px wide`,
    ...beyond.slice(0, 5).map((element) => element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 120)),
  ];
}
