import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright/test';

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What of all that axe looks at depends on the scheme; to reckon it takes as long as all the rest. */
export const COLOR_RULES: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** axe takes the color of the text around a drawing for that of the words in it; colours.test.ts reckons that. */
const READS_NO_FILL = `;axe.configure({ rules: [{ id: 'color-contrast', selector: '*:not(svg *, [data-repeats])' }] });`;

/**
 * Spares axe what would take two thirds of its time and tell it nothing new: rows of closed tables, of
 * which it only sees that they are closed, and the colors of all texts but the first and the last of
 * those that stand in the same elements of the same classes.
 */
export async function spareAxe(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('details:not([open]) tbody tr:nth-child(n + 4)'))
      row.remove();
    const LOOKS = ['class', 'aria-current', 'open', 'disabled'];
    const kinds = new Map<string, number>();
    const kindOf = new Map<Element | null, number>();
    const texts: Element[][] = [];
    for (const element of document.querySelectorAll('body *:not(svg, svg *)')) {
      const { localName, parentElement } = element;
      const looks = LOOKS.map((name) => element.getAttribute(name) ?? '');
      const path = [kindOf.get(parentElement), localName, ...looks].join('|');
      const kind = kinds.get(path) ?? kinds.size;
      kinds.set(path, kind);
      kindOf.set(element, kind);
      if ([...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''))
        (texts[kind] ??= []).push(element);
    }
    for (const [, ...others] of texts.filter(Boolean))
      for (const text of others.slice(0, -1)) text.setAttribute('data-repeats', '');
  });
}

/** What axe finds in colors; drawings, which it cannot read, are put away meanwhile. */
export async function colorFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    const away = new CSSStyleSheet();
    away.replaceSync('svg > * { display: none !important }');
    document.adoptedStyleSheets = [away];
  });
  const findings = await axeFindings(page, COLOR_RULES);
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  return findings;
}

/**
 * What axe finds on the page as it stands, one line for each fault with the element that has it.
 * `rules` are those that are asked, all when left out; `without` are not. `within` is the part of the
 * page that is looked at. The source goes in through the debugger's door, which the page's own policy
 * does not close.
 */
export async function axeFindings(
  page: Page,
  rules?: readonly string[],
  without: readonly string[] = [],
  within = 'html',
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source + READS_NO_FILL);
  const asked = {
    ...(rules === undefined ? {} : { runOnly: [...rules] }),
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  };
  const results = await page.evaluate(
    async ([within, asked]): Promise<AxeResults> =>
      window.axe.run(within, { resultTypes: ['violations'], preload: false, ...asked }),
    [within, asked] as const,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => {
      return `${id}: ${help}\n    ${html.slice(0, 200)}\n    ${failureSummary.replaceAll('\n', ' ')}`;
    }),
  );
}
