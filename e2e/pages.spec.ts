import { readFileSync, statSync } from 'node:fs';
import { coverOf, traitsOf } from '#tools/checks/cover.ts';
import { underPath } from '#tools/checks/tested-site.ts';
import { axeFindings, COLOR_RULES, colorFindings, spareAxe } from './accessibility.ts';
import { keyboardFindings } from './keyboard.ts';
import { keep, measure } from './measure.ts';
import { idleControls, visibleText } from './scripts-off.ts';
import type { Page } from 'playwright/test';
import { pages, test } from './site.ts';

const WIDTHS = [360, 1440];
/** Below this a page may be wider than the window. */
const LEAST = 320;
const EVERY = process.env['EVERY_PAGE'] === '1';

// Pages of one template stand or fall together. What the template decides, and not the program, is
// asked of those that have between them what any of them has; EVERY_PAGE=1 asks it of all.
const isOfTemplate = (name: string) => /^(examples|errors)\/./.test(name);
const fileOf = (name: string) => `${underPath.folder}/${name}index.html`;
const all = pages();
const traits = new Map(all.map((name) => [name, traitsOf(readFileSync(fileOf(name), 'utf8'))]));
const chosen = coverOf(new Map([...traits].filter(([name]) => isOfTemplate(name))));
// What has a color somewhere is on one of these: they are looked at in every way.
const colored = coverOf(
  new Map([...traits].filter(([name]) => !isOfTemplate(name) || chosen.has(name))),
);

// One visit serves all checks: what a reader waits for is the visit, and so does this test.
for (const [index, name] of all.entries()) {
  const isAsked = !isOfTemplate(name) || chosen.has(name) || EVERY;
  // The others are seen where there is least room.
  const widths = isAsked ? WIDTHS : [LEAST];
  test(`/${name}`, async ({ site, reader: first, regular, readerWithoutScripts }) => {
    const reader = isAsked || isHeavy(name) ? first : regular;
    const { page, watched } = reader;
    const findings: Record<string, readonly string[]> = {};
    for (const width of widths) {
      await widen(page, width);
      await reader.visit(name);
      // What is sent is the same at every width.
      if (width === widths[0] && (isAsked || isHeavy(name)))
        keep(name, width, await measure(name, page, site, watched.requests));
      const shifts = await page.evaluate(() => window.watched.shifts);
      findings[`moves while the page loads, ${width} px`] = shifts;
      if (isAsked)
        Object.assign(
          findings,
          await atWidth(page, width, looksAt(width, index, colored.has(name))),
        );
      if (isAsked && width === 360) {
        const text = await visibleText(page);
        await readerWithoutScripts.goto(site.at(name));
        Object.assign(findings, await withoutScripts(readerWithoutScripts, text));
      }
      const violations = await page.evaluate(() => window.watched.violations);
      findings[`stopped by the policy, ${width} px`] = violations;
      findings[`errors and requests to others, ${width} px`] = [...watched.complaints];
    }
    await widen(page, LEAST);
    findings[`scrolls sideways at ${LEAST} px`] = await page.evaluate(sideways);
    expectNone(findings);
  });
}

/** The tab has its width before the next page comes, which would else be laid out for the old one, and move. */
async function widen(page: Page, width: number): Promise<void> {
  if (page.viewportSize()?.width === width) return;
  await page.setViewportSize({ width, height: 900 });
  await page.waitForFunction((width) => innerWidth === width, width);
}

type Findings = Record<string, readonly string[]>;

/** Too heavy a page is one of these. */
function isHeavy(name: string): boolean {
  return statSync(fileOf(name)).size > 90_000;
}

type Look = 'light' | 'dark';

/**
 * In which schemes colors are looked at: light on the phone and dark on the desk, on the next page the
 * other way round. What no other page has is looked at in both on the phone, which has rules of its own,
 * and in one on the desk; of the other pages every second, once. One style sheet colors them all.
 * EVERY_PAGE=1 asks both of each.
 */
function looksAt(width: number, index: number, isColored: boolean): readonly Look[] {
  const isPhone = width === WIDTHS[0];
  if (EVERY || (isColored && isPhone)) return ['light', 'dark'];
  if (!isColored && index % 4 !== (isPhone ? 0 : 2)) return [];
  return [isPhone === (index % 2 === 0) ? 'light' : 'dark'];
}

async function atWidth(page: Page, width: number, looks: readonly Look[]): Promise<Findings> {
  const findings: Record<string, readonly string[]> = {};
  if (!EVERY) await spareAxe(page);
  findings[`axe, ${width} px`] = await axeFindings(page, undefined, COLOR_RULES);
  for (const colorScheme of looks) {
    await page.emulateMedia({ colorScheme });
    findings[`axe, colors, ${colorScheme}, ${width} px`] = await colorFindings(page);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  findings[`by keyboard, ${width} px`] = await keyboardFindings(page);
  return findings;
}

async function withoutScripts(
  page: Page,
  scripted: readonly string[],
): Promise<Record<string, readonly string[]>> {
  const unscripted = new Set(await visibleText(page));
  return {
    'text that only shows with scripts': scripted.filter((text) => !unscripted.has(text)),
    'controls shown without scripts that need one': await idleControls(page),
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
