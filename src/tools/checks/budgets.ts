import { z } from 'zod';

/** What loading one page cost, in bytes (brotli) unless said otherwise. */
export interface Measured {
  /** How many figures the page has. */
  readonly figures: number;
  /** Their part of the HTML. */
  readonly figureMarkup: number;
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly fonts: number;
  /** The players of all figures, and what styles them, gzipped; absent where the page has no figure. */
  readonly player?: number | undefined;
  readonly figureStyles?: number | undefined;
  /** What comes with the first press on a replay besides its recording, gzipped. */
  readonly firstPress?: number | undefined;
  /** The markup of the heaviest replay of a program of up to 200 steps; absent where there is no replay. */
  readonly shortReplay?: number | undefined;
  /** How many requests, besides those for fonts. */
  readonly requests: number;
  /** Cumulative layout shift. */
  readonly shift: number;
}

export interface MeasuredPage extends Measured {
  readonly page: string;
  readonly width: number;
}

/** Lists of all that there is of a kind, to be searched with the eye; they grow with the site. */
const indexes = [
  '/search/',
  '/topics/',
  '/errors/',
  '/symptoms/',
  '/corrections/',
  '/examples/',
  '/measurements/',
];

const withoutFigures = (of: Measured) =>
  of.html - of.figureMarkup + of.css + (of.figures === 0 ? of.js : 0);

/** How each budget is read off a page; undefined where it does not apply. */
const meters = {
  'article without fonts and figures, bytes': (of) =>
    indexes.includes(of.page) ? undefined : withoutFigures(of),
  'index without fonts and figures, bytes': (of) =>
    indexes.includes(of.page) ? withoutFigures(of) : undefined,
  'article with its figures, bytes': (of) => of.html + of.css + of.js,
  'requests besides fonts, page without figures': (of) =>
    of.figures === 0 ? of.requests : undefined,
  'requests besides fonts, page with figures': (of) => (of.figures > 0 ? of.requests : undefined),
  'scripts at load, page without figures, bytes': (of) => (of.figures === 0 ? of.js : undefined),
  'player of figures, bytes gzipped': (of) => of.player,
  'styles of figures, bytes gzipped': (of) => of.figureStyles,
  'first press on a replay, bytes gzipped': (of) => of.firstPress,
  'replay of up to 200 steps, markup, bytes': (of) => of.shortReplay,
  'fonts, bytes': (of) => of.fonts,
  'layout shift': (of) => of.shift,
} satisfies Record<string, (of: MeasuredPage) => number | undefined>;

export const budgetsSchema = z.strictObject({
  /** The most that any page may cost. Numbers may only fall. */
  most: z.record(z.enum(Object.keys(meters) as [keyof typeof meters]), z.number().nonnegative()),
  /** Why a number was raised, or a budget dropped (`to` is null then). */
  raised: z.array(
    z.strictObject({
      budget: z.string(),
      to: z.number().nonnegative().nullable(),
      reason: z.string().min(20, { error: 'Give the reason in a sentence.' }),
    }),
  ),
});
export type Budgets = z.infer<typeof budgetsSchema>;

/** A version of the file from the past; it may hold budgets that are gone. */
export const pastBudgetsSchema = z.object({ most: z.record(z.string(), z.number()) });

export interface Row {
  readonly budget: string;
  readonly most: number;
  /** The heaviest page, and what it costs; undefined when the budget applies to no page. */
  readonly worst: { readonly page: string; readonly cost: number } | undefined;
}

/** For each budget the page that costs most. */
export function rows({ most }: Budgets, pages: readonly MeasuredPage[]): readonly Row[] {
  return Object.entries(meters).map(([budget, meter]) => {
    const costs = pages.flatMap((measured) => {
      const cost = meter(measured);
      return cost === undefined ? [] : [{ page: measured.page, cost }];
    });
    const worst = costs.sort((one, other) => other.cost - one.cost)[0];
    return { budget, most: most[budget as keyof typeof meters], worst };
  });
}

/** The budgets of what a server packs. */
const packed = [
  'article without fonts and figures, bytes',
  'index without fonts and figures, bytes',
  'article with its figures, bytes',
  'replay of up to 200 steps, markup, bytes',
] as const;

/** How much of the nearest of its budgets a page uses, of those that depend on how well it is packed. */
export function share(most: Budgets['most'], page: MeasuredPage): number {
  return Math.max(...packed.map((budget) => (meters[budget](page) ?? 0) / most[budget]));
}

export function isKept({ most, worst }: Row): boolean {
  return worst === undefined || worst.cost <= most;
}

export function table(all: readonly Row[]): string {
  const cells = all.map((row) => [
    row.budget,
    String(row.most),
    row.worst === undefined ? '-' : String(Math.round(row.worst.cost * 10_000) / 10_000),
    row.worst?.page ?? 'no such page yet',
    isKept(row) ? '' : 'TOO MUCH',
  ]);
  const lines = [['Budget', 'at most', 'measured', 'heaviest page', ''], ...cells];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map(([name = '', most = '', cost = '', page = '', verdict = '']) => {
      const [wide = 0, ofMost = 0, ofCost = 0, ofPage = 0] = widths;
      return `${name.padEnd(wide)}  ${most.padStart(ofMost)}  ${cost.padStart(ofCost)}  ${page.padEnd(ofPage)}  ${verdict}`.trimEnd();
    })
    .join('\n');
}

/** Budgets that are looser than a version of the past without a reason in the file. */
export function loosened(
  present: Budgets,
  past: readonly { readonly commit: string; readonly most: Readonly<Record<string, number>> }[],
): readonly string[] {
  const strictest = new Map<string, { commit: string; most: number }>();
  for (const { commit, most } of past) {
    for (const [budget, number] of Object.entries(most)) {
      const known = strictest.get(budget);
      if (known === undefined || number < known.most)
        strictest.set(budget, { commit, most: number });
    }
  }
  const now: Readonly<Record<string, number | undefined>> = present.most;
  return [...strictest].flatMap(([budget, { commit, most }]) => {
    const number = now[budget] ?? null;
    if (number !== null && number <= most) return [];
    const isExplained = present.raised.some(
      (entry) =>
        entry.budget === budget &&
        (number === null ? entry.to === null : entry.to !== null && number <= entry.to),
    );
    if (isExplained) return [];
    const change = number === null ? 'was dropped' : `is ${number}`;
    return [
      `"${budget}" ${change}, and was ${most} in ${commit.slice(0, 9)}. Numbers may only fall: ` +
        `go back to ${most}, or give the reason in "raised": ` +
        `{ "budget": "${budget}", "to": ${number}, "reason": "…" }`,
    ];
  });
}
