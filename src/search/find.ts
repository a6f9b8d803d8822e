// THIS FILE SHIPS TO THE BROWSER.
import type { OpenIndex, OpenPage } from './open.ts';
import { readQuestion, type Wanted } from './question.ts';
import type { Kind } from './stored.ts';

/** A page that answers, with the best of its entries first. */
export interface Answer {
  readonly page: OpenPage;
  /** Places in the index. */
  readonly entries: readonly number[];
}

export interface Found {
  readonly answers: readonly Answer[];
  /** The keys that were looked for, to mark them where they stand. */
  readonly keys: ReadonlySet<string>;
}

/** What readers want first, when two entries say the same. */
const preferred: Readonly<Record<Kind, number>> = {
  error: 1.3,
  symptom: 1.2,
  page: 1,
  section: 1,
  term: 0.9,
  correction: 0.6,
  example: 0.85,
};

/** What a word in a heading above counts for, beside the same word in the entry itself. */
const INHERITED = 0.4;
/** How much an entry, or a page, is worth that has nearly nothing of what is asked. */
const LEAST = 0.4;

/** Pages below this part of the best one's score are left out, and entries below this part of their page's best. */
const FAR_PAGE = 0.12;
const FAR_ENTRY = 0.4;

/** What a planned page counts for, of which there are only terms, corrections and examples. */
const UNWRITTEN = 0.6;

/** The pages that answer a question, best first. */
export function find(index: OpenIndex, typed: string): Found {
  const wanted = readQuestion(index, typed);
  const found = wanted.map((one) => weightsOf(index, one));
  const asked = wanted.map((one) => worthOf(index, one));
  const answers = index.pages
    .map((page) => answerOf(index, page, found, asked))
    .filter(({ entries }) => entries.length > 0)
    .sort((one, other) => other.score - one.score)
    .filter(({ score }, _, [best]) => score >= FAR_PAGE * (best?.score ?? 0));
  const keys = new Set(wanted.flatMap(({ ways }) => ways.flatMap((way) => way.keys)));
  return { answers, keys };
}

/** For each entry that says what is wanted, how much it is about it. */
function weightsOf(index: OpenIndex, { weight, ways }: Wanted): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const { keys, sure } of ways) {
    const sums = new Map<number, { sum: number; held: number }>();
    for (const key of keys) {
      const worth = index.rarity(key);
      for (const { entry, part } of index.postings(key)) {
        const { sum, held } = sums.get(entry) ?? { sum: 0, held: 0 };
        sums.set(entry, { sum: sum + worth * part, held: held + 1 });
      }
    }
    for (const [entry, { sum, held }] of sums) {
      if (held < keys.length) continue;
      const counts = (weight * sure * sum) / keys.length;
      if (counts > (weights.get(entry) ?? 0)) weights.set(entry, counts);
    }
  }
  return weights;
}

/** What is gained at most by finding it. */
function worthOf(index: OpenIndex, { weight, ways }: Wanted): number {
  const worths = ways.map(({ keys, sure }) => {
    const sum = keys.reduce((sum, key) => sum + index.rarity(key), 0);
    return (weight * sure * sum) / keys.length;
  });
  return Math.max(...worths);
}

function answerOf(
  { entries }: OpenIndex,
  page: OpenPage,
  found: readonly ReadonlyMap<number, number>[],
  asked: readonly number[],
): Answer & { readonly score: number } {
  const best = asked.map(() => 0);
  const ranked: { entry: number; score: number }[] = [];
  for (let entry = page.first; entry < page.first + page.count; entry++) {
    const own = found.map((weights) => weights.get(entry) ?? 0);
    if (own.every((weight) => weight === 0)) continue;
    const prefers = preferred[entries[entry]?.kind ?? 'section'];
    own.forEach((weight, i) => (best[i] = Math.max(best[i] ?? 0, weight * prefers)));
    const whole = found.map((weights, i) =>
      Math.max(
        own[i] ?? 0,
        ...headingsAbove(entries, entry).map((heading) => INHERITED * (weights.get(heading) ?? 0)),
      ),
    );
    ranked.push({ entry, score: prefers * scoreOf(whole, asked) });
  }
  ranked.sort((one, other) => other.score - one.score);
  const most = ranked[0]?.score ?? 0;
  const near = ranked.filter(({ score }) => score >= FAR_ENTRY * most);
  const isWritten = entries[page.first]?.kind === 'page';
  const score = (scoreOf(best, asked) + most) * (isWritten ? 1 : UNWRITTEN);
  return { page, entries: near.map(({ entry }) => entry), score };
}

function headingsAbove(entries: OpenIndex['entries'], entry: number): number[] {
  const above = entries[entry]?.above;
  return above === undefined ? [] : [above, ...headingsAbove(entries, above)];
}

/** The sum, less where much of what is asked is missing. */
function scoreOf(weights: readonly number[], asked: readonly number[]): number {
  const sum = weights.reduce((sum, weight) => sum + weight, 0);
  const whole = asked.reduce((sum, worth) => sum + worth, 0);
  const met = asked.reduce((sum, worth, i) => sum + ((weights[i] ?? 0) > 0 ? worth : 0), 0);
  return whole === 0 ? 0 : sum * (LEAST + ((1 - LEAST) * met) / whole);
}
