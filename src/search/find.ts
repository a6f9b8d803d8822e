// THIS FILE SHIPS TO THE BROWSER.
import type { OpenIndex, OpenPage } from './open.ts';
import { readQuestion, type Wanted } from './question.ts';
import { saidBy, type Said } from './said.ts';
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

/** What a kind of entry counts for, as a row beside the other rows of its page and for the page itself. */
const counts: Readonly<Record<Kind, { readonly row: number; readonly page: number }>> = {
  error: { row: 1, page: 0.8 },
  symptom: { row: 1.05, page: 0.9 },
  page: { row: 1.1, page: 1.3 },
  section: { row: 1, page: 1 },
  term: { row: 0.9, page: 0.65 },
  correction: { row: 0.6, page: 0.6 },
  example: { row: 0.85, page: 0.85 },
};

/** What an error counts for a further page that explains it. */
const ALSO = 0.5;
/** What a word in a heading above counts for, beside the same word in the entry itself. */
const INHERITED = 0.4;
/** How much a row, or a page, is worth that has nearly nothing of what is asked. */
const LEAST = { row: 0.2, page: 0.7 };

/** What makes a page: its best entry, the best that it says on each word, and how much all of it is about them. */
const BEST = 1.5;
const ALL = 2;
/** As if a page had so many more entries, so that a short one is not about everything. */
const SHORT = 5;
/** A message or a symptom that is asked for in its own words wins. */
const SAID = 2;

/** Pages below this part of the best one's score are left out, and entries below this part of their page's best. */
const FAR_PAGE = 0.2;
const FAR_ENTRY = 0.4;

/** What a planned page counts for, of which there are only terms, corrections and examples. */
const UNWRITTEN = 0.6;

/** The pages that answer a question, best first. */
export function find(index: OpenIndex, typed: string): Found {
  const wanted = readQuestion(index, typed);
  const worths = wanted.map((one) => worthOf(index, one));
  const question: Question = {
    found: wanted.map((one) => weightsOf(index, one)),
    worths,
    saidOf: saidBy(index, wanted, worths),
  };
  const answers = index.pages
    .map((page) => answerOf(index, page, question))
    .filter(({ entries }) => entries.length > 0)
    .sort((one, other) => other.score - one.score)
    .filter(({ score }, _, [best]) => score >= FAR_PAGE * (best?.score ?? 0));
  // Of a phrase that was not typed, a single word is not what was looked for.
  const keys = new Set(
    wanted.flatMap(({ ways }) => ways.flatMap(({ keys }) => (keys.length === 1 ? keys : []))),
  );
  return { answers: withoutRepeats(index, answers), keys };
}

/** A symptom counts for several pages: below the best it is shown, below others only when they have nothing else. */
function withoutRepeats({ entries }: OpenIndex, answers: readonly Answer[]): readonly Answer[] {
  const shown = new Set<string>();
  return answers.map((answer) => {
    const fresh = answer.entries.filter((entry) => !shown.has(entries[entry]?.address ?? ''));
    for (const entry of fresh) shown.add(entries[entry]?.address ?? '');
    return fresh.length === 0 ? answer : { ...answer, entries: fresh };
  });
}

interface Question {
  /** For each thing that is wanted, how much each entry is about it. */
  readonly found: readonly ReadonlyMap<number, number>[];
  /** What is gained at most by finding each. */
  readonly worths: readonly number[];
  /** What it has of the title of an entry. */
  readonly saidOf: (entry: number) => Said;
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
  { found, worths, saidOf }: Question,
): Answer & { readonly score: number } {
  const best = worths.map(() => 0);
  const all = worths.map(() => 0);
  const ranked: { entry: number; score: number }[] = [];
  let most = 0;
  let said = 0;
  /** Adds an entry to its page, and says what it has itself of each thing. */
  const add = (entry: number, counts: number): readonly number[] => {
    const own = found.map((weights) => weights.get(entry) ?? 0);
    own.forEach((weight, i) => {
      best[i] = Math.max(best[i] ?? 0, weight * counts);
      all[i] = (all[i] ?? 0) + weight * counts;
    });
    return own;
  };
  for (let entry = page.first; entry < page.first + page.count; entry++) {
    const kind = entries[entry]?.kind ?? 'section';
    const own = add(entry, counts[kind].page);
    if (own.every((weight) => weight === 0)) continue;
    const whole = found.map((weights, i) =>
      Math.max(
        own[i] ?? 0,
        ...headingsAbove(entries, entry).map((heading) => INHERITED * (weights.get(heading) ?? 0)),
      ),
    );
    const score = scoreOf(whole, worths, LEAST.page);
    const { title, question } = saidOf(entry);
    const words = (title * metOf(own, worths)) ** 4;
    most = Math.max(most, counts[kind].page * score);
    // The message, or the symptom, and not a word besides.
    const alone = question ** 4;
    if (kind === 'error' || kind === 'symptom') said = Math.max(said, words * (1 + alone) * score);
    const row = counts[kind].row * scoreOf(whole, worths, LEAST.row) * (1 + words + alone);
    ranked.push({ entry, score: row });
  }
  for (const entry of page.also) {
    const own = add(entry, ALSO * counts.error.page);
    most = Math.max(most, ALSO * counts.error.page * scoreOf(own, worths, LEAST.page));
  }
  ranked.sort((one, other) => other.score - one.score);
  const near = ranked.filter(({ score }) => score >= FAR_ENTRY * (ranked[0]?.score ?? 0));
  const about = all.map((sum) => sum / Math.sqrt(page.count + SHORT));
  const score =
    most +
    SAID * said +
    BEST * scoreOf(best, worths, LEAST.page) +
    ALL * scoreOf(about, worths, LEAST.page);
  const isWritten = entries[page.first]?.kind === 'page';
  return {
    page,
    entries: near.map(({ entry }) => entry),
    score: score * (isWritten ? 1 : UNWRITTEN),
  };
}

function headingsAbove(entries: OpenIndex['entries'], entry: number): number[] {
  const above = entries[entry]?.above;
  return above === undefined ? [] : [above, ...headingsAbove(entries, above)];
}

/** The sum, less where much of what is asked is missing. */
function scoreOf(weights: readonly number[], worths: readonly number[], least: number): number {
  const sum = weights.reduce((sum, weight) => sum + weight, 0);
  return sum * (least + (1 - least) * metOf(weights, worths));
}

/** Which part of what is asked is there at all. */
function metOf(weights: readonly number[], worths: readonly number[]): number {
  const whole = worths.reduce((sum, worth) => sum + worth, 0);
  const met = worths.reduce((sum, worth, i) => sum + ((weights[i] ?? 0) > 0 ? worth : 0), 0);
  return whole === 0 ? 0 : met / whole;
}
