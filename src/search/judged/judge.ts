import { z } from 'zod';

/** A question that somebody typed, and the topics that answer it, best first. */
const querySchema = z.object({
  q: z.string(),
  kind: z.string(),
  topics: z.array(z.string()).min(1),
});
export type Query = z.infer<typeof querySchema>;

const topicsSchema = z.record(z.string(), z.array(z.string()).min(1));
/** The pages that answer each topic. */
export type Topics = z.infer<typeof topicsSchema>;

/** One query a line; further keys in a line are ignored. */
export function parseQueries(text: string): readonly Query[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => querySchema.parse(JSON.parse(line)));
}

export const parseTopics = (text: string): Topics => topicsSchema.parse(JSON.parse(text));

/** What each page is worth to a query: 3, 2 or 1, by the first topic that it answers. */
export function gainsOf({ q, topics }: Query, pagesOf: Topics): ReadonlyMap<string, number> {
  const gains = new Map<string, number>();
  topics.forEach((topic, i) => {
    const pages = pagesOf[topic];
    if (!pages)
      throw new Error(`"${q}" asks for the topic \`${topic}\`, which topics.json does not have.`);
    for (const page of pages) {
      if (!gains.has(page)) gains.set(page, Math.max(1, 3 - i));
    }
  });
  return gains;
}

/** Measures of one query or, as means, of many. */
export interface Measures {
  readonly queries: number;
  readonly inOne: number;
  readonly inThree: number;
  readonly ndcg: number;
  readonly none: number;
}

/** How many results count for nDCG. */
const DEPTH = 5;

/** `pages` are those that the results count for, in the order of the results. */
export function measure(pages: readonly string[], gains: ReadonlyMap<string, number>): Measures {
  const right = pages.map((page) => gains.has(page));
  const got = pages
    // Of several results for a page only the first counts.
    .map((page, i) => (pages.indexOf(page) === i ? (gains.get(page) ?? 0) : 0))
    .slice(0, DEPTH);
  const ideal = [...gains.values()].sort((one, other) => other - one).slice(0, DEPTH);
  return {
    queries: 1,
    inOne: Number(right[0] ?? false),
    inThree: Number(right.slice(0, 3).includes(true)),
    ndcg: discounted(got) / discounted(ideal),
    none: Number(pages.length === 0),
  };
}

const discounted = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);

export function meanOf(all: readonly Measures[]): Measures {
  const mean = (of: (one: Measures) => number): number =>
    all.reduce((sum, one) => sum + of(one), 0) / Math.max(1, all.length);
  return {
    queries: all.length,
    inOne: mean(({ inOne }) => inOne),
    inThree: mean(({ inThree }) => inThree),
    ndcg: mean(({ ndcg }) => ndcg),
    none: mean(({ none }) => none),
  };
}

/** A query with what it was answered. */
export interface Judged {
  readonly query: Query;
  readonly pages: readonly string[];
  readonly measures: Measures;
}

export function judge(
  queries: readonly Query[],
  topics: Topics,
  ask: (question: string) => readonly string[],
): readonly Judged[] {
  return queries.map((query) => {
    const pages = ask(query.q);
    return { query, pages, measures: measure(pages, gainsOf(query, topics)) };
  });
}

/** The means by kind, in the order in which the kinds first come. */
export function byKind(judged: readonly Judged[]): ReadonlyMap<string, Measures> {
  const groups = Map.groupBy(judged, ({ query }) => query.kind);
  return new Map(
    [...groups].map(([kind, group]) => [kind, meanOf(group.map(({ measures }) => measures))]),
  );
}

/** A line of the table: the name, then number of queries, right in 1, in 3, nDCG@5, none found. */
export function line(name: string, { queries, inOne, inThree, ndcg, none }: Measures): string {
  const shares = [inOne, inThree, ndcg, none].map((share) => share.toFixed(2).padStart(6));
  return `${name.padEnd(12)} ${String(queries).padStart(4)} ${shares.join(' ')}`;
}

/** The queries all of whose pages are written; a topic that waits for pages cannot be judged. */
export function answerable(
  queries: readonly Query[],
  topics: Topics,
  written: ReadonlySet<string>,
): readonly Query[] {
  return queries.filter((query) =>
    [...gainsOf(query, topics).keys()].every((page) => written.has(page)),
  );
}

export const floorsSchema = z.strictObject({
  /** By kind, and for `all`: what must be reached at least; `none` at most. They may only become harder. */
  floors: z.record(
    z.string(),
    z.strictObject({
      inThree: z.number().optional(),
      ndcg: z.number().optional(),
      none: z.number().optional(),
    }),
  ),
});
export type Floors = z.infer<typeof floorsSchema>['floors'];

/** A sentence for each floor that is not reached. */
export function belowFloors(judged: readonly Judged[], floors: Floors): readonly string[] {
  const kinds = new Map(byKind(judged)).set('all', meanOf(judged.map(({ measures }) => measures)));
  return Object.entries(floors).flatMap(([kind, { inThree, ndcg, none }]) => {
    const reached = kinds.get(kind);
    if (!reached || reached.queries === 0) return [];
    const say = (name: string, value: number, floor: number): string =>
      `${kind}: ${name} is ${value.toFixed(3)}, promised is ${floor}.`;
    return [
      ...(inThree !== undefined && reached.inThree < inThree
        ? [say('right in 3', reached.inThree, inThree)]
        : []),
      ...(ndcg !== undefined && reached.ndcg < ndcg ? [say('nDCG@5', reached.ndcg, ndcg)] : []),
      ...(none !== undefined && reached.none > none ? [say('none found', reached.none, none)] : []),
    ];
  });
}

/** A sentence for each floor that is lower, or gone, beside a former version. */
export function lowered(now: Floors, former: Floors): readonly string[] {
  return Object.entries(former).flatMap(([kind, before]) => {
    const floor = now[kind] ?? {};
    const easier =
      (floor.inThree ?? 0) < (before.inThree ?? 0) ||
      (floor.ndcg ?? 0) < (before.ndcg ?? 0) ||
      (floor.none ?? 1) > (before.none ?? 1);
    return easier
      ? [`The floor for \`${kind}\` was ${JSON.stringify(before)}. Floors only rise.`]
      : [];
  });
}
