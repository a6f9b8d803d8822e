import { readFileSync, statSync } from 'node:fs';
import { coverOf, traitsOf } from '#tools/checks/cover.ts';
import { underPath } from '#tools/checks/tested-site.ts';
import { axeFindings, COLOR_RULES } from './accessibility.ts';
import { keyboardFindings } from './keyboard.ts';
import { keep, measure } from './measure.ts';
import { idleControls, visibleText } from './scripts-off.ts';
import type { Page } from 'playwright/test';
import { expect, pages, test } from './site.ts';

const WIDTHS = [360, 1440];
const EVERY = process.env['EVERY_PAGE'] === '1';

// Pages of one template stand or fall together. What the template decides, and not the program, is
// asked of those that have between them what any of them has; EVERY_PAGE=1 asks it of all.
const isOfTemplate = (name: string) => /^(examples|errors)\/./.test(name);
const fileOf = (name: string) => `${underPath.folder}/${name}index.html`;
const all = pages();
const traits = new Map(all.map((name) => [name, traitsOf(readFileSync(fileOf(name), 'utf8'))]));
const chosen = coverOf(new Map([...traits].filter(([name]) => isOfTemplate(name))));
// What has a color somewhere is on one of these: they are looked at in every way.
const coloured = coverOf(
  new Map([...traits].filter(([name]) => !isOfTemplate(name) || chosen.has(name))),
);

// One visit serves all checks: what a reader waits for is the visit, and so does this test.
for (const [index, name] of all.entries()) {
  const isAsked = !isOfTemplate(name) || chosen.has(name) || EVERY;
  // The others are seen half on a phone, half on a desk.
  const widths = isAsked ? WIDTHS : WIDTHS.slice(index % 2, 1 + (index % 2));
  test(`/${name}`, async ({ site, reader: first, regular, readerWithoutScripts }) => {
    const reader = isAsked || isHeavy(name) ? first : regular;
    const { page, watched } = reader;
    const findings: Record<string, readonly string[]> = {};
    for (const width of widths) {
      await widen(page, width);
      await reader.visit(name);
      // What is sent is the same at every width.
      if (width === widths[0] && (isAsked || isHeavy(name)))
        keep(name, width, await measure(page, site, watched.requests));
      const shifts = await page.evaluate(() => window.watched.shifts);
      findings[`moves while the page loads, ${width} px`] = shifts;
      if (isAsked)
        Object.assign(
          findings,
          await atWidth(page, width, looksAt(width, index, coloured.has(name))),
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
    await widen(page, 320);
    findings['scrolls sideways at 320 px'] = await page.evaluate(sideways);
    expectNone(findings);
  });
}

/** The tab has its width before the next page comes, which would else be laid out for the old one, and move. */
async function widen(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

type Findings = Record<string, readonly string[]>;

/** Too heavy a page is one of these. */
function isHeavy(name: string): boolean {
  return statSync(fileOf(name)).size > 90_000;
}

/** A colour scheme, and whether its contrasts are reckoned: that takes as long as all else that axe does. */
type Look = readonly [colorScheme: 'light' | 'dark', contrast: boolean];

/**
 * Light on the phone and dark on the desk; on the next page the other way round. Contrast is reckoned
 * where there is what no other page has, for between them those pages have all that has a color, and in
 * both schemes on the phone, which has rules of its own; else once on every second page. One style
 * sheet colours them all. EVERY_PAGE=1 asks all of each.
 */
function looksAt(width: number, index: number, isColoured: boolean): readonly Look[] {
  const isPhone = width === WIDTHS[0];
  if (EVERY || (isColoured && isPhone))
    return [
      ['light', true],
      ['dark', true],
    ];
  const scheme = isPhone === (index % 2 === 0) ? 'light' : 'dark';
  return [[scheme, isColoured || index % 4 === (isPhone ? 0 : 2)]];
}

async function atWidth(page: Page, width: number, looks: readonly Look[]): Promise<Findings> {
  const findings: Record<string, readonly string[]> = {};
  for (const [i, [colorScheme, contrast]] of looks.entries()) {
    await page.emulateMedia({ colorScheme });
    const found = await axeFindings(
      page,
      i > 0 ? COLOR_RULES : undefined,
      contrast ? [] : COLOR_RULES,
    );
    findings[`axe, ${colorScheme}, ${width} px`] = found;
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
